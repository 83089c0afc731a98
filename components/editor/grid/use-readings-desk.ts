'use client';

import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { DraftRow } from '@/domain/draft';
import { labelPeriod } from '@/domain/period';
import type { EntryCheck } from '@/domain/entry/checks';
import { cellKey, seriesOf } from '@/domain/entry/grid-periods';
import type { DatedSource, KnownReading } from '@/domain/entry/plan-rows';
import type { EntrySeries } from '@/domain/entry/entry-series';
import { useSaveRows, type SavedRow, type SaveRows } from '../use-save-rows';
import { cellStates, judge, type CellState, type Judged } from './cell-state';
import { CheckBook } from './check-book';
import type { Kept } from '../use-kept';
import type { Entry, TypedCell } from './entry-state';
import { useEntry, type EntryControl } from './use-entry';
import type { GridRead } from './grid-props';

export interface ReadingsDeskState {
  readonly control: EntryControl;
  readonly kept: Kept<Entry>;
  /** The chosen series and their kin. */
  readonly series: ReadonlyMap<string, EntrySeries>;
  /** Typed cells of series that are not in the grid now: they wait until they are. */
  readonly elsewhere: readonly string[];
  readonly states: ReadonlyMap<string, CellState>;
  readonly judged: ReadonlyMap<string, Judged>;
  readonly checks: readonly EntryCheck[];
  readonly saving: SaveRows;
  /** Saves every cell that is decided; what waits for an answer stays typed. */
  readonly save: () => Promise<boolean>;
  /** How often something was saved here, and the series it was about. */
  readonly saved: { readonly times: number; readonly rows: number; readonly seriesIds: readonly string[] };
  readonly forgetDraft: (id: string) => void;
}

const NOTHING_SAVED = { times: 0, rows: 0, seriesIds: [] };

