import 'server-only';
import { buildChart } from '@/domain/chart/build';
import type { ChartDefinition } from '@/domain/chart/definition';
import { ChartDefinitionError, type DefinitionFault } from '@/domain/chart/definition-error';
import type { ChartModel } from '@/domain/chart/model';
import type { ChartRows } from '@/domain/chart/rows';
import type { RowContents } from '@/domain/draft';
import { accept, refuse, type Outcome } from '@/domain/outcome';
import type { RowKind } from '@/domain/release';
import type { DefinitionRefusal } from '@/lib/inputs/preview-definition';

/** Kinds of rows whose drafts change what a definition draws. */
export const CHART_GROUND: readonly RowKind[] = [
  'organisation', 'source', 'indicator', 'series', 'reading', 'crossing', 'closure', 'incident', 'claim', 'place', 'annotation',
];

export interface BuiltPreview {
  readonly model: ChartModel;
  /** What the chart says of itself without a word of the editor. */
  readonly computedAltText: string;
}

/** The chart as it would be with this definition, or the sentence and the field for which it is refused. */
export function buildPreview(content: RowContents['chart'], rows: ChartRows): Outcome<BuiltPreview, DefinitionRefusal> {
  const definition = asRow(content, rows.release);
  try {
    return accept({ model: buildChart(definition, rows), computedAltText: buildChart({ ...definition, altText: '' }, rows).altText });
  } catch (error) {
    if (!(error instanceof ChartDefinitionError)) throw error;
    return refuse({ code: 'definition-refused', field: fieldOf(error.fault, content), message: sentenceOf(error) });
  }
}

/** A definition as if it stood in the release. */
export function asRow(content: RowContents['chart'], release: number): ChartDefinition {
  return { ...content, id: 'preview', revision: 1, publishedIn: release, change: 'add', changeNote: null, status: 'current', citations: [] };
}

function fieldOf(fault: DefinitionFault, { kind }: RowContents['chart']): string {
  switch (fault) {
    case 'unknown-crossing': return kind === 'periods' ? 'closureCrossingIds' : 'crossingIds';
    case 'unknown-incident': return kind === 'claims' ? 'incidentId' : 'incidentIds';
    case 'malformed-range': return 'from';
    case 'too-many-series': return 'arrangement';
    case 'incompatible-series': return kind === 'periods' ? 'arrangement' : 'seriesId';
    case 'unknown-series':
    case 'negative-value': return kind === 'periods' ? 'seriesIds' : 'seriesId';
  }
}

/** The reason without the slug before it, as a sentence of its own. */
function sentenceOf({ message, slug }: ChartDefinitionError): string {
  const reason = message.replace(`Chart ${slug}: `, '').replace(/^it names/, 'the chart names').replace(/^it ends/, 'the chart ends').replace(/^its /, 'the chart’s ');
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
}
