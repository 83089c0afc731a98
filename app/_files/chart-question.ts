import type { InternalParams } from '@/lib/inputs/internal-params';
import { readInternalParams } from '@/lib/inputs/internal-params';
import type { View } from '@/lib/inputs/view';
import { barredFigures, missingChart } from '@/lib/problem';
import { barredSeries, type ChartRead, ownSeries, readChart } from '@/lib/reads/chart';
import { refusedView } from '@/lib/refused-view';

/** A chart that a file is asked for, in the view of the address. */
export interface ChartQuestion {
  readonly slug: string;
  readonly release: number;
  readonly view: View;
  readonly chart: ChartRead;
}

type Params = Promise<InternalParams & { readonly slug: string }>;

/** Reads the chart and hands it on; a chart or a choice that it does not have is answered here, as machines are told. */
export async function answerChart(params: Params, answer: (question: ChartQuestion) => Promise<Response>): Promise<Response> {
  const { slug, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const chart = await readChart(release, slug, view);
  if (!chart) return missingChart(slug);
  return refusedView(chart, view) ?? answer({ slug, release, view, chart });
}

/** The same for files of figures: a view with series that may not be passed on is refused with the reason, and with what can be had. */
export function answerFigures(params: Params, answer: (question: ChartQuestion) => Promise<Response>): Promise<Response> {
  return answerChart(params, async (question) => {
    const barred = barredSeries(question.chart, question.view);
    return barred.length === 0 ? answer(question) : barredFigures(barred, ownSeries(question.chart.definition).filter((id) => !barred.includes(id)));
  });
}
