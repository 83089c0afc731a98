import { answerChart } from '@/app/_files/chart-question';
import { chartCard } from '@/app/_pictures/chart-picture';
import { pictureTexts } from '@/app/_pictures/picture-texts';
import { chartFileResponse } from '@/lib/chart-file';
import { drawPng } from '@/lib/picture/png';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The picture that others show of a link to this chart in this view: 1200 by 630 pixels. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/charts/[slug]/card'>) {
  return answerChart(params, async ({ slug, release, view, chart: { model } }) => {
    const { svg, address } = chartCard(model, view, release);
    const body = await drawPng({ svg, scale: 1, texts: pictureTexts(model, address) });
    return chartFileResponse({ slug, release, asOf: view.asOf, extension: 'card.png', contentType: 'image/png', body });
  });
}
