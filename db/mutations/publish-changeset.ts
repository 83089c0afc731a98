import { sql } from 'drizzle-orm';
import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { Release, RowKind } from '../../domain/release';
import type { Database, Transaction } from '../client';
import { findCurrentRelease } from '../queries/find-current-release';
import { findDrafts, type RowVersion } from '../queries/find-versions';
import { releases } from '../schema/index';
import { ledgerTable } from '../schema/ledger-tables';
import { hashOfDrafts } from './approve-changeset';
import { moveChangeset, requireStep, type StateRefusal, type StoredChangeset } from './changeset-step';
import { writeLedger } from './ledger-transaction';
import { findDraftProblems, findReleaseProblems } from './publish-problems';
import { recordAudit, type AuditEntry } from './record-audit';
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
    const release = await insertRelease(tx, step.value, drafts, { title: title.trim(), note }, now);
    const entries: AuditEntry[] = [];
    for (const kind of new Set(drafts.map((draft) => draft.kind))) {
      entries.push(...(await turnOver(tx, kind, changesetId, release, drafts.filter((draft) => draft.kind === kind))));
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

async function insertRelease(
  tx: Transaction, changeset: StoredChangeset, drafts: readonly RowVersion[], words: { title: string; note: string }, now: Date,
): Promise<number> {
  const number = (await findCurrentRelease(tx)) + 1;
  const count = (change: RowVersion['change']) => drafts.filter((draft) => draft.change === change).length;
  const counts: Release['counts'] = { added: count('add'), updated: count('update'), corrected: count('correct'), withdrawn: count('withdraw') };
  await tx.insert(releases).values({
    number,
    publishedAt: now,
    ...words,
    changesetId: changeset.id,
    authors: changeset.contributors.map((contributor) => contributor.name),
    approvedBy: changeset.approverName ?? '',
    counts,
  });
  return number;
}

/** Closes what the drafts of one kind replace, then publishes them. The audit has an entry for each version touched. */
async function turnOver(
  tx: Transaction, kind: RowKind, changesetId: string, release: number, drafts: readonly RowVersion[],
): Promise<AuditEntry[]> {
  const table = ledgerTable(kind);
  const closed = await tx.execute<{ id: string; revision: number }>(sql`
    update ${table} as old set superseded_in = ${release} from ${table} as draft
    where draft.changeset_id = ${changesetId} and draft.published_in is null
      and old.id = draft.id and old.published_in is not null and old.superseded_in is null
    returning old.id, old.revision`);
  await tx.execute(sql`update ${table} set published_in = ${release} where changeset_id = ${changesetId} and published_in is null`);
  const of = (action: string, { id, revision }: { id: string; revision: number }, field: string): AuditEntry =>
    ({ action, subject: kind, subjectId: id, revision, changesetId, before: { [field]: null }, after: { [field]: release } });
  const inOrder = [...closed.rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    ...inOrder.map((row) => of('supersede-row', row, 'supersededIn')),
    ...drafts.map((draft) => of('publish-row', draft, 'publishedIn')),
  ];
}
