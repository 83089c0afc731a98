import { chartFileResponse } from '@/lib/chart-file';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { fontCss } from '@/lib/picture/font-css';
import { missingChart } from '@/lib/problem';
import { readChart } from '@/lib/reads/chart';
import { refusedView } from '@/lib/refused-view';
import { chartPicture } from '@/app/_pictures/chart-picture';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The chart as one drawing that needs nothing from anywhere: colours, letters and facts are all inside. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/charts/[slug]/svg'>) {
  const { slug, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const chart = await readChart(release, slug, view);
  if (!chart) return missingChart(slug);
  const refusal = refusedView(chart, view);
  if (refusal) return refusal;
  const picture = chartPicture(chart.model, view, release);
  const body = picture.svg(await fontCss(picture.used));
  return chartFileResponse({ slug, release, asOf: view.asOf, extension: 'svg', contentType: 'image/svg+xml; charset=utf-8', body });
}
