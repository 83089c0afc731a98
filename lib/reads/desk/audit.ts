import 'server-only';
import type { Database } from '@/db/client';
import { type AuditChoices, type AuditGroup, type AuditRow, choicesOf, countAudit, findAudit } from '@/db/queries/find-audit';
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
  const [found, groups] = await Promise.all([findAudit(db, filter, { before, limit: PAGE + 1 }), countOn(db)]);
  const entries = found.slice(0, PAGE);
  const older = found.length > PAGE ? (entries.at(-1)?.seq ?? null) : null;
  return { entries, older, choices: choicesOf(groups) };
}

// Entries never change and none comes before one that stands: what was counted once stays counted, and only newer ones are looked at.
const shared = globalThis as { [key: symbol]: WeakMap<Database, readonly AuditGroup[]> | undefined };
const KEY = Symbol.for('frontier-ledger.audit-counted');

async function countOn(db: Database): Promise<readonly AuditGroup[]> {
  const all = (shared[KEY] ??= new WeakMap());
  const counted = all.get(db) ?? [];
  const newer = await countAudit(db, counted.reduce((last, group) => Math.max(last, group.last), 0));
  if (newer.length === 0) return counted;
  const groups = new Map(counted.map((group) => [keyOf(group), group]));
  for (const group of newer) groups.set(keyOf(group), { ...group, entries: group.entries + (groups.get(keyOf(group))?.entries ?? 0) });
  const sum = [...groups.values()];
  all.set(db, sum);
  return sum;
}

const keyOf = ({ id, nature, action, subject }: AuditGroup): string => JSON.stringify([id, nature, action, subject]);
