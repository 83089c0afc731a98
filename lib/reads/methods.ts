import 'server-only';
import { group } from 'd3-array';
import { findReadings } from '@/db/queries/find-readings';
import { findNames, type NamedRow } from '@/db/queries/find-names';
import { cellHistory, valueAsOf, type Reading } from '@/domain/reading';
import { ledgerAt } from './ledger';
import { readChartDefinitions } from './chart';

/** How steady an organisation's printed values have been, in cells of the release. */
export interface Steadiness {
  readonly cells: number;
  /** Cells whose value the source changed later. */
  readonly revised: number;
  /** Cells for which two values of the same day stand side by side. */
  readonly rival: number;
  /** Cells for which nobody found the original statement. */
  readonly unconfirmed: number;
  /** Cells whose page shows no date. */
  readonly undated: number;
}

export interface CounterRead {
  readonly organisation: NamedRow<'organisation'>;
  readonly indicators: readonly { readonly indicator: NamedRow<'indicator'>; readonly charts: readonly { readonly slug: string; readonly title: string }[] }[];
  readonly notes: readonly string[];
  readonly steadiness: Steadiness;
  readonly isRedistributable: boolean;
}

export interface MethodsRead {
  /** Who counts, the one with most cells first. */
  readonly counters: readonly CounterRead[];
  /** Who only speaks in claims, by name. */
  readonly claimants: readonly NamedRow<'organisation'>[];
  readonly licences: readonly { readonly licence: string; readonly documents: number }[];
}

/** How everyone in a release counts, and what is known to be wrong with it. */
export async function readMethods(release: number): Promise<MethodsRead> {
  const db = await ledgerAt(release);
  const [names, definitions, readings] = [await findNames(db, release), await readChartDefinitions(release), await findReadings(db, { release })];
  const bySeries = group(readings, ({ seriesId }) => seriesId);
  const counters = names.organisations.flatMap((organisation): CounterRead[] => {
    const series = names.series.filter(({ organisationId }) => organisationId === organisation.id);
    if (series.length === 0) return [];
    const chartsOf = (indicatorId: string) => {
      const ids = new Set(series.filter((each) => each.indicatorId === indicatorId).map(({ id }) => id));
      return definitions.filter(({ options }) => ('seriesIds' in options && options.seriesIds.some((id) => ids.has(id))) || ('seriesId' in options && ids.has(options.seriesId))).map(({ slug, title }) => ({ slug, title }));
    };
    return [{
      organisation,
      indicators: names.indicators.filter(({ id }) => series.some(({ indicatorId }) => indicatorId === id)).map((indicator) => ({ indicator, charts: chartsOf(indicator.id) })),
      notes: [...new Set(series.flatMap(({ methodNote }) => methodNote ?? []))],
      steadiness: steadinessOf(series.flatMap(({ id }) => bySeries.get(id) ?? [])),
      isRedistributable: series.every((each) => each.isRedistributable),
    }];
  });
  const licences = group(names.sources, ({ licence }) => licence);
  return {
    counters: counters.toSorted((a, b) => b.steadiness.cells - a.steadiness.cells),
    claimants: names.organisations.filter(({ id }) => names.claims.some(({ claimantId }) => claimantId === id) && !counters.some(({ organisation }) => organisation.id === id)),
    licences: [...licences].map(([licence, sources]) => ({ licence, documents: sources.length })),
  };
}

function steadinessOf(readings: readonly Reading[]): Steadiness {
  const cells = [...group(readings, ({ seriesId, period }) => `${seriesId} ${period.start} ${period.end}`).values()].flatMap((members) => valueAsOf(cellHistory(members), null) ?? []);
  const count = (is: (cell: (typeof cells)[number]) => boolean): number => cells.filter(is).length;
  return {
    cells: cells.length,
    revised: count(({ vintages }) => vintages.length > 0),
    rival: count(({ rivals }) => rivals.length > 0),
    unconfirmed: count(({ reading }) => reading.isUnconfirmed),
    undated: count(({ reading }) => reading.reportedOn === null),
  };
}