/** Everything behind the grid: what is typed, what stands, what becomes of it, what is doubtful, and the saving. */
export function useReadingsDesk(personId: string, read: GridRead, sources: readonly DatedSource[]): ReadingsDeskState {
  const changesetId = read.changeset.id;
  const { control, kept } = useEntry(personId, changesetId);
  const [own, setOwn] = useState<ReadonlyMap<string, KnownReading | null>>(new Map());
  const [saved, setSaved] = useState<ReadingsDeskState['saved']>(NOTHING_SAVED);
  const { entry, settle } = control;

  const kin = useMemo(() => kinOf(read), [read]);
  const series = useMemo(() => new Map(kin.map((one) => [one.id, one])), [kin]);
  const sourceMap = useMemo(() => new Map(sources.map((one) => [one.id, one])), [sources]);
  const states = useMemo(() => cellStates(read.published, overlaid(read.drafts, own)), [read.published, read.drafts, own]);
  const judged = useJudged(entry, series, states, sourceMap);
  const later = useDeferredValue(judged);
  const book = useMemo(() => new CheckBook(), []);
  const checks = useMemo(() => {
    return [...asked(later), ...book.checksOf(kin, states, later, entry, sourceMap)];
    // `entry` is what `later` was judged from.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [later, states, kin, sourceMap, book]);
  const elsewhere = useMemo(() => Object.keys(entry.cells).filter((key) => !series.has(seriesOf(key))), [entry.cells, series]);

  /** The cells as they were sent: one that was typed over meanwhile is not settled by the answer. */
  const sent = useRef<ReadonlyMap<string, TypedCell>>(new Map());
  const onSaved = useCallback((answers: readonly SavedRow[], rows: readonly DraftRow[]) => {
    const revisions = new Map(answers.map(({ id, revision }) => [id, revision]));
    const readings = rows.flatMap((row) => (row.kind === 'reading' ? [row] : []));
    setOwn((before) => new Map([...before, ...readings.map(({ id, change, changeNote, content, citations }): [string, KnownReading] =>
      [id, { id, change, changeNote, content, citations, isDraft: true, revision: revisions.get(id) ?? 1 }])]));
    settle(sent.current);
    setSaved((before) => ({ times: before.times + 1, rows: readings.length, seriesIds: [...new Set([...before.seriesIds, ...readings.map(({ content }) => content.seriesId)])] }));
  }, [settle]);

  const saving = useSaveRows({
    changesetId, onSaved,
    onTheirs: (theirs, mine) => {
      if (mine.kind !== 'reading') return;
      const isReading = theirs !== null && theirs.kind === 'reading';
      if (isReading && theirs.publishedIn === null) {
        const { id, revision, change, changeNote, content, citations } = theirs;
        setOwn((before) => new Map([...before, [id, { id, revision, change, changeNote, content, citations, isDraft: true }]]));
      }
      const key = cellKey(mine.content.seriesId, mine.content.period);
      const cell = sent.current.get(key);
      if (cell !== undefined) settle(new Map([[key, cell]]));
    },
  });

  const { save: send } = saving;
  const save = useCallback(async () => {
    // What says nothing new is done with as well once the rest is saved.
    const done = [...judged.values()].filter(({ plan }) => plan?.kind === 'row' || plan?.kind === 'nothing');
    const rows = done.flatMap(({ plan }) => (plan?.kind === 'row' ? [plan.row] : []));
    sent.current = new Map(done.map(({ key, cell }) => [key, cell]));
    if (rows.length > 0) return send(rows);
    settle(sent.current);
    return false;
  }, [judged, send, settle]);

  const forgetDraft = useCallback((id: string) => setOwn((before) => new Map([...before, [id, null]])), []);

  return { control, kept, series, elsewhere, states, judged, checks, saving, save, saved, forgetDraft };
}

/** The drafts of the page with those saved since, and without those thrown away. */
function overlaid(drafts: readonly KnownReading[], own: ReadonlyMap<string, KnownReading | null>): KnownReading[] {
  const newer = (draft: KnownReading): KnownReading | null => {
    const mine = own.get(draft.id);
    return mine === undefined ? draft : mine === null || mine.revision >= draft.revision ? mine : draft;
  };
  const known = new Set(drafts.map(({ id }) => id));
  const added = [...own.values()].filter((one): one is KnownReading => one !== null && !known.has(one.id));
  return [...drafts.flatMap((draft) => newer(draft) ?? []), ...added];
}

/** Judges anew only the cells that changed, as long as the ground is the same. */
function useJudged(entry: EntryControl['entry'], series: ReadingsDeskState['series'], states: ReadingsDeskState['states'], sources: ReadonlyMap<string, DatedSource>) {
  const { cells, sitting, recordsRepeats } = entry;
  // One store for one ground: with another ground it is a new one.
  const store = useMemo(() => ({ made: new WeakMap<TypedCell, Judged>(), ground: { series, states, sources }, sitting, recordsRepeats }), [series, states, sources, sitting, recordsRepeats]);
  return useMemo(() => judge({ cells, sitting: store.sitting, recordsRepeats: store.recordsRepeats }, store.ground, store.made), [cells, store]);
}

/** The chosen series, and what the same organisation counts by the same indicator: what a check has to see. */
function kinOf({ catalog, seriesIds }: GridRead): readonly EntrySeries[] {
  const chosen = new Set(catalog.filter(({ id }) => seriesIds.includes(id)).map(({ organisationId, indicatorId }) => `${organisationId}|${indicatorId}`));
  return catalog.filter(({ organisationId, indicatorId }) => chosen.has(`${organisationId}|${indicatorId}`));
}

/** What keeps a typed cell from being saved comes first among the checks. */
function asked(judged: ReadonlyMap<string, Judged>): EntryCheck[] {
  return [...judged.values()].flatMap(({ key, series, period, read, plan, cell }): EntryCheck[] => {
    const where = `${series.part}, ${labelPeriod(period)}`;
    if (!read.ok) return [{ code: 'unreadable', cells: [key], message: `${where}: “${cell.text}” is not saved.`, todo: read.refusal.message }];
    if (plan?.kind === 'ask') return [{ code: 'contradicts', cells: [key], message: `${where}: ${plan.message}`, todo: 'Choose the cell and say which, in the panel (F6). Until then it is not saved.' }];
    return plan?.kind === 'incomplete' && plan.what !== 'source' ? [{ code: 'incomplete', cells: [key], message: `${where} is not saved yet.`, todo: plan.message }] : [];
  });
}
