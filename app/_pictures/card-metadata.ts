import type { Metadata } from 'next';
import { CARD_HEIGHT, CARD_WIDTH } from '@/components/picture/card';
import type { ChartModel } from '@/domain/chart/model';
import { LEDGER_NAME } from '@/domain/cite';
import { writeAddress } from '@/lib/inputs/address';
import { pinOf } from '@/lib/inputs/site-links';
import { drawnOf, type View } from '@/lib/inputs/view';

/** What messengers and networks show of a link to a chart: its title and the picture of exactly this view. */
export function cardMetadata(model: ChartModel, view: View, release: number, title = model.title): Pick<Metadata, 'openGraph' | 'twitter'> {
  const path = `/charts/${model.slug}`;
  const image = { url: writeAddress(`${path}.card.png`, drawnOf(view), release), width: CARD_WIDTH, height: CARD_HEIGHT, type: 'image/png', alt: model.altText };
  return {
    openGraph: { type: 'article', siteName: LEDGER_NAME, title, description: model.description, url: writeAddress(path, drawnOf(view), pinOf(view, release)), locale: 'en', images: [image] },
    twitter: { card: 'summary_large_image', title, description: model.description, images: [image] },
  };
}
