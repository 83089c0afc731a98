import { refuseDraft, type CitationDraft, type DraftRow, type RowContent } from '../../domain/draft';
import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { RowKind } from '../../domain/release';
import { canonicalJson } from '../canonical-json';
import type { Database, Transaction } from '../client';
import { asStored, toColumns } from '../ledger-rows';
import { findOpenVersions, type RowVersion } from '../queries/find-versions';
import { reopenForEdit, requireStep, type StateRefusal } from './changeset-step';
import { writeLedger } from './ledger-transaction';
import { findLastRevisions, recordAudit, type AuditEntry } from './record-audit';
import { brokenRule, malformedProblems, type RowProblem, type RowsRefusal } from './row-problems';
import { heldRefusal, refusalOfRow, staleRefusal, type HeldRefusal, type RowRefusal, type StaleRefusal } from './version-refusals';
import { insertDrafts, removeDrafts, type PlacedDraft } from './write-drafts';

export interface DraftRowsInput {
  readonly changesetId: string;
  readonly rows: readonly DraftRow[];
}

/** The revision each row now has: what the next edit of it names as `expectedRevision`. */
export interface DraftedRow {
  readonly kind: RowKind;
  readonly id: string;
  readonly revision: number;
}

export type DraftRowsRefusal = Refusal | StateRefusal | HeldRefusal | StaleRefusal | RowRefusal | RowsRefusal;

/**
 * Saves drafts of many rows at once, all or none, and sends a submitted or approved changeset back to draft. A draft of a row that
 * the changeset already holds takes the place of the earlier one. Refuses what requireStep refuses, `held-by-changeset`,
 * `version-missing`, `version-stale`, `already-exists`, `no-such-row`, `already-withdrawn`, `reason-missing`, `duplicate-row`,
 * `withdrawal-changes-row`, and `row-invalid` with the list of rows and rules.
 */
export async function draftRows(
  db: Database, editor: Editor, { changesetId, rows }: DraftRowsInput, now: Date,
): Promise<Outcome<{ rows: readonly DraftedRow[] }, DraftRowsRefusal>> {
  const malformed = rows.flatMap(malformedProblems);
  if (malformed.length > 0) return refuse(rowsRefusal(malformed));
  return writeLedger<{ rows: readonly DraftedRow[] }, DraftRowsRefusal>(db, (tx) => draftWithin(tx, editor, { changesetId, rows }, now));
}

/** The same inside a transaction of writeLedger's, for rows whose fields hold what they should. Where it is refused the caller must roll back. */
export async function draftWithin(
  tx: Transaction, editor: Editor, { changesetId, rows }: DraftRowsInput, now: Date,
): Promise<Outcome<{ rows: readonly DraftedRow[] }, DraftRowsRefusal>> {
  const step = await requireStep(tx, editor, changesetId, 'edit');
  if (!step.ok) return step;
  const known = await findKnown(tx, rows);
  for (const row of rows) {
    const refusal = await refuseRow(tx, row, known, changesetId);
    if (refusal !== null) return refuse(refusal);
  }
  await reopenForEdit(tx, editor, step.value, now);
  const placed = await place(tx, rows, known);
  const problems = await store(tx, editor, changesetId, placed, now);
  if (problems.length > 0) return refuse(rowsRefusal(problems));
  await recordAudit(tx, editor, placed.map((draft) => auditOf(draft, changesetId)), now);
  return accept({ rows: placed.map(({ row, revision }) => ({ kind: row.kind, id: row.id, revision })) });
}

function rowsRefusal(problems: readonly RowProblem[]): RowsRefusal {
  const [first] = problems;
  const message = `${problems.length === 1 ? 'One row' : `${problems.length} rows`} cannot be saved: ${first?.id ?? ''}: ${first?.message ?? ''}`;
  return { code: 'row-invalid', problems, message };
}

interface Known {
  readonly current: RowVersion | null;
  readonly draft: RowVersion | null;
}

/** What stands and what is drafted of each row, by kind and id; the row is marked when it has been looked at once. */
type KnownRows = Map<string, Known & { seen: boolean }>;

const nameOf = (row: { readonly kind: RowKind; readonly id: string }) => `${row.kind}:${row.id}`;

