import { embedFacts } from '@/app/_embeds/embed-facts';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { missingChart, refusedSeries } from '@/lib/problem';
import { ownSeries, readChart, strangeSeries } from '@/lib/reads/chart';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** What an embed code of this view must know, for the dialog. Not a public format: it changes with the code. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/charts/[slug]/code'>) {
  const { slug, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const chart = await readChart(release, slug, view);
  if (!chart) return missingChart(slug);
  if (strangeSeries(chart, view.series).length > 0) return refusedSeries(ownSeries(chart.definition));
  return Response.json(embedFacts(chart.model, view, release));
}
