import 'server-only';
import type { Database } from '@/db/client';
import { findContents } from '@/db/queries/find-contents';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findRolledRows } from '@/db/queries/find-rolled-rows';
import { referencesOf } from '@/domain/reference';
import type { RowKind } from '@/domain/release';
import { restoreRow } from '@/domain/review/rollback';
import { titleOf, type Named } from '@/domain/row-title';

export interface RollbackRow {
  readonly kind: RowKind;
  readonly id: string;
  readonly title: string;
  /** What the rollback would do to it. */
  readonly way: 'restore' | 'withdraw' | 'nothing';
  /** The later release that changed it again, or null. */
  readonly changedSince: number | null;
}

/** What rolling a release back would do, row by row. */
export async function readRollback(db: Database, release: number): Promise<RollbackRow[]> {
  const rows = await findRolledRows(db, release);
  const names = rows.flatMap(({ kind, current }) => referencesOf(kind, current.content as never));
  const contents = await findContents(db, await findCurrentRelease(db), names, 1);
  const named: Named = (kind, id) => contents.get(kind, id);
  return rows.map((row) => {
    const draft = restoreRow(row, { change: 'correct', note: '-' });
    const way = draft === null ? ('nothing' as const) : draft.change === 'withdraw' ? ('withdraw' as const) : ('restore' as const);
    return { kind: row.kind, id: row.id, title: titleOf(row.kind, row.current.content as never, named), way, changedSince: row.changedSince };
  });
}