async function findKnown(tx: Transaction, rows: readonly DraftRow[]): Promise<KnownRows> {
  const known: KnownRows = new Map();
  for (const [kind, ids] of idsByKind(rows)) {
    for (const version of await findOpenVersions(tx, kind, ids)) {
      const before = known.get(nameOf(version)) ?? { current: null, draft: null, seen: false };
      known.set(nameOf(version), { ...before, [version.publishedIn === null ? 'draft' : 'current']: version });
    }
  }
  return known;
}

function idsByKind(rows: readonly DraftRow[]): Map<RowKind, string[]> {
  const ids = new Map<RowKind, string[]>();
  for (const row of rows) {
    const list = ids.get(row.kind) ?? [];
    list.push(row.id);
    ids.set(row.kind, list);
  }
  return ids;
}

async function refuseRow(tx: Transaction, row: DraftRow, rows: KnownRows, changesetId: string): Promise<DraftRowsRefusal | null> {
  const known = rows.get(nameOf(row)) ?? { current: null, draft: null, seen: false };
  if (known.seen) return refusalOfRow('duplicate-row', row.kind, row.id);
  rows.set(nameOf(row), { ...known, seen: true });
  const { kind, id } = row;
  const code = refuseDraft(row, known, changesetId);
  if (code === 'held-by-changeset') return heldRefusal(tx, kind, id, known.draft?.changesetId ?? '');
  if (code === 'version-stale') return staleRefusal(tx, kind, id, row.expectedRevision ?? 0, known.draft ?? known.current);
  if (code !== null) return refusalOfRow(code, kind, id);
  const changesContent = row.change === 'withdraw' && known.current !== null && !hasSameContent(row, known.current.content);
  return changesContent ? refusalOfRow('withdrawal-changes-row', kind, id) : null;
}

function hasSameContent(row: DraftRow, content: RowContent): boolean {
  const fold = (value: RowContent) => canonicalJson(toColumns(row.kind, value as never));
  return fold(row.content) === fold(content);
}

async function place(tx: Transaction, rows: readonly DraftRow[], known: KnownRows): Promise<PlacedDraft[]> {
  const last = new Map<string, number>();
  for (const [kind, ids] of idsByKind(rows)) {
    for (const [id, revision] of await findLastRevisions(tx, kind, ids)) last.set(nameOf({ kind, id }), revision);
  }
  return rows.map((row) => ({ row, revision: (last.get(nameOf(row)) ?? 0) + 1, replaces: known.get(nameOf(row))?.draft ?? null }));
}

/** Stores all drafts; where the database refuses, finds out row by row which rules are broken (the caller then rolls back). */
async function store(tx: Transaction, editor: Editor, changesetId: string, placed: readonly PlacedDraft[], now: Date): Promise<RowProblem[]> {
  const write = (drafts: readonly PlacedDraft[]) => tx.transaction(async (savepoint) => {
    await removeDrafts(savepoint, drafts.flatMap(({ replaces }) => (replaces === null ? [] : [replaces])));
    await insertDrafts(savepoint, editor, changesetId, drafts, now);
  });
  try {
    await write(placed);
    return [];
  } catch (error) {
    const problems: RowProblem[] = [];
    for (const draft of placed) {
      const { kind, id } = draft.row;
      await write([draft]).catch((rowError: unknown) => {
        const problem = brokenRule(rowError, { kind, id });
        if (problem === null) throw rowError;
        problems.push(problem);
      });
    }
    if (problems.length === 0) throw error;
    return problems;
  }
}

function auditOf({ row, revision, replaces }: PlacedDraft, changesetId: string): AuditEntry {
  const { kind, id, change, changeNote, citations } = row;
  const after = { change, changeNote, content: asStored(kind, row.content as never), citations: citations.map(({ sourceId, locator, quote, paraphrase, role }: CitationDraft) =>
    ({ sourceId, locator, quote, paraphrase, role })) };
  const before = replaces && { revision: replaces.revision, change: replaces.change, changeNote: replaces.changeNote, content: replaces.content, citations: replaces.citations };
  return { action: 'draft-row', subject: kind, subjectId: id, revision, changesetId, before, after };
}
