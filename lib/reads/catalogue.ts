import 'server-only';
import type { DcatChart } from '@/domain/dcat';
import { DEFAULT_VIEW } from '@/lib/inputs/view';
import { spanOfChart } from '@/lib/json-ld/dataset';
import { readChart, readChartDefinitions } from './chart';

/** What the catalogue says of each chart of a release, in their order. */
export async function readCatalogueCharts(release: number): Promise<readonly DcatChart[]> {
  const charts: DcatChart[] = [];
  // One after the other: the embedded database answers on the thread that serves readers.
  for (const { slug } of await readChartDefinitions(release)) {
    const read = await readChart(release, slug, DEFAULT_VIEW);
    if (!read) continue;
    const { model, definition, rows } = read;
    const [from, to] = spanOfChart(definition, rows, DEFAULT_VIEW)?.split('/') ?? [];
    charts.push({ slug, title: model.title, description: `${model.description} ${model.countingRule}`.trim(), reach: from !== undefined && to !== undefined ? { from, to } : null });
  }
  return charts;
}
