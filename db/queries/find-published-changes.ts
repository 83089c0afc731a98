import { and, asc, eq, inArray, isNotNull, lte, sql, type SQL } from 'drizzle-orm';
import { changedFields, chartsFedBy, type ChartGround } from '../../domain/correction';
import { referencesOf } from '../../domain/reference';
import { ROW_KINDS, type PublishedChange, type RowKind } from '../../domain/release';
import { titleOf, titleWithin, type Named } from '../../domain/row-title';
import type { Database } from '../client';
import { toContent, type StoredRow } from '../ledger-rows';
import { releases } from '../schema/index';
import { ledgerTable, type LedgerTable } from '../schema/ledger-tables';
import { findChartGrounds } from './find-chart-grounds';
import { findCitations, findStoredCitations, versionKey } from './find-citations';
import { findContents } from './find-contents';

export type ChangesWanted =
  | { readonly kind: 'corrections' }
  | { readonly kind: 'made-in'; readonly number: number };

interface Context {
  readonly db: Database;
  readonly release: number;
  readonly wanted: ChangesWanted;
  readonly publishedAt: ReadonlyMap<number, string>;
  readonly grounds: readonly ChartGround[];
}

/**
 * Row versions published up to and including `release`, newest first, then by kind and id: what differs from the version each replaced,
 * the charts of `release` that show it, and its citations with their sources as they stand there.
 */
export async function findPublishedChanges(db: Database, release: number, wanted: ChangesWanted): Promise<PublishedChange[]> {
  const context = { db, release, wanted, publishedAt: await findDates(db, release), grounds: await findChartGrounds(db, release) };
  const found: PublishedChange[] = [];
  for (const kind of ROW_KINDS) found.push(...(await findOfKind(context, kind)));
  // Kinds and ids are in order already, and the sort is stable.
  return found.sort((a, b) => b.release - a.release);
}

function isWanted(table: LedgerTable, release: number, wanted: ChangesWanted): SQL | undefined {
  const isPublished = lte(table.publishedIn, release);
  return and(isPublished, wanted.kind === 'made-in' ? eq(table.publishedIn, wanted.number) : sql`${table.change} in ('correct', 'withdraw')`);
}

async function findOfKind<K extends RowKind>({ db, release, wanted, publishedAt, grounds }: Context, kind: K): Promise<PublishedChange[]> {
  const table = ledgerTable(kind);
  const rows = (await db.select().from(table).where(isWanted(table, release, wanted)).orderBy(asc(table.id), asc(table.revision))) as StoredRow[];
  if (rows.length === 0) return [];
  const replaced = await findReplaced(db, kind, rows.filter(({ change }) => change !== 'add'));
  const citations = await findCitations(db, kind, release, rows);
  const citedBefore = await findStoredCitations(db, kind, [...replaced.values()]);
  const contents = await findContents(db, release, rows.flatMap((row) => referencesOf(kind, toContent(kind, row))), 1);
  const named: Named = (otherKind, id) => contents.get(otherKind, id);
  return rows.map((row) => {
    const number = row.publishedIn as number;
    const before = replaced.get(`${row.id}@${number}`);
    if (!before && row.change !== 'add') throw new Error(`Release ${number} changes the ${kind} ${row.id} and what it replaced is missing.`);
    const content = toContent(kind, row);
    return {
      release: number,
      publishedAt: publishedAt.get(number) ?? '',
      kind,
      id: row.id,
      change: row.change,
      note: row.changeNote ?? '',
      fields: before ? changedFields<K>({ change: before.change, content: toContent(kind, before) }, { change: row.change, content }) : [],
      title: titleOf(kind, content, named),
      within: titleWithin(kind, content, named),
      charts: chartsFedBy(kind, row.id, content, grounds),
      citations: citations.get(versionKey(row)) ?? [],
      sourceBefore: (before && citedBefore.get(versionKey(before))?.[0]?.sourceId) ?? null,
    };
  });
}

/** The versions that other versions of the same ids took the place of, by id and the release that did it. */
async function findReplaced(db: Database, kind: RowKind, rows: readonly StoredRow[]): Promise<Map<string, StoredRow>> {
  if (rows.length === 0) return new Map();
  const table = ledgerTable(kind);
  const ids = [...new Set(rows.map((row) => row.id))];
  const replaced = (await db.select().from(table).where(and(inArray(table.id, ids), isNotNull(table.supersededIn)))) as StoredRow[];
  return new Map(replaced.map((row) => [`${row.id}@${row.supersededIn}`, row]));
}

async function findDates(db: Database, release: number): Promise<Map<number, string>> {
  const rows = await db.select({ number: releases.number, at: releases.publishedAt }).from(releases).where(lte(releases.number, release));
  return new Map(rows.map((row) => [row.number, row.at.toISOString()]));
}
