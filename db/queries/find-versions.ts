import { and, asc, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Change, RowContent } from '../../domain/draft';
import { ROW_KINDS, type RowKind } from '../../domain/release';
import type { Database } from '../client';
import { toContent, type StoredRow } from '../ledger-rows';
import { ledgerTable } from '../schema/ledger-tables';
import { findStoredCitations, versionKey, type StoredCitation } from './find-citations';
import { standsIn } from './standing';

/** One version of a row as the editors' side sees it: published, superseded or draft. */
export interface RowVersion {
  readonly kind: RowKind;
  readonly id: string;
  readonly revision: number;
  readonly changesetId: string;
  readonly publishedIn: number | null;
  readonly supersededIn: number | null;
  readonly change: Change;
  readonly changeNote: string | null;
  readonly content: RowContent;
  readonly citations: readonly StoredCitation[];
}

const PER_QUESTION = 5_000;

/** Of each id the version that stands now and the open draft, where there are any. */
export async function findOpenVersions(db: Database, kind: RowKind, ids: readonly string[]): Promise<RowVersion[]> {
  const found: RowVersion[] = [];
  const table = ledgerTable(kind);
  for (let from = 0; from < ids.length; from += PER_QUESTION) {
    const some = inArray(table.id, ids.slice(from, from + PER_QUESTION));
    found.push(...(await select(db, kind, and(some, or(isNull(table.publishedIn), isNull(table.supersededIn))))));
  }
  return found;
}

/** One version by its revision, or null if it does not exist (any more). */
export async function findVersion(db: Database, kind: RowKind, id: string, revision: number): Promise<RowVersion | null> {
  const table = ledgerTable(kind);
  const [version] = await select(db, kind, sql`${table.id} = ${id} and ${table.revision} = ${revision}`);
  return version ?? null;
}

/** Every version of one row there is, oldest first: for the desk and for the history of a row. */
export async function findRowVersions(db: Database, kind: RowKind, id: string): Promise<RowVersion[]> {
  return select(db, kind, sql`${ledgerTable(kind).id} = ${id}`);
}

/** The versions of a kind that stand in a release, by id, as the desk sees them. */
export async function findStandingVersions(db: Database, kind: RowKind, release: number): Promise<RowVersion[]> {
  return select(db, kind, standsIn(ledgerTable(kind), release));
}

/** Of one kind, the versions that a release published and those whose place they took. */
export async function findTurnedOver(db: Database, kind: RowKind, release: number): Promise<RowVersion[]> {
  const table = ledgerTable(kind);
  return select(db, kind, sql`${table.publishedIn} = ${release} or ${table.supersededIn} = ${release}`);
}

/** The drafts of a changeset, by kind (in the order of ROW_KINDS), then id. */
export async function findDrafts(db: Database, changesetId: string): Promise<RowVersion[]> {
  const found: RowVersion[] = [];
  for (const kind of await findDraftedKinds(db, changesetId)) found.push(...(await select(db, kind, isDraftOf(kind, changesetId))));
  return found;
}

/** The drafts of some kinds in a changeset. */
export async function findDraftsOf(db: Database, changesetId: string, kinds: readonly RowKind[]): Promise<RowVersion[]> {
  const found: RowVersion[] = [];
  for (const kind of kinds) found.push(...(await select(db, kind, isDraftOf(kind, changesetId))));
  return found;
}

/** Most changesets touch few kinds: one question for which, instead of one for each. */
export async function findDraftedKinds(db: Database, changesetId: string): Promise<RowKind[]> {
  const questions = ROW_KINDS.map((kind) => sql`select ${kind}::text as kind where exists (select from ${ledgerTable(kind)} where ${isDraftOf(kind, changesetId)})`);
  const answer = await db.execute<{ kind: RowKind }>(sql.join(questions, sql` union all `));
  const drafted = new Set(answer.rows.map((row) => row.kind));
  return ROW_KINDS.filter((kind) => drafted.has(kind));
}

function isDraftOf(kind: RowKind, changesetId: string): SQL {
  const table = ledgerTable(kind);
  return sql`${table.changesetId} = ${changesetId} and ${table.publishedIn} is null`;
}

async function select(db: Database, kind: RowKind, where: SQL | undefined): Promise<RowVersion[]> {
  const table = ledgerTable(kind);
  const rows = (await db.select().from(table).where(where).orderBy(asc(table.id), asc(table.revision))) as StoredRow[];
  const citations = await findStoredCitations(db, kind, rows);
  return rows.map((row) => {
    const { id, revision, changesetId, publishedIn, supersededIn, change, changeNote } = row;
    const content = toContent(kind, row);
    return { kind, id, revision, changesetId, publishedIn, supersededIn, change, changeNote, content, citations: citations.get(versionKey(row)) ?? [] };
  });
}
