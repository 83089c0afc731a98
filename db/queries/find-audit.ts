import { and, asc, count, desc, eq, getTableColumns, gt, gte, lt, max, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import { audit, changesets, users } from '../schema/index';

/** What is asked of the audit; days are UTC and inclusive, null is any. */
export interface AuditQuestion {
  readonly person: string | null;
  readonly action: string | null;
  readonly subject: string | null;
  readonly id: string | null;
  readonly changeset: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface AuditRow {
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  readonly editorId: string;
  readonly editorName: string;
  readonly editorNature: string;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly revision: number | null;
  readonly changesetId: string | null;
  readonly changesetName: string | null;
  /** Of the person it was done to; null where it was done to a thing. */
  readonly personName: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly prevHash: string;
  readonly hash: string;
}

const DAY_MS = 86_400_000;

function conditions(asked: AuditQuestion): SQL[] {
  const found: (SQL | null)[] = [
    asked.person === null ? null : eq(audit.editorId, asked.person),
    asked.action === null ? null : eq(audit.action, asked.action),
    asked.subject === null ? null : eq(audit.subject, asked.subject),
    asked.id === null ? null : eq(audit.subjectId, asked.id),
    asked.changeset === null ? null : eq(audit.changesetId, asked.changeset),
    asked.from === null ? null : gte(audit.at, new Date(asked.from)),
    asked.to === null ? null : lt(audit.at, new Date(Date.parse(asked.to) + DAY_MS)),
  ];
  return found.filter((condition) => condition !== null);
}

/** Newest first; `before`: only entries with a smaller number. */
export function findAudit(db: Database, asked: AuditQuestion, page: { readonly before: number | null; readonly limit: number }): Promise<AuditRow[]> {
  const cursor = page.before === null ? [] : [lt(audit.seq, page.before)];
  return select(db, [...conditions(asked), ...cursor], desc(audit.seq), page.limit);
}

/** Oldest first, a part at a time, so that an export holds one part in memory. It ends where the audit ended when it began. */
export async function* walkAudit(db: Database, asked: AuditQuestion, part = 500): AsyncGenerator<readonly AuditRow[]> {
  const [last] = await db.select({ seq: max(audit.seq) }).from(audit);
  const end = last?.seq ?? 0;
  let after = 0;
  for (;;) {
    const rows = await select(db, [...conditions(asked), gt(audit.seq, after), lt(audit.seq, end + 1)], asc(audit.seq), part);
    if (rows.length > 0) yield rows;
    if (rows.length < part) return;
    after = rows.at(-1)?.seq ?? end;
  }
}

async function select(db: Database, where: readonly SQL[], order: SQL, limit: number): Promise<AuditRow[]> {
  const rows = await db
    .select({ ...getTableColumns(audit), changesetName: changesets.name, personName: users.name })
    .from(audit).leftJoin(changesets, eq(changesets.id, audit.changesetId))
    .leftJoin(users, and(eq(audit.subject, 'person'), eq(users.id, audit.subjectId)))
    .where(and(...where)).orderBy(order).limit(limit);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** How often somebody did something to a kind of thing, between two entries of the audit. */
export interface AuditGroup {
  readonly id: string;
  readonly nature: string;
  readonly name: string | null;
  readonly action: string;
  readonly subject: string;
  readonly entries: number;
  /** Number of the last of these entries. */
  readonly last: number;
}

/** The audit after entry `after`, counted by who, what and whereto: as many groups as there are people times verbs times kinds. */
export function countAudit(db: Database, after: number): Promise<AuditGroup[]> {
  return db
    .select({ id: audit.editorId, nature: audit.editorNature, action: audit.action, subject: audit.subject, name: max(audit.editorName), entries: count(), last: sql<number>`max(${audit.seq})::int` })
    .from(audit).where(gt(audit.seq, after)).groupBy(audit.editorId, audit.editorNature, audit.action, audit.subject);
}

/** What there is to choose from in the filters, most used first, with how often it stands in the audit. */
export interface AuditChoices {
  readonly people: readonly { readonly id: string; readonly name: string; readonly nature: string; readonly entries: number }[];
  readonly actions: readonly string[];
  readonly subjects: readonly string[];
  readonly entries: number;
}

/** The choices that counted groups leave. */
export function choicesOf(groups: readonly AuditGroup[]): AuditChoices {
  const sumBy = (key: (group: AuditGroup) => string) => {
    const sums = new Map<string, number>();
    for (const group of groups) sums.set(key(group), (sums.get(key(group)) ?? 0) + group.entries);
    return [...sums].sort(([, a], [, b]) => b - a);
  };
  const people = sumBy(({ id }) => id).map(([id, entries]) => {
    const group = groups.find((one) => one.id === id);
    return { id, name: group?.name ?? id, nature: group?.nature ?? 'person', entries };
  });
  return {
    people,
    actions: sumBy(({ action }) => action).map(([action]) => action),
    subjects: sumBy(({ subject }) => subject).map(([subject]) => subject),
    entries: groups.reduce((sum, group) => sum + group.entries, 0),
  };
}
