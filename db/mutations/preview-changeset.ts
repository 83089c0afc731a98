import { eq, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../client';
import { findChangeset } from '../queries/find-changesets';
import { changesets } from '../schema/index';
import { findDraftProblems, findReleaseProblems } from './publish-problems';
import { insertRelease, turnOver } from './release-rows';
import type { RowProblem } from './row-problems';

/** The ledger as it would be, seen from inside: any query on `db` with `release` answers as it will after publishing. */
export interface Preview {
  readonly db: Transaction;
  readonly release: number;
}

export interface Previewed<T> {
  /** Null where the changeset cannot even be laid over what stands; `problems` then say why. */
  readonly value: T | null;
  /** What publishing would refuse now. */
  readonly problems: readonly RowProblem[];
}

/** Carries the answer out of the transaction that must not stay. */
class Seen<T> extends Error {
  constructor(readonly previewed: Previewed<T>) {
    super('seen');
  }
}

/**
 * What `read` sees with the changeset published, whatever its state; null where there is no such changeset or nothing is drafted in it.
 * Nothing stays: the transaction is always rolled back. Writers wait meanwhile, and on the embedded database everybody, so `read` only
 * queries, and only through the `db` it is given: draw afterwards.
 */
export async function previewChangeset<T>(db: Database, changesetId: string, now: Date, read: (preview: Preview) => Promise<T>): Promise<Previewed<T> | null> {
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql`select seq from audit_head for update`);
      const changeset = await findChangeset(tx, changesetId);
      if (changeset === null || changeset.drafts.length === 0) return null;
      const { drafts, contributors, name, note } = changeset;
      const obstacles = await findDraftProblems(tx, drafts);
      // Two charts of one slug cannot stand together, not even for a look.
      if (obstacles.some(({ rule }) => rule === 'slug-taken')) return { value: null, problems: obstacles };
      await pretendApproval(tx, changeset.id, changeset.state, now);
      const release = await insertRelease(tx, { changesetId, authors: contributors.map((one) => one.name), approvedBy: '', title: name, note }, drafts, now);
      for (const kind of new Set(drafts.map((draft) => draft.kind))) await turnOver(tx, kind, changesetId, release, drafts);
      const problems = [...obstacles, ...(await findReleaseProblems(tx, drafts))];
      throw new Seen({ value: await read({ db: tx, release }), problems });
    });
  } catch (thrown) {
    if (thrown instanceof Seen) return thrown.previewed as Previewed<T>;
    throw thrown;
  }
}

/** The database takes a release of an approved changeset only, and lets states follow in their order only. */
async function pretendApproval(tx: Transaction, id: string, state: string, now: Date): Promise<void> {
  const isIt = eq(changesets.id, id);
  if (state === 'draft') await tx.update(changesets).set({ state: 'in-review', submittedAt: now }).where(isIt);
  const approval = { state: 'approved' as const, approvedAt: now, approverId: 'preview', approverName: 'preview', approvedHash: 'preview' };
  if (state !== 'approved') await tx.update(changesets).set(approval).where(isIt);
}
