'use client';

import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { chartModelQuery, chartQueries } from './chart-query';
import { ChartStage } from './chart-stage';

export interface InteractiveChartProps {
  readonly slug: string;
  readonly title: string;
  readonly modelUrl: string;
  /** Where the slider of the time range goes, below the drawing; null for a chart without one. */
  readonly rangeSlot: HTMLElement | null;
  /** Called once, when every mark is drawn. */
  readonly onReady: () => void;
}

/** The address of the same model over all days. */
function wholeUrlOf(modelUrl: string): string {
  const [path = '', query = ''] = modelUrl.split('?');
  const parameters = new URLSearchParams(query);
  parameters.delete('from');
  parameters.delete('to');
  return parameters.size === 0 ? path : `${path}?${parameters.toString().replaceAll('%2C', ',')}`;
}

function LoadedChart({ title, modelUrl, rangeSlot, onReady }: InteractiveChartProps) {
  const { data: page } = useQuery(chartModelQuery(modelUrl));
  // A page that shows a part of the days knows no others: what the slider can reach comes with the whole.
  const { data: whole } = useQuery(chartModelQuery(rangeSlot === null ? modelUrl : wholeUrlOf(modelUrl)));
  if (page === undefined || whole === undefined) return null;
  return <ChartStage page={page} whole={modelUrl === wholeUrlOf(modelUrl) ? page : whole} title={title} rangeSlot={rangeSlot} onReady={onReady} />;
}

/** The interactive drawing with its data; this file and all it imports are loaded on demand. */
export function InteractiveChart(props: InteractiveChartProps) {
  return <QueryClientProvider client={chartQueries}><LoadedChart {...props} /></QueryClientProvider>;
}
