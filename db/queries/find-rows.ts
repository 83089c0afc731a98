import { and, asc, getTableColumns, type SQL } from 'drizzle-orm';
import type { Citation, Recorded } from '../../domain/citation';
import type { RowContents } from '../../domain/draft';
import type { RowKind } from '../../domain/release';
import type { Database } from '../client';
import { toContent, type StandingRow } from '../ledger-rows';
import { ledgerTable } from '../schema/ledger-tables';
import { findCitations, versionKey } from './find-citations';
import { standsIn } from './standing';

/** Kinds whose rows may carry citations. */
export type CitedKind = Exclude<RowKind, 'source'>;

/** A row of a kind as readers see it. */
export type PublishedRow<K extends RowKind> = RowContents[K] & Recorded;

export interface RowsQuestion {
  readonly where?: SQL;
  readonly orderBy?: readonly SQL[];
  /** At most so many rows. */
  readonly limit?: number;
}

/** The one statement by which rows of a release are read: the versions of a kind that stand in it, in a fixed order. */
export function standingRows(db: Database, kind: RowKind, release: number, { where, orderBy = [], limit }: RowsQuestion) {
  const table = ledgerTable(kind);
  // Readers have no use for the changeset, and for them a version is superseded only from a later release on.
  const { changesetId: _changesetId, supersededIn: _supersededIn, ...columns } = getTableColumns(table);
  const rows = db.select(columns).from(table).where(and(standsIn(table, release), where)).orderBy(...orderBy, asc(table.id));
  return limit === undefined ? rows : rows.limit(limit);
}

/**
 * The rows of one kind that stand in `release` (withdrawn ones too, with their status), with their citations as of that release.
 * Ordered by `orderBy`, then id, so that the answer is the same for ever. Throws where the database lacks the release.
 */
export async function findRows<K extends CitedKind>(db: Database, kind: K, release: number, question: RowsQuestion = {}): Promise<PublishedRow<K>[]> {
  const stored = (await standingRows(db, kind, release, question)) as StandingRow[];
  const citations = await findCitations(db, kind, release, stored);
  return stored.map((row) => toPublished(kind, row, citations.get(versionKey(row)) ?? []));
}

/** A stored version with its citations as readers see it. */
function toPublished<K extends RowKind>(kind: K, row: StandingRow, citations: readonly Citation[]): PublishedRow<K> {
  const { id, revision, publishedIn, change, changeNote } = row;
  if (publishedIn === null) throw new Error(`The draft ${kind} ${id} must not be read as published.`);
  const status = change === 'withdraw' ? 'withdrawn' : 'current';
  const recorded: Recorded = { id, revision, publishedIn, change, changeNote, status, citations };
  return { ...recorded, ...toContent(kind, row) };
}
