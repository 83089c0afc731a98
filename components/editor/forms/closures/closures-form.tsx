'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Closure, Crossing, Lane } from '@/domain/closure';
import { closureLabel } from '@/domain/closure';
import { labelDays, overlapsOf, spanAround, type CalendarSpan, type Zoom } from '@/domain/closure-planner';
import { labelDay, type Day } from '@/domain/day';
import type { Change, CitationDraft, DraftRow, RowContents } from '@/domain/draft';
import { freeId, idFrom } from '@/domain/row-id';
import { QUIET_BUTTON } from '@/components/ui/button-look';
import { rowPath } from '@/lib/inputs/desk-links';
import { MAIN_BUTTON } from '../../buttons';
import { CitationsField } from '../../citations-field';
import { KeptOffer } from '../../kept-offer';
import type { CitableSource } from '../../new-sources';
import { SaveNotice } from '../../save-notice';
import { useKept } from '../../use-kept';
import { useSaveRows } from '../../use-save-rows';
import { ChangeChoice } from '../change-choice';
import { ClosureFields } from './closure-fields';
import { LANE_NAMES, LaneCalendar, type CalendarBar, type LaneRow } from './lane-calendar';
import { blankClosure, readClosure, toTypedClosure, type ClosureFaults, type ClosureState } from './typed-closure';

// The drawing comes after the calendar, which does not wait for it.
const ClosureLook = dynamic(() => import('./closure-look').then((module) => module.ClosureLook), { ssr: false, loading: () => <p className="text-sm text-muted">Drawing…</p> });

/** A closure as the desk has it. */
export interface ClosureStart {
  readonly id: string;
  readonly revision: number;
  readonly content: RowContents['closure'];
  readonly change: Change;
  readonly changeNote: string | null;
  readonly citations: readonly CitationDraft[];
  readonly isDraft: boolean;
  readonly published: RowContents['closure'] | null;
}

interface ClosuresFormProps {
  readonly changesetId: string;
  readonly person: string;
  readonly crossings: readonly Crossing[];
  readonly closures: readonly ClosureStart[];
  readonly takenIds: readonly string[];
  readonly sources: readonly CitableSource[];
  readonly closed: string | null;
  readonly today: Day;
  /** The closure, or the crossing, that was asked for. */
  readonly asked: string | null;
  readonly askedCrossing: string | null;
}

const LANES: readonly Lane[] = ['all', 'trade', 'pedestrian', 'returnees'];
const recorded = (id: string, content: RowContents['closure'], change: Change = 'add'): Closure => ({
  id, revision: 1, publishedIn: 1, change, changeNote: null, status: change === 'withdraw' ? 'withdrawn' : 'current', citations: [], ...content,
});

function stateOf(start: ClosureStart): ClosureState {
  return {
    id: start.id, revision: start.revision, isPublished: start.published !== null, typed: toTypedClosure(start.content), citations: start.citations,
    change: start.isDraft ? start.change : 'update', changeNote: start.isDraft ? (start.changeNote ?? '') : '',
  };
}

type Unsaved = Readonly<Record<string, ClosureState>>;
const NOTHING: Unsaved = {};

function newState(crossingId: string, lane: Lane, start = '', end = ''): ClosureState {
  return { id: '', revision: null, isPublished: false, typed: blankClosure(crossingId, lane, start, end), citations: [], change: 'add', changeNote: '' };
}

