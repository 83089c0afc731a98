'use client';

import { memo, useEffect, useRef, useState } from 'react';
import { cellOf } from '@/domain/entry/grid-periods';
import type { EntryFacts, KnownReading } from '@/domain/entry/plan-rows';
import { labelDay, labelPeriod } from '@/domain/period';
import { EMPTY_LABELS, printValue, type EmptyKind } from '@/domain/reading';
import { EMPTY_CODES } from '@/domain/entry/typed-value';
import { SMALL_BUTTON } from '../buttons';
import { postJson } from '../post-json';
import { ChoiceFields } from './choice-fields';
import { EMPTY_KINDS } from './empty-menu';
import type { TypedCell } from './entry-state';
import { FactFields } from './fact-fields';
import type { EntrySource } from './grid-props';
import type { ReadingsDeskState } from './use-readings-desk';

interface CellPanelProps {
  readonly changesetId: string;
  /** Keys of the selected cells, the first in front. */
  readonly selected: readonly string[];
  readonly desk: Pick<ReadingsDeskState, 'control' | 'series' | 'states' | 'judged' | 'forgetDraft'>;
  readonly sources: readonly EntrySource[];
  readonly onSaid: (text: string) => void;
  /** Counts up when somebody comes here by key. */
  readonly calls: number;
}

/** What the selected cells hold, what becomes of what is typed in them, and what is said of them alone. */
export const CellPanel = memo(function CellPanel({ changesetId, selected, desk, sources, onSaid, calls }: CellPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const [isUnfolded, setUnfolded] = useState(false);
  useEffect(() => {
    if (calls > 0) panel.current?.querySelector<HTMLElement>('input, button, summary')?.focus();
  }, [calls]);
  const { control, series, states, judged } = desk;
  const [first = ''] = selected;
  const place = cellOf(first);
  const one = place && series.get(place.seriesId);
  if (!place || !one) return null;
  const typed = selected.flatMap((key) => judged.get(key) ?? []);
  const waiting = typed.filter(({ plan, cell }) => plan?.kind === 'ask' || (plan?.kind === 'incomplete' && plan.what === 'reason') || cell.choice !== null);
  const { plan, read } = judged.get(first) ?? {};
  const change = (how: (cell: TypedCell) => TypedCell) => control.change(new Map(typed.map(({ key, cell }) => [key, how(cell)])));
  const setOwn = (part: Partial<EntryFacts>) => change((cell) => ({ ...cell, own: said({ ...cell.own, ...part }) }));
  const setEmpty = (kind: EmptyKind) => control.change(new Map(selected.map((key) => [key, { own: {}, choice: null, ...control.entry.cells[key], text: EMPTY_CODES[kind] }])));
  return (
    <section ref={panel} aria-labelledby="cell-heading" data-panel>
      <h2 id="cell-heading" className="mb-2 border-b border-rule-strong pb-1 text-lg">
        {selected.length === 1 ? `${one.part === 'All' ? one.indicator : one.part}, ${labelPeriod(place.period)}` : `${selected.length} cells`}
      </h2>
      {selected.length === 1 && <p className="mb-2 text-sm text-muted">{one.label}, in {one.unit}</p>}
      {selected.length === 1 && read !== undefined && (
        <p className={`mb-2 border-s-3 ps-3 text-sm ${plan === null ? 'border-accent text-accent' : plan?.kind === 'row' ? 'border-(--series-0)' : 'border-(--series-1)'}`} data-plan={plan?.kind ?? 'bad'}>
          {!read.ok ? read.refusal.message : plan === null || plan === undefined ? '' : plan.kind === 'nothing' ? `Nothing to save: ${plan.why}` : plan.message}
        </p>
      )}
      {waiting.length > 0 && (
        <ChoiceFields
          key={waiting.map(({ key }) => key).join()} count={waiting.length} choice={waiting[0]?.cell.choice ?? null}
          onChoose={(choice) => control.change(new Map(waiting.map(({ key, cell }) => [key, { ...cell, choice }])))}
        />
      )}
      {selected.length === 1 && <History readings={states.get(first)?.known ?? []} sources={sources} changesetId={changesetId} onGone={desk.forgetDraft} onSaid={onSaid} />}
      <fieldset className="mt-3">
        <legend className="text-sm font-medium">No value, because it is</legend>
        <div className="mt-1 flex flex-wrap gap-1.5">
          {EMPTY_KINDS.map((kind) => (
            <button key={kind} type="button" className={SMALL_BUTTON} title={`or type ${EMPTY_CODES[kind]}`} onClick={() => setEmpty(kind)}>
              <span aria-hidden="true">{EMPTY_LABELS[kind].symbol}</span> {EMPTY_LABELS[kind].label}
            </button>
          ))}
        </div>
      </fieldset>
      {typed.length > 0 && (
        <details className="mt-4" onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}>
          <summary className="py-1 text-sm font-medium">{typed.length === 1 ? 'Of this cell alone' : `Of these ${typed.length} typed cells alone`}: source, days, note …</summary>
          {isUnfolded && <FactFields key={typed.map(({ key }) => key).join()} own={typed[0]?.cell.own ?? {}} sitting={control.entry.sitting} sources={sources} onChange={setOwn} />}
        </details>
      )}
    </section>
  );
});

/** What is not said must not stand in the way of what is said of everything typed. */
function said(own: Partial<EntryFacts>): Partial<EntryFacts> {
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
}

interface HistoryProps {
  readonly readings: readonly KnownReading[];
  readonly sources: readonly EntrySource[];
  readonly changesetId: string;
  readonly onGone: (id: string) => void;
  readonly onSaid: (text: string) => void;
}

/** The readings of the cell, newest first; a draft can be thrown away here. */
function History({ readings, sources, changesetId, onGone, onSaid }: HistoryProps) {
  const [isBusy, setBusy] = useState(false);
  if (readings.length === 0) return <p className="text-sm text-muted">No reading yet.</p>;
  const discard = async ({ id, revision }: KnownReading) => {
    setBusy(true);
    const answer = await postJson(`/api/admin/changesets/${encodeURIComponent(changesetId)}/discard`, { kind: 'reading', rowId: id, expectedRevision: revision });
    setBusy(false);
    if (answer.ok) onGone(id);
    onSaid(answer.ok ? 'The draft is thrown away.' : answer.problem.title);
  };
  return (
    <ol className="grid gap-1.5 text-sm">
      {readings.toSorted((a, b) => (a.content.knownFrom < b.content.knownFrom ? 1 : -1)).map((reading) => {
        const { value, qualifier, empty, knownFrom, kind } = reading.content;
        const cited = reading.citations.map(({ sourceId }) => sources.find(({ id }) => id === sourceId)?.publisher ?? sourceId);
        return (
          <li key={reading.id} className={reading.change === 'withdraw' ? 'text-muted line-through' : ''}>
            <span className="font-medium">{value === null ? EMPTY_LABELS[empty ?? 'unknown'].label : printValue(value, qualifier)}</span>
            <span className="text-muted"> {reading.isDraft ? `drafted here${reading.change === 'add' ? '' : ` as ${reading.change === 'correct' ? 'a correction' : 'an update'}`}, ` : ''}{kind === 'derived' ? 'derived, ' : ''}{labelDay(knownFrom)}, {[...new Set(cited)].join('; ')}</span>
            {reading.isDraft && <button type="button" disabled={isBusy} className={`${SMALL_BUTTON} ms-2`} onClick={() => void discard(reading)}>Throw this draft away</button>}
          </li>
        );
      })}
    </ol>
  );
}
