import type { ChartModel } from '@/domain/chart/model';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { missingChart } from '@/lib/problem';
import { readChart } from '@/lib/reads/chart';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The chart model as the page drew it, for the interactive drawing; its table is on the page already. Not a public format: it changes with the code. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/charts/[slug]/model'>) {
  const { slug, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const chart = await readChart(release, slug, view);
  return chart ? Response.json({ ...chart.model, table: { caption: '', columns: [], rows: [] } } satisfies ChartModel) : missingChart(slug);
}
