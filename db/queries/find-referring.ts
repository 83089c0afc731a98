import { inArray } from 'drizzle-orm';
import type { RowContents } from '../../domain/draft';
import { referencesOf } from '../../domain/reference';
import type { RowKind } from '../../domain/release';
import type { Database } from '../client';
import { toContent, type StandingRow } from '../ledger-rows';
import { readings } from '../schema/index';
import { standingRows } from './find-rows';

/** Which kinds can name a row of a kind. */
const REFERRING: Readonly<Record<RowKind, readonly RowKind[]>> = {
  organisation: ['series', 'claim'], source: ['closure'], indicator: ['series'], series: ['reading', 'chart', 'sentence'], reading: [],
  crossing: ['closure', 'chart', 'sentence'], closure: ['sentence'], incident: ['claim', 'chart'], claim: ['sentence'], place: ['incident'],
  annotation: [], chart: [], sentence: [],
};

export interface ReferringRow {
  readonly kind: RowKind;
  readonly id: string;
  readonly content: RowContents[RowKind];
}

/** The rows of a release, withdrawn ones apart, that name this row in a field of theirs. Citations are not fields. */
export async function findReferring(db: Database, release: number, kind: RowKind, id: string): Promise<ReferringRow[]> {
  const found: ReferringRow[] = [];
  for (const other of REFERRING[kind]) {
    // Readings are many, and their series is a column of their own.
    const where = other === 'reading' ? inArray(readings.seriesId, [id]) : undefined;
    const rows = (await standingRows(db, other, release, { where })) as StandingRow[];
    for (const row of rows) {
      const content = toContent(other, row);
      const isNaming = referencesOf(other, content as never).some((reference) => reference.kind === kind && reference.id === id);
      if (row.change !== 'withdraw' && isNaming) found.push({ kind: other, id: row.id, content });
    }
  }
  return found;
}
