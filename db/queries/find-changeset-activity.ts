import { and, eq, inArray, sql } from 'drizzle-orm';
import { ROW_KINDS, type RowKind } from '../../domain/release';
import type { Database } from '../client';
import { audit } from '../schema/index';
import { ledgerTable } from '../schema/ledger-tables';
import { versionKey } from './find-citations';
import type { RowAuthor } from './find-row-authors';

/** The last thing that was done in a changeset, words of a comment included; `at` is an ISO instant. */
export interface Activity {
  /** The link of the audit chain: rises with everything that is done in the changeset. */
  readonly seq: number;
  readonly by: string;
  readonly at: string;
}

/** The last thing done in each of the changesets, by id. */
export async function findActivity(db: Database, changesetIds: readonly string[]): Promise<ReadonlyMap<string, Activity>> {
  if (changesetIds.length === 0) return new Map();
  const rows = await db.selectDistinctOn([audit.changesetId], { id: audit.changesetId, seq: audit.seq, by: audit.editorName, at: audit.at })
    .from(audit).where(inArray(audit.changesetId, [...changesetIds])).orderBy(audit.changesetId, sql`${audit.seq} desc`);
  return new Map(rows.map(({ id, seq, by, at }) => [id ?? '', { seq, by, at: at.toISOString() }]));
}

export type KindCounts = Readonly<Partial<Record<RowKind, number>>>;

/** How many rows of each kind the open changesets hold as drafts, by changeset; one without drafts is absent. */
export async function countDrafts(db: Database): Promise<ReadonlyMap<string, KindCounts>> {
  const perKind = ROW_KINDS.map((kind) => sql`select changeset_id, ${kind}::text as kind, count(*)::int as n from ${ledgerTable(kind)} where published_in is null group by changeset_id`);
  const { rows } = await db.execute<{ changeset_id: string; kind: RowKind; n: number }>(sql.join(perKind, sql` union all `));
  const counts = new Map<string, KindCounts>();
  for (const { changeset_id, kind, n } of rows) counts.set(changeset_id, { ...counts.get(changeset_id), [kind]: n });
  return counts;
}

/** Who drafted which of these versions in a changeset. */
export async function findDraftAuthors(db: Database, changesetId: string, versions: readonly { readonly id: string }[]): Promise<(kind: RowKind, version: { readonly id: string; readonly revision: number }) => RowAuthor | null> {
  const rows = await db.select({ kind: audit.subject, id: audit.subjectId, revision: audit.revision, name: audit.editorName, at: audit.at })
    .from(audit).where(and(eq(audit.changesetId, changesetId), eq(audit.action, 'draft-row'), inArray(audit.subjectId, versions.map(({ id }) => id))));
  const authors = new Map(rows.map(({ kind, id, revision, name, at }) => [`${kind} ${versionKey({ id, revision: revision ?? 0 })}`, { name, at: at.toISOString() }]));
  return (kind, version) => authors.get(`${kind} ${versionKey(version)}`) ?? null;
}
