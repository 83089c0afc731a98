'use client';

import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useRouter } from 'next/navigation';
import { cellKey, cellOf } from '@/domain/entry/grid-periods';
import type { Period } from '@/domain/period';
import type { EntrySeries } from '@/domain/entry/entry-series';
import { gridSearch, type GridQuestion } from '@/lib/inputs/grid-question';
import { MAIN_BUTTON, SMALL_BUTTON } from '../buttons';
import { KeptOffer } from '../kept-offer';
import { useNewSources } from '../new-sources';
import { SaveNotice } from '../save-notice';
import { ViewStore, type CellView } from './cell-view';
import type { CellState, Judged } from './cell-state';
import { CellPanel } from './cell-panel';
import { ChartStrip } from './chart-strip';
import { CheckList } from './check-list';
import { countOf, countWords } from './entry-counts';
import { linesOf, startOf } from './grid-lines';
import { GridHelp } from './grid-help';
import type { EntrySource, GridLine, GridRead } from './grid-props';
import { GridTable } from './grid-table';
import { rangeOf, type Spot } from './grid-moves';
import { RangeForm } from './range-form';
import { SeriesPicker } from './series-picker';
import { SourceBar } from './source-bar';
import { spotsIn } from './use-grid-actions';
import { useReadingsDesk } from './use-readings-desk';

interface ReadingsDeskProps {
  readonly personId: string;
  readonly read: GridRead;
  readonly isTurned: boolean;
}

