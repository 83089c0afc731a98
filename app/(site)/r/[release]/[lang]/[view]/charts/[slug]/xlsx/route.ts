import { chartWork } from '@/app/_files/chart-citation';
import { answerFigures } from '@/app/_files/chart-question';
import { chartSheets } from '@/domain/chart/workbook';
import { chartFileResponse } from '@/lib/chart-file';
import { missingChart } from '@/lib/problem';
import { WORKBOOK_TYPE, writeWorkbook } from '@/lib/workbook';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The rows of the CSV as a workbook, with a sheet of sources and one on what is counted. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/charts/[slug]/xlsx'>) {
  return answerFigures(params, async ({ slug, release, view, chart: { definition, rows, model } }) => {
    const work = await chartWork(model, view, release);
    if (work === null) return missingChart(slug);
    const sheets = chartSheets({ definition, rows, model, work, options: { history: view.history } });
    const body = await writeWorkbook({ title: model.title, description: work.address, day: work.publishedOn, sheets });
    return chartFileResponse({ slug, release, asOf: view.asOf, extension: 'xlsx', contentType: WORKBOOK_TYPE, body });
  });
}
