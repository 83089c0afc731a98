import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { Database } from '../client';
import { findDrafts } from '../queries/find-versions';
import { hashOfDrafts } from './approve-changeset';
import { moveChangeset, requireStep, type StateRefusal } from './changeset-step';
import { writeLedger } from './ledger-transaction';
import { findDraftProblems, findReleaseProblems } from './publish-problems';
import { recordAudit, type AuditEntry } from './record-audit';
import { insertRelease, turnOver } from './release-rows';
import type { RowsRefusal } from './row-problems';

export interface PublishChangesetInput {
  readonly changesetId: string;
  readonly title: string;
  readonly note: string;
}

type PublishRefusal = Refusal | StateRefusal | RowsRefusal;

/**
 * Makes the next release of an approved changeset, whole or not at all. Refuses what requireStep refuses, `title-missing`,
 * `approval-void` where the content is no longer what was approved, and `not-publishable` with the list of rows and rules.
 */
export async function publishChangeset(
  db: Database, editor: Editor, { changesetId, title, note }: PublishChangesetInput, now: Date,
): Promise<Outcome<{ release: number }, PublishRefusal>> {
  if (title.trim() === '') return refuse({ code: 'title-missing', message: 'Give the release a title: readers see it.' });
  return writeLedger<{ release: number }, PublishRefusal>(db, async (tx) => {
    const step = await requireStep(tx, editor, changesetId, 'publish');
    if (!step.ok) return step;
    const drafts = await findDrafts(tx, changesetId);
    if (hashOfDrafts(drafts) !== step.value.approvedHash) {
      return refuse({ code: 'approval-void', message: 'The changeset is no longer what was approved: it needs a new review.' });
    }
    const draftProblems = await findDraftProblems(tx, drafts);
    if (draftProblems.length > 0) return refuse(notPublishable(draftProblems));
    const { contributors, approverName } = step.value;
    const words = { title: title.trim(), note, authors: contributors.map((contributor) => contributor.name), approvedBy: approverName ?? '' };
    const release = await insertRelease(tx, { changesetId, ...words }, drafts, now);
    const entries: AuditEntry[] = [];
    for (const kind of new Set(drafts.map((draft) => draft.kind))) {
      entries.push(...(await turnOver(tx, kind, changesetId, release, drafts)));
    }
    const releaseProblems = await findReleaseProblems(tx, drafts);
    if (releaseProblems.length > 0) return refuse(notPublishable(releaseProblems));
    await recordAudit(tx, editor, [
      ...entries,
      { action: 'publish-release', subject: 'release', subjectId: String(release), revision: null, changesetId, before: null, after: { title: title.trim(), note } },
    ], now);
    await moveChangeset(tx, editor, step.value, 'publish-changeset', { state: 'published', publishedAt: now }, now);
    return accept({ release });
  });
}

function notPublishable(problems: RowsRefusal['problems']): RowsRefusal {
  const count = problems.length === 1 ? 'One thing stands' : `${problems.length} things stand`;
  return { code: 'not-publishable', problems, message: `${count} against this release: ${problems[0]?.message ?? ''}` };
}