/** Entering readings of a changeset: what to enter, from which source, the grid, and beside it what it means. */
export function ReadingsDesk({ personId, read, isTurned }: ReadingsDeskProps) {
  const router = useRouter();
  const [fresh, setFresh] = useState<readonly EntrySource[]>([]);
  const sources = useMemo(() => [...fresh.filter(({ id }) => read.sources.every((one) => one.id !== id)), ...read.sources], [fresh, read.sources]);
  const desk = useReadingsDesk(personId, read, sources);
  const { control, kept, series, elsewhere, states, judged, checks, saving, save, saved, forgetDraft } = desk;
  const [panelCalls, setPanelCalls] = useState(0);
  const [isInPanel, setInPanel] = useState(false);
  const [said, setSaid] = useState('');
  const [calls, setCalls] = useState(0);
  const [spots, setSpots] = useState<{ readonly anchor: Spot; readonly active: Spot }>(() => startOf(read, isTurned));

  useNewSources((source) => {
    // Until the page knows it whole, its day is taken for exact.
    const today = new Date().toISOString().slice(0, 10);
    setFresh((before) => [{ ...source, publishedPrecision: source.publishedOn === null ? 'unknown' : 'day', accessedOn: today }, ...before]);
    router.refresh();
  });

  const { rows, columns } = useMemo(() => linesOf(read, series, isTurned), [read, series, isTurned]);
  const placeOf = useCallback(({ row, column }: Spot): { readonly series: EntrySeries; readonly period: Period } | null => {
    const [one, other] = [rows[row], columns[column]];
    const ofSeries = one?.series ?? other?.series;
    const period = one?.period ?? other?.period;
    return ofSeries && period ? { series: ofSeries, period } : null;
  }, [rows, columns]);
  const keyOf = useCallback((spot: Spot) => {
    const place = placeOf(spot);
    return place === null ? '' : cellKey(place.series.id, place.period);
  }, [placeOf]);
  const doubtful = useMemo(() => new Set(checks.map(({ cells }) => cells[0] ?? '')), [checks]);
  const viewOf = useViews(placeOf, states, judged, doubtful);
  const unitOf = useCallback((spot: Spot) => placeOf(spot)?.series.unit ?? '', [placeOf]);

  const clamp = useCallback(({ row, column }: Spot): Spot => ({ row: Math.max(0, Math.min(rows.length - 1, row)), column: Math.max(0, Math.min(columns.length - 1, column)) }), [rows.length, columns.length]);
  const active = clamp(spots.active);
  const anchor = clamp(spots.anchor);
  const onSelect = useCallback((from: Spot, to: Spot) => setSpots({ anchor: from, active: to }), []);

  const spotOf = useCallback((key: string): Spot | null => {
    const cell = cellOf(key);
    if (cell === null) return null;
    const at = (lines: readonly GridLine[]) => lines.findIndex((line) => (line.series === null
      ? line.period?.start === cell.period.start && line.period.end === cell.period.end : line.series.id === cell.seriesId));
    const [row, column] = [at(rows), at(columns)];
    return row < 0 || column < 0 ? null : { row, column };
  }, [rows, columns]);
  const lead = useCallback((key: string) => {
    const spot = spotOf(key);
    if (spot === null) return setSaid('That cell is not in the grid: choose its series and a range that holds it.');
    setSpots({ anchor: spot, active: spot });
    setCalls((before) => before + 1);
  }, [spotOf]);

  // A link to one reading begins at it.
  const begun = useRef('');
  useEffect(() => {
    const key = read.start === null ? '' : cellKey(read.start.seriesId, read.start.period);
    if (begun.current === key) return;
    begun.current = key;
    requestAnimationFrame(() => lead(key));
  }, [read.start, lead]);

  const ask = useCallback((part: Partial<GridQuestion>) => {
    const now = { seriesIds: read.seriesIds, kind: read.kind, from: read.from, to: read.to, isTurned };
    router.push(`/admin/changesets/${read.changeset.id}/readings${gridSearch({ ...now, ...part })}`, { scroll: false });
  }, [router, read, isTurned]);

  const onChoose = useCallback((seriesIds: readonly string[], isWithRange: boolean) => ask(isWithRange ? { seriesIds } : { seriesIds, kind: null, from: null, to: null }), [ask]);

  const onSave = useCallback(() => {
    setSaid('');
    void save();
  }, [save]);

  // A field that is left by Ctrl+S is taken over first.
  const latest = useRef(onSave);
  useEffect(() => {
    latest.current = onSave;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    const field = document.activeElement;
    if (field instanceof HTMLElement) {
      field.blur();
      field.focus();
    }
    requestAnimationFrame(() => latest.current());
  };

  const counts = countOf(judged);
  const selected = useMemo(() => spotsIn(rangeOf(anchor, active)).map(keyOf).filter((key) => key !== ''), [anchor, active, keyOf]);
  // The panel follows a step of the keyboard when there is time for it; the grid does not wait. Whoever is in it, or is called there, has it at once.
  const now = useMemo(() => ({ selected, desk: { control, series, states, judged, forgetDraft }, calls: panelCalls }), [selected, control, series, states, judged, forgetDraft, panelCalls]);
  const later = useDeferredValue(now);
  const beside = isInPanel || later.calls !== now.calls ? now : later;
  const hasGrid = rows.length > 0 && columns.length > 0;
  return (
    <div onKeyDown={onKeyDown} className="mx-[min(0px,calc((100%-min(100vw-4rem,106rem))/2))]">
      <KeptOffer kept={kept} />
      <SeriesPicker catalog={read.catalog} chosen={read.seriesIds} onChoose={onChoose} />
      {hasGrid ? (
        <>
          <RangeForm kind={read.kind} from={read.from} to={read.to} isTurned={isTurned} onAsk={ask} />
          <SourceBar changesetId={read.changeset.id} sources={sources} sitting={control.entry.sitting} recordsRepeats={control.entry.recordsRepeats} onChange={control.setSitting} />
          <div className="mt-4 grid gap-x-6 gap-y-8 min-[72rem]:grid-cols-[minmax(0,1fr)_21rem]">
            <div className="min-w-0">
              <GridTable
                label={`Readings of ${read.seriesIds.length === 1 ? rows[0]?.series?.label ?? 'one series' : `${read.seriesIds.length} series`}`} corner={isTurned ? 'Period' : 'Series'}
                rows={rows} columns={columns} keyOf={keyOf} viewOf={viewOf} unitOf={unitOf} control={control} announce={setSaid} anchor={anchor} active={active} onSelect={onSelect} onSave={onSave} calls={calls}
                onPanel={() => setPanelCalls((before) => before + 1)}
              />
              <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
                <button type="button" className={MAIN_BUTTON} disabled={saving.isSaving || counts.ready + counts.same === 0} onClick={onSave} aria-keyshortcuts="Control+S">
                  {saving.isSaving ? 'Saving…' : counts.ready === 0 ? 'Save' : `Save ${counts.ready} ${counts.ready === 1 ? 'reading' : 'readings'}`}
                </button>
                <p className="text-sm text-muted" data-counts>{countWords(counts)}</p>
                <StepButtons control={control} />
              </div>
              <p role="status" className="mt-2 min-h-6 text-sm" data-said>{said !== '' ? said : saved.times > 0 && counts.all === 0 ? `Saved: ${saved.rows} ${saved.rows === 1 ? 'reading is' : 'readings are'} drafted.` : ''}</p>
              {elsewhere.length > 0 && (
                <p className="mb-2 text-sm">
                  {elsewhere.length} typed in series that are not in the grid now. They wait.{' '}
                  <button type="button" className={SMALL_BUTTON} onClick={() => ask({ seriesIds: [...new Set([...read.seriesIds, ...elsewhere.flatMap((key) => cellOf(key)?.seriesId ?? [])])] })}>Show them</button>
                </p>
              )}
              <SaveNotice saving={saving} />
              <GridHelp />
            </div>
            <aside
              className="grid content-start gap-8" aria-label="About the selected cells" onFocus={() => setInPanel(true)} onBlur={() => setInPanel(false)}
              onKeyDown={(event) => {
                if (event.key === 'F6' || (event.key === 'Escape' && !event.defaultPrevented)) setCalls((before) => before + 1);
                else return;
                event.preventDefault();
              }}
            >
              <CellPanel changesetId={read.changeset.id} sources={sources} onSaid={setSaid} {...beside} />
              <CheckList checks={checks} onLead={lead} />
            </aside>
          </div>
          <ChartStrip changesetId={read.changeset.id} seriesIds={read.seriesIds} savedTimes={saved.times} hasDrafts={saved.times > 0 || read.drafts.length > 0} />
        </>
      ) : (
        <p className="max-w-prose py-6 text-muted">Choose a series or a whole family above: a total with its parts stands in the grid at one click. Then pick the source once, and type or paste its figures.</p>
      )}
    </div>
  );
}

function StepButtons({ control }: { readonly control: ReturnType<typeof useReadingsDesk>['control'] }) {
  const look = 'inline-flex min-h-9 min-w-9 items-center justify-center px-2 text-sm text-muted hover:text-accent disabled:opacity-40';
  return (
    <span className="ms-auto flex gap-1">
      <button type="button" className={look} disabled={control.steps.undo === 0} onClick={control.undo} aria-keyshortcuts="Control+Z">Undo</button>
      <button type="button" className={look} disabled={control.steps.redo === 0} onClick={control.redo} aria-keyshortcuts="Control+Y">Redo</button>
    </span>
  );
}

/** Views by cell; one is made anew only when what it shows has changed, so that rows can tell by identity. */
function useViews(
  placeOf: (spot: Spot) => { readonly series: EntrySeries; readonly period: Period } | null,
  states: ReadonlyMap<string, CellState>, judged: ReadonlyMap<string, Judged>, doubtful: ReadonlySet<string>,
): (spot: Spot) => CellView {
  const views = useMemo(() => new ViewStore(), []);
  return useCallback((spot) => {
    const place = placeOf(spot);
    if (place === null) return NO_VIEW;
    const key = cellKey(place.series.id, place.period);
    return views.of(key, place.series, place.period, states.get(key), judged.get(key), doubtful.has(key));
  }, [placeOf, states, judged, doubtful, views]);
}

const NO_VIEW: CellView = { main: '', sub: '', tone: 'none', state: 'idle', hasDoubt: false, name: '', text: '' };
