import 'server-only';
import type { Database } from '@/db/client';
import { findAudit, findAuditChoices, type AuditChoices, type AuditRow } from '@/db/queries/find-audit';
import type { AuditFilter } from '@/lib/inputs/audit-filter';

const PAGE = 50;

export interface AuditPage {
  readonly entries: readonly AuditRow[];
  /** Cursor of the next, older page; null on the last one. */
  readonly older: number | null;
  readonly choices: AuditChoices;
}

/** One page of the audit, newest first, with what its filters offer. */
export async function readAuditPage(db: Database, filter: AuditFilter, before: number | null): Promise<AuditPage> {
  const [found, choices] = await Promise.all([findAudit(db, filter, { before, limit: PAGE + 1 }), findAuditChoices(db)]);
  const entries = found.slice(0, PAGE);
  const older = found.length > PAGE ? (entries.at(-1)?.seq ?? null) : null;
  return { entries, older, choices };
}
