import type { Database } from '@/db/client';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findRowIds } from '@/db/queries/find-row-ids';
import { addDays } from '@/domain/period';
import { inviteFirstAdmin } from '@/lib/accounts/invitation';
import { draftOf } from '../../tests/fixtures/ledger-rows';
import { openWith, publishRows, valueOf } from '../../tests/fixtures/ledger-steps';

// What the desk is measured on: the starting data, a changeset as people have it, and one with as many rows as a long import.

const PREFIX = 'desk-bench-';
const LONG = 2_000;
const GRID_SERIES = 60;
const FIRST = '2015-01-01';

export interface DeskLedger {
  /** Of the link by which the first admin joins. */
  readonly token: string;
  readonly changesetId: string;
  readonly longChangesetId: string;
  /** Sixty series, for the grid at its largest. */
  readonly gridSeries: readonly string[];
  readonly ids: { readonly chart: string; readonly source: string; readonly sentence: string; readonly incident: string; readonly reading: string };
}

export async function layOutDesk(db: Database): Promise<DeskLedger> {
  const { token } = valueOf(await inviteFirstAdmin(db, { email: 'amina@ledger.example', name: 'Amina Yousaf' }, new Date()));
  await publishRows(db, (['source', 'organisation', 'indicator', 'series'] as const).map((kind) => draftOf(PREFIX, kind)));
  const days = (count: number, from: string) => Array.from({ length: count }, (_, at) => {
    const day = addDays(from, at);
    const content = { period: { kind: 'day', start: day, end: day } as const, value: 40 + (at % 60), reportedOn: addDays(day, 1), knownFrom: addDays(day, 1) };
    return draftOf(PREFIX, 'reading', { id: `${PREFIX}${day}` }, content);
  });
  const changesetId = await openWith(db, days(12, '2014-01-01'));
  const longChangesetId = await openWith(db, days(LONG, FIRST));
  const release = await findCurrentRelease(db);
  const first = async (kind: Parameters<typeof findRowIds>[1]) => (await findRowIds(db, kind, release))[0] ?? '';
  return {
    token, changesetId, longChangesetId,
    gridSeries: (await findRowIds(db, 'series', release)).slice(0, GRID_SERIES),
    ids: { chart: await first('chart'), source: await first('source'), sentence: await first('sentence'), incident: await first('incident'), reading: await first('reading') },
  };
}
