import 'server-only';
import type { Database } from '@/db/client';
import { findAuditSeq } from '@/db/queries/find-audit-seq';

// What is read of drafts is kept until the next write of anybody. Every write leaves an audit row, so the ledger is the same while the last one is.

type Kept = Map<string, { readonly seq: number; readonly value: Promise<unknown> }>;

const shared = globalThis as { [key: symbol]: WeakMap<Database, Kept> | undefined };
const KEY = Symbol.for('frontier-ledger.desk-while-unwritten');

/** What `read` answers, asked again once anything was written. `name` is one of the code's own, never what somebody typed. */
export async function whileUnwritten<T>(db: Database, name: string, read: () => Promise<T>): Promise<T> {
  // Asked before the reading: what is written in between is then read at most once too often, never kept too long.
  const seq = await findAuditSeq(db);
  const all = (shared[KEY] ??= new WeakMap());
  const kept: Kept = all.get(db) ?? new Map();
  all.set(db, kept);
  const known = kept.get(name);
  if (known?.seq === seq) return known.value as Promise<T>;
  const value = read();
  kept.set(name, { seq, value });
  value.catch(() => kept.delete(name));
  return value;
}