/** Closures on a calendar of lanes, with a form beside it that does the same; an overlap is said as soon as it is typed. */
export function ClosuresForm({ changesetId, person, crossings, closures, takenIds, sources, closed, today, asked, askedCrossing }: ClosuresFormProps) {
  const router = useRouter();
  const firstCrossing = askedCrossing ?? crossings[0]?.id ?? '';
  const askedClosure = closures.find(({ id }) => id === asked);
  /** What is typed and not saved, closure by closure: opening another one loses nothing. */
  const kept = useKept<Unsaved>(person, `${changesetId}:closures`, NOTHING);
  const [chosen, setChosen] = useState(askedClosure?.id ?? '');
  /** Saved, and not yet among what the server gave. */
  const [settled, setSettled] = useState<Unsaved>({});
  const stood = closures.find((one) => one.id === chosen);
  const fresh = settled[chosen];
  const base = fresh !== undefined && (fresh.revision ?? 0) > (stood?.revision ?? 0) ? fresh : stood === undefined ? newState(firstCrossing, 'all') : stateOf(stood);
  const state = kept.value[chosen] ?? base;
  const isUnsaved = kept.value[chosen] !== undefined;
  const set = (next: ClosureState) => kept.set((before) => ({ ...before, [chosen]: next }));
  const [crossingShown, setCrossingShown] = useState(askedCrossing ?? askedClosure?.content.crossingId ?? '');
  const lastStart = closures.map(({ content }) => content.start).toSorted().at(-1) ?? today;
  const [{ span, zoom }, setView] = useState<{ span: CalendarSpan; zoom: Zoom }>(() => ({ zoom: 'quarter', span: spanAround(askedClosure?.content.start ?? lastStart, 'quarter') }));
  const [faults, setFaults] = useState<ClosureFaults>({});
  const [attempts, setAttempts] = useState(0);
  const [said, setSaid] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const saving = useSaveRows({
    changesetId,
    onSaved: ([saved]) => {
      if (saved === undefined) return;
      const { [chosen]: mine, ...rest } = kept.value;
      if (Object.keys(rest).length === 0) kept.forget();
      kept.set(rest);
      if (Object.keys(rest).length === 0) kept.forget();
      setSettled((before) => ({ ...before, [saved.id]: { ...(mine ?? state), id: saved.id, revision: saved.revision } }));
      setChosen(saved.id);
      setSaid('Saved as a draft.');
      router.replace(rowPath(changesetId, 'closure', saved.id, { crossingId: crossingShown === '' ? undefined : crossingShown }), { scroll: false });
      router.refresh();
    },
    onTheirs: () => {
      const { [chosen]: _mine, ...rest } = kept.value;
      kept.set(rest);
      router.refresh();
    },
  });

  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);

  const read = useMemo(() => readClosure(state.typed), [state.typed]);
  const isWithdrawal = state.change === 'withdraw' && state.isPublished;
  const id = state.id !== '' ? state.id : freeId(idFrom(state.typed.crossingId, (read.content?.start ?? '').slice(0, 7), state.typed.lane === 'all' ? '' : state.typed.lane), new Set(takenIds));
  const living = useMemo(() => closures.filter(({ change }) => change !== 'withdraw').map(({ id: one, content }) => recorded(one, content)), [closures]);
  const mine = read.content === null || isWithdrawal ? null : recorded(id, read.content);
  const others = living.filter((one) => one.id !== id);
  const overlaps = mine === null ? [] : overlapsOf(mine, others);
  const refused = overlaps.filter(({ isRefused }) => isRefused);
  const draftIds = new Set(closures.filter(({ isDraft }) => isDraft).map((one) => one.id));
  const bars: CalendarBar[] = [...others, ...(mine === null ? [] : [mine])].map((one) => ({
    ...one, label: `${nameOf(crossings, one.crossingId)}, ${LANE_NAMES[one.lane].toLowerCase()}: ${closureLabel(one)}`, isDraft: one.id === id || draftIds.has(one.id),
    isSoft: one.endState !== 'reopened' || one.startPrecision === 'month' || one.endPrecision === 'month',
  }));
  const shown = crossingShown === '' ? crossings : crossings.filter((one) => one.id === crossingShown);
  const rows: LaneRow[] = shown.flatMap((crossing) => LANES.filter((lane) => crossingShown !== '' || lane === 'all' || bars.some((bar) => bar.crossingId === crossing.id && bar.lane === lane))
    .map((lane) => ({ crossingId: crossing.id, crossing: crossing.name, lane })));

  /** Turns to another closure; '' is a new one. */
  function turnTo(key: string, next?: ClosureState) {
    setFaults({});
    setSaid('');
    saving.dismiss();
    setChosen(key);
    if (next !== undefined) kept.set((before) => ({ ...before, [key]: next }));
  }

  function type(part: Partial<ClosureState['typed']>) {
    setSaid('');
    set({ ...state, typed: { ...state.typed, ...part } });
    setFaults((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !((name.split('.')[0] ?? '') in part))));
  }

  function draw(row: LaneRow, start: Day, end: Day | null) {
    // A closure that is being written anew takes the days; a saved one is changed in its fields.
    const isFresh = state.id === '';
    const dates = { crossingId: row.crossingId, lane: row.lane, start, ...(end === null ? { end: '', endState: 'ongoing' as const, knownOn: start } : { end, endState: 'reopened' as const, knownOn: '' }) };
    if (isFresh) type(dates);
    else turnTo('', { ...newState(row.crossingId, row.lane), typed: { ...blankClosure(row.crossingId, row.lane), ...dates } });
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('#field-start')?.focus({ preventScroll: true }));
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const found: Record<string, string> = isWithdrawal ? {} : { ...read.faults };
    if ((state.change === 'correct' || isWithdrawal) && state.changeNote.trim() === '') found.changeNote = 'Say why: readers see it.';
    setFaults(found);
    setAttempts(attempts + 1);
    const before = closures.find((one) => one.id === state.id);
    const content = isWithdrawal ? before?.published : read.content;
    if (Object.keys(found).length > 0 || content == null) return;
    const note = state.changeNote.trim();
    const row: DraftRow = { kind: 'closure', id, change: state.change, changeNote: note === '' ? null : note, content, citations: state.citations, expectedRevision: state.revision };
    await saving.save([row]);
  }

  const count = Object.keys(faults).length;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end gap-3">
        <label className="flex flex-col gap-1 text-sm"><span>Show</span>
          <select value={crossingShown} onChange={({ target }) => setCrossingShown(target.value)} className="rounded-sm border border-faint bg-raised px-3 py-2 text-base">
            <option value="">All crossings</option>
            {crossings.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
          </select>
        </label>
        <button type="button" className={QUIET_BUTTON} disabled={closed !== null} onClick={() => turnTo('', newState(crossingShown === '' ? firstCrossing : crossingShown, 'all'))}>New closure</button>
        <label className="flex min-w-0 flex-col gap-1 text-sm sm:ms-auto sm:max-w-sm"><span>Open a closure</span>
          <select
            value={state.id} className="w-full rounded-sm border border-faint bg-raised px-3 py-2 text-base"
            onChange={({ target }) => {
              const opened = closures.find((one) => one.id === target.value);
              if (opened === undefined) return;
              turnTo(opened.id);
              setView({ zoom, span: spanAround(opened.content.start, zoom) });
            }}
          >
            <option value="">Choose…</option>
            {closures.toSorted((a, b) => (a.content.start > b.content.start ? -1 : 1)).map((one) => <option key={one.id} value={one.id}>{nameOf(crossings, one.content.crossingId)}, {LANE_NAMES[one.content.lane].toLowerCase()}, from {labelDay(one.content.start)}{one.isDraft ? ' (draft)' : ''}</option>)}
          </select>
        </label>
      </div>
      <LaneCalendar
        rows={rows} bars={bars} chosenId={id} clashes={refused.length === 0 ? [] : [id, ...refused.map(({ other }) => other.id)]} span={span} zoom={zoom} today={today} isLocked={closed !== null}
        onSpan={(next, nextZoom) => setView({ span: next, zoom: nextZoom })} onDraw={draw}
        onChoose={(opened) => opened !== chosen && closures.some((one) => one.id === opened) && turnTo(opened)}
      />
      <form ref={form} onSubmit={(event) => void save(event)} noValidate className="mt-8 grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]" lang="en" aria-label="The closure">
        <div className="flex min-w-0 flex-col gap-6">
          <KeptOffer kept={kept} />
          <h2 className="border-b border-rule pb-1 text-xl">{state.id === '' ? 'A new closure' : `${nameOf(crossings, state.typed.crossingId)}, from ${state.typed.start}`}</h2>
          {overlaps.map(({ other, first: from, last, isRefused }) => (
            <p key={other.id} role="alert" className={`border-s-4 px-4 py-2 text-sm ${isRefused ? 'border-accent bg-accent-wash' : 'border-rule-strong bg-sunk'}`}>
              {isRefused
                ? <>It shares {labelDays(from, last)} with another closure of this lane, {closureLabel(other)}. One lane is shut once: end this one earlier, begin it later, or change the other. It can be saved, and cannot be published so.</>
                : <>On {labelDays(from, last)} {other.lane === 'all' ? 'all lanes were' : `the ${other.lane} lane was`} shut as well: {closureLabel(other)}. That may stand; the days are counted once.</>}
            </p>
          ))}
          <ClosureFields typed={state.typed} faults={faults} crossings={crossings.map(({ id: one, name }) => ({ id: one, label: name }))} closers={closersOf(closures)} sources={sources} isLocked={closed !== null || isWithdrawal} onChange={type} />
          <CitationsField changesetId={changesetId} value={state.citations} sources={sources} troubles={saving.troubles} hasRivals legend="Sources" onChange={(citations) => set({ ...state, citations })} />
          <ChangeChoice change={state.change} note={state.changeNote} isNew={!state.isPublished} isLocked={closed !== null} fault={faults.changeNote} onChange={(change, changeNote) => set({ ...state, change, changeNote })} />
          <div className="sticky bottom-0 z-10 flex flex-col gap-3 border-t border-rule bg-paper py-3">
            <SaveNotice saving={saving} />
            {count > 0 && <p role="alert" className="text-sm font-medium text-accent-strong">{count === 1 ? 'One field needs another look' : `${count} fields need another look`}: what to do stands beside {count === 1 ? 'it' : 'each'}. Nothing was saved yet.</p>}
            <div className="flex flex-wrap items-center gap-4">
              <button type="submit" className={MAIN_BUTTON} disabled={closed !== null || saving.isSaving}>{saving.isSaving ? 'Saving…' : isWithdrawal ? 'Save the withdrawal' : 'Save the closure'}</button>
              <span role="status" className="text-sm text-muted">{said !== '' ? said : closed ?? (isUnsaved ? 'Not saved yet.' : 'It becomes a draft in this changeset.')}</span>
            </div>
          </div>
        </div>
        <aside aria-labelledby="closure-look" className="min-w-0">
          <h2 id="closure-look" className="mb-3 border-b border-rule pb-1 text-xl">As readers will see it</h2>
          {mine === null
            ? <p className="text-sm text-muted">It is shown here as soon as its dates and words are complete.</p>
            : <ClosureLook mine={mine} others={others} crossing={crossings.find((one) => one.id === mine.crossingId)} sources={sources} />}
        </aside>
      </form>
    </>
  );
}

const nameOf = (crossings: readonly Crossing[], id: string) => crossings.find((one) => one.id === id)?.name ?? id;

function closersOf(closures: readonly ClosureStart[]): string[] {
  const counts = new Map<string, number>();
  for (const { content } of closures) counts.set(content.closedBy, (counts.get(content.closedBy) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([closer]) => closer);
}
