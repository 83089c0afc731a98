import { embedFacts } from '@/app/_embeds/embed-facts';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { missingChart } from '@/lib/problem';
import { readChart } from '@/lib/reads/chart';
import { refusedView } from '@/lib/refused-view';

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
  const refusal = refusedView(chart, view);
  if (refusal) return refusal;
  return Response.json(embedFacts(chart.model, view, release));
}
