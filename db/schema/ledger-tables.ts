import type { PgTable } from 'drizzle-orm/pg-core';
import type { RowKind } from '../../domain/release';
import { closures, crossings } from './borders';
import { claims, incidents, places } from './clashes';
import { indicators, organisations, readings, series } from './counting';
import type { LedgerColumns } from './ledger-columns';
import { sources } from './sources';
import { annotations, charts, sentences } from './telling';

const tables = {
  organisation: organisations,
  source: sources,
  indicator: indicators,
  series,
  reading: readings,
  crossing: crossings,
  closure: closures,
  incident: incidents,
  claim: claims,
  place: places,
  annotation: annotations,
  chart: charts,
  sentence: sentences,
} satisfies Record<RowKind, PgTable>;

export type LedgerTable = PgTable & LedgerColumns;

/** The table of a kind, known only by its ledger columns: for what is done to every kind alike. */
export function ledgerTable(kind: RowKind): LedgerTable {
  return tables[kind];
}
