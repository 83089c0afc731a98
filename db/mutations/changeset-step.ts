import { eq, getTableColumns } from 'drizzle-orm';
import { refuseStep, stateAfter, type ChangesetStep } from '../../domain/changeset';
import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { ChangesetState } from '../../domain/release';
import type { ReviewMode } from '../../domain/review/alone';
import type { Transaction } from '../client';
import { changesets } from '../schema/index';
import { recordAudit } from './record-audit';

export type StoredChangeset = typeof changesets.$inferSelect;

export interface StateRefusal extends Refusal {
  readonly code: 'wrong-state';
  readonly state: ChangesetState;
}

const RIGHTS = {
  'not-allowed': 'Your role does not allow this: editors work in their own changesets, approving and publishing need a reviewer.',
  'own-changeset': 'You wrote in this changeset yourself: another reviewer has to approve it.',
} as const;

/** The changeset, if it exists, the editor may take the step and its state allows it. Refuses `no-such-changeset`, `not-allowed`, `own-changeset`, `wrong-state`. */
export async function requireStep(
  tx: Transaction, editor: Editor, changesetId: string, step: ChangesetStep, mode: ReviewMode = 'two-people',
): Promise<Outcome<StoredChangeset, Refusal | StateRefusal>> {
  const [changeset] = await tx.select(getTableColumns(changesets)).from(changesets).where(eq(changesets.id, changesetId)).for('update');
  if (!changeset) return refuse({ code: 'no-such-changeset', message: 'There is no such changeset.' });
  const right = refuseStep(editor, step, changeset.contributors.map((contributor) => contributor.id), mode);
  if (right !== null) return refuse({ code: right, message: RIGHTS[right] });
  if (stateAfter(changeset.state, step) === null) {
    return refuse({ code: 'wrong-state', state: changeset.state, message: `The changeset "${changeset.name}" is ${changeset.state}: it cannot be changed in this way.` });
  }
  return accept(changeset);
}

type Stamps = Partial<Pick<StoredChangeset,
  'state' | 'contributors' | 'submittedAt' | 'approvedAt' | 'approverId' | 'approverName' | 'approvedHash' | 'publishedAt' | 'abandonedAt'>>;

/** Changes a changeset's state or stamps and records it. */
export async function moveChangeset(
  tx: Transaction, editor: Editor, changeset: StoredChangeset, action: string, stamps: Stamps, now: Date,
): Promise<void> {
  await tx.update(changesets).set(stamps).where(eq(changesets.id, changeset.id));
  const before = Object.fromEntries(Object.keys(stamps).map((name) => [name, changeset[name as keyof Stamps]]));
  await recordAudit(tx, editor, [
    { action, subject: 'changeset', subjectId: changeset.id, revision: null, changesetId: changeset.id, before, after: stamps },
  ], now);
}

/** Makes the changeset a draft again for an edit by `editor`; an approval is void from here on. Writes nothing if nothing changes. */
export async function reopenForEdit(tx: Transaction, editor: Editor, changeset: StoredChangeset, now: Date): Promise<void> {
  const isContributor = changeset.contributors.some((contributor) => contributor.id === editor.id);
  if (changeset.state === 'draft' && isContributor) return;
  const contributors = isContributor ? changeset.contributors : [...changeset.contributors, { id: editor.id, name: editor.name }];
  const blank = { submittedAt: null, approvedAt: null, approverId: null, approverName: null, approvedHash: null };
  await moveChangeset(tx, editor, changeset, 'reopen-changeset', { state: 'draft', contributors, ...blank }, now);
}
