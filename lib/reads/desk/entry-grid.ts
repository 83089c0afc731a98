import 'server-only';
import type { Database } from '@/db/client';
import { findChangeset } from '@/db/queries/find-changesets';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findReadings } from '@/db/queries/find-readings';
import { findRows } from '@/db/queries/find-rows';
import type { RowVersion } from '@/db/queries/find-versions';
import type { Source } from '@/domain/citation';
import type { RowContents } from '@/domain/draft';
import { toEntrySeries, type EntrySeries } from '@/domain/entry/entry-series';
import { gridPeriods, usualGridKind, type GridKind } from '@/domain/entry/grid-periods';
import type { KnownReading } from '@/domain/entry/plan-rows';
import { addDays, type Day, type Period } from '@/domain/period';
import type { Reading } from '@/domain/reading';
import type { ChangesetState, RowKind } from '@/domain/release';
import type { GridQuestion } from '@/lib/inputs/grid-question';
import { ofRelease, readSourcesOf } from './of-release';

/** What is needed of a source to date a reading by it. */
export type EntrySource = Pick<Source, 'id' | 'title' | 'publisher' | 'publishedOn' | 'publishedPrecision' | 'accessedOn'>;

export interface EntryGridRead {
  readonly changeset: { readonly id: string; readonly name: string; readonly state: ChangesetState };
  /** Every series that readings can be entered for. */
  readonly catalog: readonly EntrySeries[];
  /** The chosen ones, in their order. */
  readonly seriesIds: readonly string[];
  readonly kind: GridKind;
  readonly from: Day;
  readonly to: Day;
  readonly periods: readonly Period[];
  /** The reading to begin at. */
  readonly start: { readonly seriesId: string; readonly period: Period } | null;
  /** Of the chosen series and their kin, all periods: what stands, and what this changeset drafts. */
  readonly published: readonly KnownReading[];
  readonly drafts: readonly KnownReading[];
  readonly sources: readonly EntrySource[];
}

/** How far back a grid reaches unless asked, in days. */
const REACH: Readonly<Record<GridKind, number>> = { quarter: 730, 'year-in-quarters': 730, month: 365, half: 1460, 'nine-months': 2190, year: 2920, 'as-reported': 1460 };

/** Everything the grid of one changeset needs, or null where there is no such changeset. `today` ends the range unless one is asked for. */
export async function readEntryGrid(db: Database, changesetId: string, asked: GridQuestion, today: Day): Promise<EntryGridRead | null> {
  const changeset = await findChangeset(db, changesetId);
  if (changeset === null) return null;
  const release = await findCurrentRelease(db);
  const over = <K extends RowKind>(kind: K, rows: readonly (RowContents[K] & { readonly id: string })[]) => laidOver(kind, rows, changeset.drafts);
  const hasRelease = release > 0;
  const standing = <K extends 'series' | 'organisation' | 'indicator'>(kind: K) => ofRelease(db, release, `rows of ${kind}`, () => findRows(db, kind, release));
  const series = over('series', hasRelease ? await standing('series') : []);
  const organisations = new Map(over('organisation', hasRelease ? await standing('organisation') : []).map((row) => [row.id, row]));
  const indicators = new Map(over('indicator', hasRelease ? await standing('indicator') : []).map((row) => [row.id, row]));
  const catalog = series.map((one) => toEntrySeries(one, organisations.get(one.organisationId) ?? null, indicators.get(one.indicatorId) ?? null));
  const draftReadings = changeset.drafts.filter(({ kind }) => kind === 'reading').map(toKnown);
  const startDraft = draftReadings.find(({ id }) => id === asked.rowId);
  const wanted = [...asked.seriesIds, ...(startDraft && !asked.seriesIds.includes(startDraft.content.seriesId) ? [startDraft.content.seriesId] : [])];
  const seriesIds = wanted.filter((id) => catalog.some((one) => one.id === id));
  const chosen = catalog.filter(({ id }) => seriesIds.includes(id));
  const kin = catalog.filter((one) => chosen.some((other) => other.organisationId === one.organisationId && other.indicatorId === one.indicatorId)).map(({ id }) => id);
  const found = hasRelease && kin.length > 0 ? await findReadings(db, { release, seriesIds: kin }) : [];
  const published = found.map(publishedKnown);
  const drafts = draftReadings.filter(({ content }) => kin.includes(content.seriesId));
  const reported = [...published, ...drafts].filter(({ content, change }) => seriesIds.includes(content.seriesId) && change !== 'withdraw').map(({ content }) => content.period);
  const begin = [...drafts, ...published].find(({ id }) => id === asked.rowId) ?? null;
  const kind = asked.kind ?? usualGridKind(begin === null ? reported : [begin.content.period]);
  const to = asked.to ?? (begin !== null && begin.content.period.end > today ? begin.content.period.end : today);
  const from = asked.from ?? earlier(begin?.content.period.start, addDays(to, -REACH[kind]));
  return {
    changeset: { id: changeset.id, name: changeset.name, state: changeset.state },
    catalog, seriesIds, kind, from, to, periods: gridPeriods(kind, from, to, reported),
    start: begin && { seriesId: begin.content.seriesId, period: begin.content.period },
    published, drafts, sources: over('source', hasRelease ? (await readSourcesOf(db, release)).filter(({ status }) => status === 'current') : []).map(toEntrySource).toSorted(newestFirst),
  };
}

const earlier = (a: Day | undefined, b: Day): Day => (a !== undefined && a < b ? a : b);

/** Rows as they stand with the changeset's own drafts in their places. */
function laidOver<K extends RowKind>(kind: K, rows: readonly (RowContents[K] & { readonly id: string })[], drafts: readonly RowVersion[]): (RowContents[K] & { readonly id: string })[] {
  const own = new Map(drafts.filter((draft) => draft.kind === kind).map((draft) => [draft.id, draft]));
  const kept = rows.filter(({ id }) => !own.has(id));
  // A draft of a kind holds the content of that kind.
  return [...kept, ...[...own.values()].filter(({ change }) => change !== 'withdraw').map(({ id, content }) => ({ id, ...(content as RowContents[K]) }))];
}

function toKnown({ id, revision, change, changeNote, content, citations }: RowVersion): KnownReading {
  const bare = citations.map(({ sourceId, locator, quote, paraphrase, role }) => ({ sourceId, locator, quote, paraphrase, role }));
  return { id, revision, change, changeNote, isDraft: true, content: content as RowContents['reading'], citations: bare };
}

function publishedKnown({ id, revision, change, changeNote, publishedIn: _release, status: _status, citations, ...content }: Reading): KnownReading {
  const bare = citations.map(({ source, locator, quote, paraphrase, role }) => ({ sourceId: source.id, locator, quote, paraphrase, role }));
  return { id, revision, change, changeNote, isDraft: false, content, citations: bare };
}

function toEntrySource({ id, title, publisher, publishedOn, publishedPrecision, accessedOn }: EntrySource): EntrySource {
  return { id, title, publisher, publishedOn, publishedPrecision, accessedOn };
}

function newestFirst(a: EntrySource, b: EntrySource): number {
  const [one, other] = [`${a.publishedOn ?? ''} ${a.id}`, `${b.publishedOn ?? ''} ${b.id}`];
  return one < other ? 1 : one > other ? -1 : 0;
}
