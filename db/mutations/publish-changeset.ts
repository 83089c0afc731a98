import { isSystemId, type Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { Database, Transaction } from '../client';
import { findReviewMode } from '../queries/find-review-mode';
import { findDrafts } from '../queries/find-versions';
import { ownApprovals } from '../schema/index';
import { hashOfDrafts } from './approve-changeset';
import { approveInEmergency } from './approve-in-emergency';
import { moveChangeset, requireStep, type StateRefusal, type StoredChangeset } from './changeset-step';
import { writeLedger } from './ledger-transaction';
import { findChecklistProblems } from './publish-checks';
import { findDraftProblems, findReleaseProblems } from './publish-problems';
import { recordAudit, type AuditEntry } from './record-audit';
import { insertRelease, turnOver } from './release-rows';
import type { RowsRefusal } from './row-problems';

export interface PublishChangesetInput {
  readonly changesetId: string;
  readonly title: string;
  readonly note: string;
  /** A reviewer publishes what he wrote in himself, unapproved, and readers are told this reason. */
  readonly emergencyReason?: string;
}

export type PublishRefusal = Refusal | StateRefusal | RowsRefusal;

/**
 * Makes the next release of an approved changeset, whole or not at all. Refuses what requireStep refuses, `title-missing`,
 * `approval-void` where the content is no longer what was approved, `own-changeset` where the approver wrote in it and the instance is no
 * longer set to single-editor, and `not-publishable` with the list of rows and rules. With a reason for an emergency it also refuses
 * what approveInEmergency refuses.
 */
export async function publishChangeset(
  db: Database, editor: Editor, input: PublishChangesetInput, now: Date,
): Promise<Outcome<{ release: number }, PublishRefusal>> {
  return writeLedger<{ release: number }, PublishRefusal>(db, (tx) => publishWithin(tx, editor, input, now, editor.nature === 'person'));
}

/**
 * The same inside a transaction of writeLedger's; where it is refused the caller must roll back. What people publish is held to the
 * reviewers' list (`isListed`); what commands of the installation load has been through checks of its own.
 */
export async function publishWithin(
  tx: Transaction, editor: Editor, { changesetId, title, note, emergencyReason }: PublishChangesetInput, now: Date, isListed: boolean,
): Promise<Outcome<{ release: number }, PublishRefusal>> {
  if (title.trim() === '') return refuse({ code: 'title-missing', message: 'Give the release a title: readers see it.' });
  if (emergencyReason !== undefined) {
    const approved = await approveInEmergency(tx, editor, { changesetId, reason: emergencyReason }, now);
    if (!approved.ok) return approved;
  }
  const step = await requireStep(tx, editor, changesetId, 'publish');
  if (!step.ok) return step;
  const drafts = await findDrafts(tx, changesetId);
  if (hashOfDrafts(drafts) !== step.value.approvedHash) {
    return refuse({ code: 'approval-void', message: 'The changeset is no longer what was approved: it needs a new review.' });
  }
  const isOwn = isApprovedByOneOfItsOwn(step.value);
  if (isOwn && emergencyReason === undefined && (await findReviewMode(tx)) !== 'single-editor') {
    return refuse({ code: 'own-changeset', message: 'Whoever approved this changeset wrote in it: another reviewer has to approve it.' });
  }
  const draftProblems = await findDraftProblems(tx, drafts);
  if (draftProblems.length > 0) return refuse(notPublishable(draftProblems));
  const { contributors, approverName, approverId } = step.value;
  const words = { title: title.trim(), note, authors: contributors.map((contributor) => contributor.name), approvedBy: approverName ?? '' };
  const release = await insertRelease(tx, { changesetId, ...words }, drafts, now);
  const entries: AuditEntry[] = [];
  for (const kind of new Set(drafts.map((draft) => draft.kind))) {
    entries.push(...(await turnOver(tx, kind, changesetId, release, drafts)));
  }
  const releaseProblems = await findReleaseProblems(tx, drafts);
  if (releaseProblems.length > 0) return refuse(notPublishable(releaseProblems));
  const listed = isListed ? await findChecklistProblems(tx, changesetId, release, drafts) : [];
  if (listed.length > 0) return refuse(notPublishable(listed));
  if (isOwn) {
    const kind = emergencyReason === undefined ? ('single-editor' as const) : ('emergency' as const);
    await tx.insert(ownApprovals).values({ release, kind, reason: emergencyReason?.trim() ?? null, personId: approverId ?? '' });
  }
  await recordAudit(tx, editor, [
    ...entries,
    {
      action: 'publish-release', subject: 'release', subjectId: String(release), revision: null, changesetId, before: null,
      after: { title: title.trim(), note, ...(emergencyReason !== undefined && { emergencyReason: emergencyReason.trim() }) },
    },
  ], now);
  await moveChangeset(tx, editor, step.value, 'publish-changeset', { state: 'published', publishedAt: now }, now);
  return accept({ release });
}

function isApprovedByOneOfItsOwn({ approverId, contributors }: StoredChangeset): boolean {
  return approverId !== null && !isSystemId(approverId) && contributors.some(({ id }) => id === approverId);
}

function notPublishable(problems: RowsRefusal['problems']): RowsRefusal {
  const count = problems.length === 1 ? 'One thing stands' : `${problems.length} things stand`;
  return { code: 'not-publishable', problems, message: `${count} against this release: ${problems[0]?.message ?? ''}` };
}
