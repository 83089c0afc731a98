import { and, asc, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { changedFields, chartsFedBy, groundOf, type ChartGround } from '../../domain/correction';
import { referencesOf } from '../../domain/reference';
import { ROW_KINDS, type Correction, type RowKind } from '../../domain/release';
import { titleOf } from '../../domain/row-title';
import type { Database } from '../client';
import { toContent, type StoredRow } from '../ledger-rows';
import { releases } from '../schema/index';
import { ledgerTable } from '../schema/ledger-tables';
import { findChartDefinitions } from './find-chart-definitions';
import { findCitations, versionKey } from './find-citations';
import { findContents } from './find-contents';

interface Context {
  readonly db: Database;
  readonly release: number;
  readonly publishedAt: ReadonlyMap<number, string>;
  readonly grounds: readonly ChartGround[];
}

/**
 * Every correction and withdrawal published up to and including `release`, newest first, then by kind and id: what differs from the
 * version it replaced, the charts of `release` that show it, and its citations with their sources as they stand there.
 */
export async function findCorrections(db: Database, release: number): Promise<Correction[]> {
  const context = { db, release, publishedAt: await findDates(db, release), grounds: await findGrounds(db, release) };
  const found: Correction[] = [];
  for (const kind of ROW_KINDS) found.push(...(await findOfKind(context, kind)));
  // Kinds and ids are in order already, and the sort is stable.
  return found.sort((a, b) => b.release - a.release);
}

async function findOfKind<K extends RowKind>({ db, release, publishedAt, grounds }: Context, kind: K): Promise<Correction[]> {
  const table = ledgerTable(kind);
  const rows = (await db
    .select()
    .from(table)
    .where(and(lte(table.publishedIn, release), sql`${table.change} in ('correct', 'withdraw')`))
    .orderBy(asc(table.id), asc(table.revision))) as StoredRow[];
  if (rows.length === 0) return [];
  const replaced = await findReplaced(db, kind, rows);
  const citations = await findCitations(db, kind, release, rows);
  const named = await findContents(db, release, rows.flatMap((row) => referencesOf(kind, toContent(kind, row))), 1);
  return rows.map((row) => {
    const number = row.publishedIn as number;
    const before = replaced.get(`${row.id}@${number}`);
    if (!before) throw new Error(`Release ${number} changes the ${kind} ${row.id} and what it replaced is missing.`);
    const content = toContent(kind, row);
    return {
      release: number,
      publishedAt: publishedAt.get(number) ?? '',
      kind,
      id: row.id,
      change: row.change === 'withdraw' ? 'withdraw' : 'correct',
      note: row.changeNote ?? '',
      fields: changedFields<K>({ change: before.change, content: toContent(kind, before) }, { change: row.change, content }),
      title: titleOf(kind, content, (otherKind, id) => named.get(otherKind, id)),
      charts: chartsFedBy(kind, row.id, content, grounds),
      citations: citations.get(versionKey(row)) ?? [],
    };
  });
}

/** The versions that other versions of the same ids took the place of, by id and the release that did it. */
async function findReplaced(db: Database, kind: RowKind, rows: readonly StoredRow[]): Promise<Map<string, StoredRow>> {
  const table = ledgerTable(kind);
  const ids = [...new Set(rows.map((row) => row.id))];
  const replaced = (await db.select().from(table).where(and(inArray(table.id, ids), isNotNull(table.supersededIn)))) as StoredRow[];
  return new Map(replaced.map((row) => [`${row.id}@${row.supersededIn}`, row]));
}

async function findDates(db: Database, release: number): Promise<Map<number, string>> {
  const rows = await db.select({ number: releases.number, at: releases.publishedAt }).from(releases).where(lte(releases.number, release));
  return new Map(rows.map((row) => [row.number, row.at.toISOString()]));
}

async function findGrounds(db: Database, release: number): Promise<ChartGround[]> {
  const definitions = await findChartDefinitions(db, release);
  const named = await findContents(db, release, definitions.flatMap((definition) => referencesOf('chart', definition)), 0);
  return definitions.map((definition) => groundOf(definition, (kind, id) => named.get(kind, id)));
}
