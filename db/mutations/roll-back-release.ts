import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import { restoreRow } from '../../domain/review/rollback';
import type { Database } from '../client';
import { findRelease } from '../queries/find-releases';
import { findRolledRows } from '../queries/find-rolled-rows';
import { draftWithin, type DraftRowsRefusal } from './draft-rows';
import { writeLedger } from './ledger-transaction';
import { openWithin } from './open-changeset';

export interface RollBackInput {
  readonly release: number;
  /** What readers are told beside every row. */
  readonly reason: string;
  readonly change: 'correct' | 'update';
  /** Rows that a later release changed again, as `kind:id`, and that are to be given back their old content all the same. */
  readonly also: readonly string[];
}

export interface RolledBack {
  readonly changesetId: string;
  readonly restored: number;
  /** Rows that were changed since and left alone. */
  readonly left: number;
}

/**
 * Opens a changeset that gives the rows of a release back what they were before it; it goes through review as any other. Refuses
 * `reason-missing`, `no-such-release`, `nothing-to-restore`, and what draftRows refuses, such as `held-by-changeset`.
 */
export async function rollBackRelease(
  db: Database, editor: Editor, { release, reason, change, also }: RollBackInput, now: Date,
): Promise<Outcome<RolledBack, Refusal | DraftRowsRefusal>> {
  const note = reason.trim();
  if (note === '') return refuse({ code: 'reason-missing', message: 'Say why the release is rolled back: readers see this.' });
  return writeLedger<RolledBack, Refusal | DraftRowsRefusal>(db, async (tx) => {
    const published = await findRelease(tx, release);
    if (published === null) return refuse({ code: 'no-such-release', message: 'There is no such release.' });
    const rows = await findRolledRows(tx, release);
    const wanted = rows.filter((row) => row.changedSince === null || also.includes(`${row.kind}:${row.id}`));
    const drafts = wanted.flatMap((row) => restoreRow(row, { change, note }) ?? []);
    if (drafts.length === 0) return refuse({ code: 'nothing-to-restore', message: 'Nothing of this release is left to be taken back.' });
    const words = { name: `Roll back release ${release}: ${published.title}`.slice(0, 200), note };
    const changesetId = await openWithin(tx, editor, words, now);
    const drafted = await draftWithin(tx, editor, { changesetId, rows: drafts }, now);
    if (!drafted.ok) return drafted;
    return accept({ changesetId, restored: drafts.length, left: rows.length - wanted.length });
  });
}
