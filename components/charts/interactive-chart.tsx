'use client';

import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { chartModelQuery, chartQueries } from './chart-query';
import { ChartStage } from './chart-stage';

export interface InteractiveChartProps {
  readonly slug: string;
  readonly title: string;
  readonly modelUrl: string;
  /** Called once, when every mark is drawn. */
  readonly onReady: () => void;
}

function LoadedChart({ title, modelUrl, onReady }: InteractiveChartProps) {
  const { data } = useQuery(chartModelQuery(modelUrl));
  return data === undefined ? null : <ChartStage model={data} title={title} onReady={onReady} />;
}

/** The interactive drawing with its data; this file and all it imports are loaded on demand. */
export function InteractiveChart(props: InteractiveChartProps) {
  return <QueryClientProvider client={chartQueries}><LoadedChart {...props} /></QueryClientProvider>;
}
