import 'server-only';
import { findCorrections } from '@/db/queries/find-corrections';
import { findListed, findListedCells, findListedSources, findSeriesById, type Listing } from '@/db/queries/find-listed';
import { findPublishedChanges } from '@/db/queries/find-published-changes';
import { findReleases } from '@/db/queries/find-releases';
import type { Database } from '@/db/client';
import { closuresAsOf } from '@/domain/chart/closures-as-of';
import { citationDate } from '@/domain/chart/records';
import type { ChartDefinition } from '@/domain/chart/definition';
import type { Citation } from '@/domain/citation';
import type { Closure } from '@/domain/closure';
import { NO_ROWS, type TabledRows } from '@/domain/package/rows';
import type { Value } from '@/domain/package/table';
import { packageTables } from '@/domain/package/tables';
import { valueAsOf, type Reading } from '@/domain/reading';
import type { RowKind } from '@/domain/release';
import type { Series } from '@/domain/series';
import { ledgerAt } from '@/lib/reads/ledger';
import { fieldsOf } from './fields';
import { keptList } from './publishing-lists';
import type { Question } from './question';
import type { Resource } from './resources';

// One page of a list, read from the release it asks for.

export type ApiRecord = Readonly<Record<string, Value>>;

export interface ListPage {
  /** By the names of JSON. */
  readonly records: readonly ApiRecord[];
  /** Where the next page begins; null for the last. */
  readonly after: readonly string[] | null;
  /** Series whose figures may not be passed on, and are left out. */
  readonly leftOut: readonly string[];
}

/** A row of any kind; what its kind is, the resource says. */
interface Row {
  readonly id: string;
  readonly citations?: readonly Citation[];
}

/** The caller asked by name for figures that may not be passed on. */
export interface Barred {
  readonly barred: readonly string[];
}

const SHELVES = {
  organisation: 'organisations', source: 'sources', indicator: 'indicators', series: 'series', reading: 'readings', crossing: 'crossings', closure: 'closures',
  incident: 'incidents', claim: 'claims', place: 'places', annotation: 'annotations', chart: 'charts', sentence: 'sentences',
} as const satisfies Record<RowKind, keyof TabledRows>;

/** Throws where the database has not reached the release. */
export async function readList(resource: Resource, question: Question, siteUrl: string): Promise<ListPage | Barred> {
  const db = await ledgerAt(question.release);
  if (resource.kind === null) return readPublishing(db, resource, question);
  if (resource.kind === 'reading') return readReadings(db, resource, question);
  const { kind } = resource;
  const listing: Listing = { ...question, after: question.after?.[0] ?? null, limit: question.limit + 1 };
  const found: readonly Row[] = kind === 'source' ? await findListedSources(db, listing) : await findListed(db, kind, listing);
  const page = found.slice(0, question.limit);
  const last = page.at(-1)?.id;
  const rows = kind === 'closure' ? inOrderOf(page, closuresAsOf(page as readonly Row[] as readonly Closure[], question.asOf)) : page;
  const records = tabled(resource, { [SHELVES[kind]]: rows }).map((record, index) => {
    const row = page[index] as Row;
    return { ...record, ...(kind === 'chart' && chartAddresses(row as Row & ChartDefinition, question, siteUrl)), ...cited(resource, row) };
  });
  return { records, after: found.length > page.length && last !== undefined ? [last] : null, leftOut: [] };
}

function inOrderOf(order: readonly Row[], rows: readonly Row[]): readonly Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return order.flatMap(({ id }) => byId.get(id) ?? []);
}

/** The rows as records of the resource's table, by the names of JSON. */
function tabled(resource: Resource, rows: Partial<TabledRows>): ApiRecord[] {
  const names = new Map(fieldsOf(resource).map(({ column, name }) => [column, name]));
  const table = packageTables({ ...NO_ROWS, ...rows }).find(({ name }) => name === resource.table);
  return (table?.records ?? []).map((record) => Object.fromEntries(Object.entries(record).map(([column, value]) => [names.get(column) ?? column, value])));
}

function cited(resource: Resource, row: Pick<Row, 'citations'>): Record<string, Value> {
  if (!fieldsOf(resource).some(({ name }) => name === 'citations')) return {};
  return {
    citations: (row.citations ?? []).map((citation) => {
      const { source, locator, quote, paraphrase, role } = citation;
      return { sourceId: source.id, title: source.title, publisher: source.publisher, date: citationDate(citation), url: source.url, locator, quote, paraphrase, role };
    }),
  };
}

