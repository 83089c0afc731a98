import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { ChartModel } from '@/domain/chart/model';

/** One cache for all charts of a page. A model belongs to a release and never changes, so it is never asked for twice. */
export const chartQueries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: 1, refetchOnWindowFocus: false } } });

/** The model behind a chart, from the address the page gives. Throws where the answer is no model; the static drawing then stays. */
export function chartModelQuery(modelUrl: string) {
  return queryOptions({
    queryKey: ['chart-model', modelUrl],
    queryFn: async ({ signal }): Promise<ChartModel> => {
      const response = await fetch(modelUrl, { signal });
      if (!response.ok) throw new Error(`The chart model answered ${response.status}`);
      // Our own route of the same build sends a ChartModel; it is no public format.
      return await response.json() as ChartModel;
    },
  });
}
