import { asc, getTableColumns, gt, sql } from 'drizzle-orm';
import { auditHash, FIRST_HASH } from '../audit-hash';
import type { Database } from '../client';
import { audit, auditHead } from '../schema/index';

/** Whether the audit chain is whole; if not, the first row that is missing, added or changed, and what gives it away. */
export type AuditVerdict =
  | { readonly isWhole: true; readonly rows: number; readonly hash: string }
  | { readonly isWhole: false; readonly seq: number; readonly reason: AuditBreak };

/** `added`: a row behind the last link, which no write of ours leaves there. */
export type AuditBreak = 'missing' | 'does-not-follow' | 'content-changed' | 'head-differs' | 'added';

const CHUNK = 1_000;

/** Recomputes every link from what the database holds now. Reads the whole audit, a thousand rows at a time. */
export async function verifyAudit(db: Database): Promise<AuditVerdict> {
  // The head is read first: links that are added meanwhile lie behind it and are left for the next time.
  const [head] = await db.select({ seq: auditHead.seq, hash: auditHead.hash, last: sql<number | null>`(select max(seq) from audit)` }).from(auditHead);
  if (!head) return { isWhole: false, seq: 0, reason: 'head-differs' };
  let previous = { seq: 0, hash: FIRST_HASH };
  while (previous.seq < head.seq) {
    const links = await db.select(getTableColumns(audit)).from(audit).where(gt(audit.seq, previous.seq)).orderBy(asc(audit.seq)).limit(CHUNK);
    if (links.length === 0) return { isWhole: false, seq: previous.seq + 1, reason: 'missing' };
    for (const { hash, at, ...link } of links) {
      const broken = (reason: AuditBreak) =>
        ({ isWhole: false as const, seq: reason === 'missing' ? previous.seq + 1 : link.seq, reason });
      if (link.seq !== previous.seq + 1) return broken('missing');
      if (link.prevHash !== previous.hash) return broken('does-not-follow');
      if (auditHash({ ...link, at: at.toISOString() }) !== hash) return broken('content-changed');
      previous = { seq: link.seq, hash };
      if (link.seq === head.seq) {
        if (hash !== head.hash) return broken('head-differs');
        break;
      }
    }
  }
  if ((head.last ?? 0) > head.seq) return { isWhole: false, seq: head.seq + 1, reason: 'added' };
  return { isWhole: true, rows: head.seq, hash: head.hash };
}
