import { refuseVersion } from '../../domain/draft';
import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { RowKind } from '../../domain/release';
import type { Database } from '../client';
import { findOpenVersions, type RowVersion } from '../queries/find-versions';
import { reopenForEdit, requireStep, type StateRefusal } from './changeset-step';
import { writeLedger } from './ledger-transaction';
import { recordAudit } from './record-audit';
import { refusalOfRow, staleRefusal, type RowRefusal, type StaleRefusal } from './version-refusals';
import { removeDrafts } from './write-drafts';

export interface DiscardDraftInput {
  readonly changesetId: string;
  readonly kind: RowKind;
  readonly id: string;
  /** The revision of the draft the editor saw. */
  readonly expectedRevision?: number | null;
}

/** What was thrown away, and what stands without it: enough to save it once more. */
export interface DiscardedDraft {
  readonly draft: RowVersion;
  /** The revision of the published version; null where there is none. */
  readonly standing: number | null;
}

/** Takes one draft out of a changeset; its content stays in the audit chain. Refuses what requireStep refuses, `no-such-draft`, `version-missing`, `version-stale`. */
export async function discardDraft(
  db: Database, editor: Editor, { changesetId, kind, id, expectedRevision }: DiscardDraftInput, now: Date,
): Promise<Outcome<DiscardedDraft, Refusal | StateRefusal | RowRefusal | StaleRefusal>> {
  return writeLedger<DiscardedDraft, Refusal | StateRefusal | RowRefusal | StaleRefusal>(db, async (tx) => {
    const step = await requireStep(tx, editor, changesetId, 'edit');
    if (!step.ok) return step;
    const open = await findOpenVersions(tx, kind, [id]);
    const draft = open.find((version) => version.publishedIn === null && version.changesetId === changesetId);
    if (!draft) return refuse(refusalOfRow('no-such-draft', kind, id));
    const code = refuseVersion(expectedRevision ?? null, draft);
    if (code === 'version-stale') return refuse(await staleRefusal(tx, kind, id, expectedRevision ?? 0, draft));
    if (code !== null) return refuse(refusalOfRow(code, kind, id));
    await reopenForEdit(tx, editor, step.value, now);
    await removeDrafts(tx, [draft]);
    const { revision, change, changeNote, content, citations } = draft;
    await recordAudit(tx, editor, [
      { action: 'discard-draft', subject: kind, subjectId: id, revision, changesetId, before: { change, changeNote, content, citations }, after: null },
    ], now);
    return accept({ draft, standing: open.find((version) => version.publishedIn !== null)?.revision ?? null });
  });
}
