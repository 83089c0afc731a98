import { chartFileResponse } from '@/lib/chart-file';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { drawPng } from '@/lib/picture/png';
import { missingChart } from '@/lib/problem';
import { readChart } from '@/lib/reads/chart';
import { refusedView } from '@/lib/refused-view';
import { chartPicture } from '@/app/_pictures/chart-picture';
import { pictureTexts } from '@/app/_pictures/picture-texts';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The chart as pixels, the same as the SVG, with its title, source, release and address inside the file. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/charts/[slug]/png'>) {
  const { slug, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const chart = await readChart(release, slug, view);
  if (!chart) return missingChart(slug);
  const refusal = refusedView(chart, view);
  if (refusal) return refusal;
  const picture = chartPicture(chart.model, view, release);
  const body = await drawPng({ svg: picture.svg(''), scale: view.scale, texts: pictureTexts(chart.model, picture.address) });
  return chartFileResponse({ slug, release, asOf: view.asOf, extension: 'png', contentType: 'image/png', body });
}
