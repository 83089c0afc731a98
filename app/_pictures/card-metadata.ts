import type { Metadata } from 'next';
import { CARD_HEIGHT, CARD_WIDTH } from '@/components/picture/card';
import type { ChartModel } from '@/domain/chart/model';
import { LEDGER_NAME } from '@/domain/cite';
import { writeAddress } from '@/lib/inputs/address';
import { pinOf } from '@/lib/inputs/site-links';
import { drawnOf, type View } from '@/lib/inputs/view';

/** What messengers and networks show of a link to a chart, or to a page that opens with it: a title and the picture of exactly this view. */
export function cardMetadata(model: ChartModel, view: View, release: number, title = model.title, page = `/charts/${model.slug}`): Pick<Metadata, 'openGraph' | 'twitter'> {
  const image = { url: writeAddress(`/charts/${model.slug}.card.png`, drawnOf(view), release), width: CARD_WIDTH, height: CARD_HEIGHT, type: 'image/png', alt: model.altText };
  return {
    openGraph: { type: 'article', siteName: LEDGER_NAME, title, description: model.description, url: writeAddress(page, drawnOf(view), pinOf(view, release)), locale: 'en', images: [image] },
    twitter: { card: 'summary_large_image', title, description: model.description, images: [image] },
  };
}
