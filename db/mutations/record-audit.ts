import { sql } from 'drizzle-orm';
import type { Editor } from '../../domain/editor';
import { auditHash, type AuditLink } from '../audit-hash';
import type { Transaction } from '../client';
import { audit, auditHead } from '../schema/index';
import { insertRecords } from './insert-records';

export interface AuditEntry {
  /** A verb: `draft-row`, `publish-row`, `open-changeset` ... */
  readonly action: string;
  /** A row kind, `changeset`, `release`, or a word of another part of the app. */
  readonly subject: string;
  readonly subjectId: string;
  readonly revision: number | null;
  readonly changesetId: string | null;
  /** Plain JSON, or null. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Adds links to the audit chain, in the transaction of the change they tell of. */
export async function recordAudit(tx: Transaction, editor: Editor, entries: readonly AuditEntry[], now: Date): Promise<void> {
  if (entries.length === 0) return;
  const [head] = await tx.select({ seq: auditHead.seq, hash: auditHead.hash }).from(auditHead).for('update');
  if (!head) throw new Error('The audit chain has lost its head.');
  let { seq, hash } = head;
  const links = entries.map((entry) => {
    seq += 1;
    const link: AuditLink = {
      ...entry,
      seq,
      at: now.toISOString(),
      editorId: editor.id,
      editorName: editor.name,
      editorNature: editor.nature,
      before: plain(entry.before),
      after: plain(entry.after),
      prevHash: hash,
    };
    hash = auditHash(link);
    return { ...link, hash };
  });
  await insertRecords(tx, audit, links);
}

/** What jsonb will give back: no undefined, dates as text. */
function plain(value: unknown): unknown {
  return value === null || value === undefined ? null : JSON.parse(JSON.stringify(value));
}

/** The highest revision the ledger ever gave to each of the ids, discarded drafts included; absent for a new id. */
export async function findLastRevisions(tx: Transaction, kind: string, ids: readonly string[]): Promise<Map<string, number>> {
  const answer = await tx.execute<{ id: string; revision: number }>(sql`
    select subject_id as id, max(revision) as revision from audit
    where subject = ${kind} and subject_id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    group by subject_id`);
  return new Map(answer.rows.map((row) => [row.id, Number(row.revision)]));
}
