import { answerFigures } from '@/app/_files/chart-question';
import { chartRecords } from '@/domain/chart/records';
import { csvwResponse } from '@/lib/csvw-file';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** What the columns of the chart's CSV hold, for programs. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/charts/[slug]/csvw'>) {
  return answerFigures(params, async ({ slug, release, view, chart: { definition, rows, model } }) => {
    const { columns } = chartRecords(definition, rows, model, { history: view.history });
    return csvwResponse({ path: `/charts/${slug}.csv`, page: `/charts/${slug}`, release, view, columns, title: model.title, note: `${model.subtitle} ${model.countingRule}`.trim() });
  });
}
