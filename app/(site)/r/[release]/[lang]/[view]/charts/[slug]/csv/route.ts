import { answerFigures } from '@/app/_files/chart-question';
import { chartRecords } from '@/domain/chart/records';
import { chartFileResponse } from '@/lib/chart-file';
import { printCsv } from '@/lib/csv';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/charts/[slug]/csv'>) {
  return answerFigures(params, async ({ slug, release, view, chart: { definition, rows, model } }) => {
    const { columns, records } = chartRecords(definition, rows, model, { history: view.history });
    const body = printCsv(columns, records, { bom: view.bom });
    return chartFileResponse({ slug, release, asOf: view.asOf, extension: 'csv', contentType: 'text/csv; charset=utf-8; header=present', body });
  });
}