function chartAddresses({ slug, altText }: Pick<ChartDefinition, 'slug' | 'altText'>, { release, isPinned }: Question, siteUrl: string): Record<string, Value> {
  const query = isPinned ? `?release=${release}` : '';
  return { altText, page: `${siteUrl}/charts/${slug}${query}`, csv: `${siteUrl}/charts/${slug}.csv${query}`, embed: `${siteUrl}/embed/${slug}${query}` };
}

async function readReadings(db: Database, resource: Resource, question: Question): Promise<ListPage | Barred> {
  const { after, limit, release } = question;
  const asked = question.equals.seriesId ?? [];
  if (asked.length > 0) {
    const barred = (await findSeriesById(db, release, asked)).filter(({ isRedistributable }) => !isRedistributable).map(({ id }) => id);
    if (barred.length > 0) return { barred };
  }
  const [seriesId = '', start = '', end = ''] = after ?? [];
  const { readings, last, cells } = await findListedCells(db, { ...question, after: after === null ? null : { seriesId, start, end }, limit });
  const family = new Map((await findSeriesById(db, release, readings.map((reading) => reading.seriesId))).map((one) => [one.id, one]));
  const isBarred = (id: string) => family.get(id)?.isRedistributable === false;
  const shown = cellsOf(readings.filter((reading) => !isBarred(reading.seriesId))).flatMap((cell) => {
    const inForce = valueAsOf(cell, question.asOf)?.reading;
    return (question.hasHistory ? cell : cell.filter((reading) => reading === inForce)).map((reading) => ({ reading, isInForce: reading === inForce }));
  });
  const records = tabled(resource, { readings: shown.map(({ reading }) => reading) }).map((record, index) => {
    const { reading, isInForce } = shown[index] as (typeof shown)[number];
    return { ...record, ...ofSeries(family.get(reading.seriesId)), isInForce, ...cited(resource, reading) };
  });
  const leftOut = [...new Set(readings.map((reading) => reading.seriesId))].filter(isBarred);
  return { records, after: cells === limit && last !== null ? [last.seriesId, last.start, last.end] : null, leftOut };
}

function ofSeries(series: Series | undefined): Record<string, Value> {
  if (!series) return {};
  const { indicatorId, organisationId, geography, breakdownDimension, breakdown } = series;
  return { indicatorId, organisationId, geography, breakdownDimension, breakdown };
}

/** Readings come in the order of their cells. */
function cellsOf(readings: readonly Reading[]): Reading[][] {
  const cells: Reading[][] = [];
  for (const reading of readings) {
    const cell = cells.at(-1);
    const [first] = cell ?? [];
    const isSame = first && first.seriesId === reading.seriesId && first.period.start === reading.period.start && first.period.end === reading.period.end;
    if (cell && isSame) cell.push(reading);
    else cells.push([reading]);
  }
  return cells;
}

/** Lists about the ledger itself never change within a release, so a place in them is a number. */
async function readPublishing(db: Database, resource: Resource, question: Question): Promise<ListPage> {
  const all = await publishingRecords(db, resource, question);
  const from = Number(question.after?.[0] ?? 0);
  const records = all.slice(from, from + question.limit);
  const end = from + records.length;
  return { records, after: end < all.length ? [String(end)] : null, leftOut: [] };
}

async function publishingRecords(db: Database, resource: Resource, { release, since }: Question): Promise<readonly ApiRecord[]> {
  if (resource.name === 'releases') return tabled(resource, { releases: (await findReleases(db, release)).filter(({ number }) => number <= release) });
  if (resource.name === 'corrections') return keptList(db, `corrections ${release}`, async () => tabled(resource, { corrections: await findCorrections(db, release) }));
  const lists: (readonly ApiRecord[])[] = [];
  for (let number = since + 1; number <= release; number += 1) lists.push(await keptList(db, `changes ${release} ${number}`, () => changesOf(db, release, number)));
  return lists.flat();
}

async function changesOf(db: Database, release: number, number: number): Promise<readonly ApiRecord[]> {
  const changes = await findPublishedChanges(db, release, { kind: 'made-in', number });
  return changes.map(({ publishedAt, kind, id, title, change, note, fields, charts }) =>
    ({ release: number, publishedAt, rowKind: kind, rowId: id, title, change, reason: note, fields, charts }));
}
