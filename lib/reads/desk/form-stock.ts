import 'server-only';
import type { Database } from '@/db/client';
import { findChartRows } from '@/db/queries/find-chart-rows';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findTakenIds } from '@/db/queries/find-taken-ids';
import type { ChartDefinition } from '@/domain/chart/definition';
import type { ChartRows } from '@/domain/chart/rows';
import type { Recorded } from '@/domain/citation';
import type { Claim, Place } from '@/domain/claim';
import type { RowContents } from '@/domain/draft';
import type { RowKind } from '@/domain/release';
import { readLivingRows, type DeskRow } from './desk-rows';
import { ofRelease, readChartDefinitionsOf } from './of-release';

interface Option {
  readonly id: string;
  readonly label: string;
  readonly at?: { readonly latitude: number; readonly longitude: number };
}

/** What forms offer, from what stands and from what the changeset drafts. */
export interface FormStockRead {
  readonly rows: Readonly<Record<string, readonly Option[]>>;
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
  readonly takenIds: readonly string[];
  readonly knownSources: readonly { readonly id: string; readonly title: string; readonly publisher: string; readonly url: string | null; readonly archiveUrl: string | null; readonly publishedOn: string | null }[];
  readonly knownSeries: readonly (RowContents['series'] & { readonly id: string })[];
  readonly eventChart: { readonly definition: ChartDefinition; readonly rows: ChartRows } | null;
  readonly places: readonly Place[];
  readonly claims: readonly Claim[];
  readonly names: Readonly<Record<string, string>>;
}

const EMPTY: Omit<FormStockRead, 'takenIds' | 'knownSources'> = { rows: {}, suggestions: {}, knownSeries: [], eventChart: null, places: [], claims: [], names: {} };

/** The stock of the form of one kind; `id` is the row that is edited, null for a new one. */
export async function readFormStock(db: Database, changesetId: string, kind: RowKind, id: string | null): Promise<FormStockRead> {
  const living = <K extends RowKind>(one: K) => readLivingRows(db, changesetId, one);
  const takenIds = await findTakenIds(db, kind);
  const sources = await living('source');
  const knownSources = sources.map(({ id: source, content: { title, publisher, url, archiveUrl, publishedOn } }) => ({ id: source, title, publisher, url, archiveUrl, publishedOn }));
  const base = { ...EMPTY, takenIds, knownSources };
  switch (kind) {
    case 'source': return { ...base, suggestions: { publishers: usual(sources, ({ publisher }) => publisher) } };
    case 'indicator': {
      const rows = await living('indicator');
      return { ...base, suggestions: { units: usual(rows, ({ unit }) => unit), includes: [...new Set(rows.flatMap(({ content }) => content.includes))].toSorted() } };
    }
    case 'series': return { ...base, ...(await seriesStock(living)) };
    case 'crossing': {
      const rows = await living('crossing');
      return {
        ...base, rows: { positions: positionsOf(rows, id) },
        suggestions: {
          provincesPakistan: usual(rows, (row) => row.provincePakistan), provincesAfghanistan: usual(rows, (row) => row.provinceAfghanistan),
          usedFor: usual(rows, (row) => row.usedFor), coordinateNotes: usual(rows, (row) => row.coordinateNote),
        },
      };
    }
    case 'place': {
      const rows = await living('place');
      return {
        ...base, rows: { positions: positionsOf(rows, id) },
        suggestions: { provinces: usual(rows, (row) => row.province), countries: usual(rows, (row) => row.country), coordinateNotes: usual(rows, (row) => row.coordinateNote) },
      };
    }
    case 'incident': {
      const [places, claims] = [await living('place'), id === null ? [] : (await living('claim')).filter(({ content }) => content.incidentId === id)];
      return { ...base, rows: { place: optionsOf(places, ({ name, province }) => (province === '' ? name : `${name}, ${province}`)) }, places: places.map(asRecorded), claims: claims.map(asRecorded) };
    }
    case 'annotation': {
      const release = await findCurrentRelease(db);
      return { ...base, eventChart: release === 0 ? null : await ofRelease(db, release, 'event chart', () => readEventChart(db, release)) };
    }
    default: return base;
  }
}

async function seriesStock(living: <K extends RowKind>(kind: K) => Promise<DeskRow<K>[]>): Promise<Partial<FormStockRead>> {
  const [indicators, organisations, series] = [await living('indicator'), await living('organisation'), await living('series')];
  return {
    rows: { indicator: optionsOf(indicators, ({ name, unit }) => `${name} (${unit})`), organisation: optionsOf(organisations, ({ name, shortName }) => (name === shortName ? name : `${shortName}: ${name}`)) },
    suggestions: {
      geographyNames: usual(series, (row) => row.geographyName), geographies: usual(series, (row) => row.geography), dimensions: usual(series, (row) => row.breakdownDimension),
      breakdownNames: usual(series, (row) => row.breakdownName), breakdowns: usual(series, (row) => row.breakdown),
    },
    knownSeries: series.map(({ id, content }) => ({ id, ...content })),
    names: Object.fromEntries([...indicators.map(({ id, content }) => [id, content.name]), ...organisations.map(({ id, content }) => [id, content.shortName])]),
  };
}

/** A row of the desk in the shape in which drawings take published ones. Citations are left out: they are shown elsewhere. */
export function asRecorded<K extends RowKind>({ id, revision, content }: DeskRow<K>): RowContents[K] & Recorded {
  return { id, revision, publishedIn: 1, change: 'add', changeNote: null, status: 'current', citations: [], ...content };
}

function optionsOf<K extends RowKind>(rows: readonly DeskRow<K>[], label: (content: RowContents[K]) => string): Option[] {
  return rows.map(({ id, content, isDraft }) => ({ id, label: `${label(content)}${isDraft ? ' (draft)' : ''}` })).toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
}

function positionsOf(rows: readonly (DeskRow<'place'> | DeskRow<'crossing'>)[], id: string | null): Option[] {
  return rows.flatMap(({ id: other, content: { name, latitude, longitude } }) => (other === id || latitude === null || longitude === null ? [] : [{ id: other, label: name, at: { latitude, longitude } }]));
}

/** The values that rows have, the most usual first. */
function usual<K extends RowKind>(rows: readonly DeskRow<K>[], of: (content: RowContents[K]) => string): string[] {
  const counts = new Map<string, number>();
  for (const { content } of rows) counts.set(of(content), (counts.get(of(content)) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 80).map(([value]) => value);
}

/** The first chart that marks dated events, with its rows and without their citations. */
async function readEventChart(db: Database, release: number): Promise<FormStockRead['eventChart']> {
  const definition = (await readChartDefinitionsOf(db, release)).toSorted((a, b) => a.position - b.position)
    .find(({ options, status }) => status === 'current' && 'showAnnotations' in options && options.showAnnotations);
  if (definition === undefined) return null;
  const rows = await findChartRows(db, release, definition, null);
  const bare = Object.fromEntries(Object.entries(rows).map(([name, some]) => [name, Array.isArray(some) ? (some as Recorded[]).map((row) => ({ ...row, citations: [] })) : (some as unknown)]));
  return { definition: { ...definition, citations: [] }, rows: bare as unknown as ChartRows };
}
