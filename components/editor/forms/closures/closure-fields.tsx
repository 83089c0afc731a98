'use client';

import type { ReactNode } from 'react';
import { labelTypedDay, parseTypedDay } from '@/domain/typed-day';
import { SMALL_BUTTON } from '../../buttons';
import type { CitableSource } from '../../new-sources';
import { SourcePicker } from '../../source-picker';
import { describedBy, FieldFrame } from '../field-frame';
import type { RowOption } from '../form-props';
import { BOX, SMALL_BOX } from '../look';
import { LANE_NAMES } from './lane-calendar';
import type { ClosureFaults, TypedClosure, TypedRival } from './typed-closure';

interface ClosureFieldsProps {
  readonly typed: TypedClosure;
  readonly faults: ClosureFaults;
  readonly crossings: readonly RowOption[];
  readonly closers: readonly string[];
  readonly sources: readonly CitableSource[];
  readonly isLocked: boolean;
  readonly onChange: (part: Partial<TypedClosure>) => void;
}

const END_STATES = [
  ['reopened', 'It reopened', 'The day, the month, or the days between which it must have been.'],
  ['ongoing', 'It was still shut', 'On the last day a source speaks of; nothing is said about later days.'],
  ['unknown', 'The end is not known', 'Nobody says whether or when it reopened.'],
] as const;

/** The same closure as on the calendar, in fields: all of it can be done without a pointer. */
export function ClosureFields({ typed, faults, crossings, closers, sources, isLocked, onChange }: ClosureFieldsProps) {
  const control = (name: string, help?: string) => ({
    id: `field-${name}`, disabled: isLocked, 'aria-invalid': faults[name] !== undefined || undefined, 'aria-describedby': describedBy(`field-${name}`, help, faults[name]),
  });
  const frame = (name: string, label: string, children: ReactNode, help?: string, isOptional = false) => (
    <FieldFrame id={`field-${name}`} label={label} help={help} fault={faults[name]} isOptional={isOptional}>{children}</FieldFrame>
  );
  const date = (name: 'start' | 'end' | 'knownOn' | 'startLow' | 'startHigh' | 'endLow' | 'endHigh', label: string, help?: string, isOptional = false) => frame(name, label, (
    <>
      <input {...control(name, help)} value={typed[name]} autoComplete="off" placeholder="2025-10-12" className={`${BOX} max-w-60`} onChange={({ target }) => onChange({ [name]: target.value })} />
      <DayEcho text={typed[name]} />
    </>
  ), help, isOptional);
  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        {frame('crossingId', 'Crossing', (
          <select {...control('crossingId')} value={typed.crossingId} className={BOX} onChange={({ target }) => onChange({ crossingId: target.value })}>
            {typed.crossingId === '' && <option value="">Choose…</option>}
            {crossings.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
          </select>
        ))}
        {frame('lane', 'Lane', (
          <select {...control('lane')} value={typed.lane} className={BOX} onChange={({ target }) => onChange({ lane: target.value as TypedClosure['lane'] })}>
            {Object.entries(LANE_NAMES).map(([value, label]) => <option key={value} value={value}>{label}</option>)}
          </select>
        ))}
        {date('start', 'Shut from', 'A day, or a month where no source gives the day: 2025-10.')}
        {date('knownOn', 'Last known shut on', typed.endState === 'reopened' ? 'Blank: the day of reopening.' : 'The last day on which a source says so.', typed.endState === 'reopened')}
      </div>
      <FieldFrame id="field-endState" label="How it ended" isGroup>
        {END_STATES.map(([value, label, help]) => (
          <label key={value} className="flex items-start gap-2.5 py-0.5">
            <input type="radio" name="endState" value={value} disabled={isLocked} checked={typed.endState === value} onChange={() => onChange({ endState: value })} className="mt-1.5 accent-(--accent)" />
            <span><b className="font-medium">{label}.</b> <span className="text-muted">{help}</span></span>
          </label>
        ))}
      </FieldFrame>
      {typed.endState === 'reopened' && <div className="grid gap-5 sm:grid-cols-2">{date('end', 'Reopened on', 'A day or a month; blank where only bounds are known.', true)}</div>}
      <details open={['startLow', 'startHigh', 'endLow', 'endHigh'].some((name) => faults[name] !== undefined || typed[name as 'startLow'] !== '') || undefined}>
        <summary className="py-1">Earliest and latest, where sources leave room</summary>
        <div className="mt-3 grid gap-5 sm:grid-cols-2">
          {date('startLow', 'Start, earliest', 'Blank: it follows from the date and its rivals.', true)}
          {date('startHigh', 'Start, latest', undefined, true)}
          {typed.endState === 'reopened' && date('endLow', 'End, earliest', undefined, true)}
          {typed.endState === 'reopened' && date('endHigh', 'End, latest', undefined, true)}
        </div>
      </details>
      <Rivals typed={typed} faults={faults} sources={sources} isLocked={isLocked} onChange={(rivals) => onChange({ rivals })} />
      {frame('closedBy', 'Closed by', (
        <><input {...control('closedBy', 'x')} value={typed.closedBy} list="field-closedBy-list" autoComplete="off" className={BOX} onChange={({ target }) => onChange({ closedBy: target.value })} /><datalist id="field-closedBy-list">{closers.map((one) => <option key={one} value={one} />)}</datalist></>
      ), '“Not stated” where no source says.')}
      {frame('reason', 'Reason', <textarea {...control('reason')} rows={2} value={typed.reason} className={BOX} onChange={({ target }) => onChange({ reason: target.value })} />)}
      {frame('partialNote', 'What was let through all the same', <input {...control('partialNote')} value={typed.partialNote} className={BOX} onChange={({ target }) => onChange({ partialNote: target.value })} />, undefined, true)}
      <div className="grid gap-5 sm:grid-cols-2">
        {frame('confidence', 'How sure we are', (
          <select {...control('confidence', 'x')} value={typed.confidence} className={BOX} onChange={({ target }) => onChange({ confidence: target.value as TypedClosure['confidence'] })}>
            <option value="high">High</option><option value="medium">Medium</option><option value="low">Low</option>
          </select>
        ), 'High: several sources agree. Low: one, in passing.')}
        {frame('note', 'Note', <input {...control('note')} value={typed.note} className={BOX} onChange={({ target }) => onChange({ note: target.value })} />, undefined, true)}
      </div>
    </div>
  );
}

function DayEcho({ text }: { readonly text: string }) {
  const read = parseTypedDay(text);
  return <p className="min-h-5 text-sm text-muted" aria-live="polite">{read.ok ? labelTypedDay(read.value) : ''}</p>;
}

interface RivalsProps {
  readonly typed: TypedClosure;
  readonly faults: ClosureFaults;
  readonly sources: readonly CitableSource[];
  readonly isLocked: boolean;
  readonly onChange: (rivals: readonly TypedRival[]) => void;
}

/** Days that other sources give: each keeps its source, and together they widen the bounds. */
function Rivals({ typed: { rivals }, faults, sources, isLocked, onChange }: RivalsProps) {
  const change = (at: number, part: Partial<TypedRival>) => onChange(rivals.map((rival, index) => (index === at ? { ...rival, ...part } : rival)));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">Rival dates</legend>
      <p className="mb-2 text-sm text-muted">What other sources give instead. Readers see them all, and the bounds widen by themselves.</p>
      <ol className="flex flex-col gap-3">
        {rivals.map((rival, at) => {
          const [fault, sourceFault] = [faults[`rivals.${at}`], faults[`rivals.${at}.source`]];
          return (
            <li key={at} className="grid gap-2 border-s-2 border-rule-strong ps-3 sm:grid-cols-[7rem_9rem_1fr_auto] sm:items-end">
              <label className="flex flex-col gap-1 text-sm"><span>Rival {at + 1} is for</span>
                <select className={SMALL_BOX} disabled={isLocked} value={rival.edge} onChange={({ target }) => change(at, { edge: target.value === 'end' ? 'end' : 'start' })}><option value="start">the start</option><option value="end">the end</option></select>
              </label>
              <label className="flex flex-col gap-1 text-sm"><span>Day</span>
                <input className={SMALL_BOX} disabled={isLocked} value={rival.day} placeholder="2025-10-11" aria-invalid={fault !== undefined || undefined} aria-describedby={fault === undefined ? undefined : `rival-${at}-fault`} onChange={({ target }) => change(at, { day: target.value })} />
              </label>
              <div className="flex min-w-0 flex-col gap-1 text-sm">
                <label htmlFor={`rival-${at}-source`}>Source of rival {at + 1}</label>
                <SourcePicker id={`rival-${at}-source`} sources={sources} value={rival.sourceId} isInvalid={sourceFault !== undefined} onChange={(sourceId) => change(at, { sourceId })} />
              </div>
              <button type="button" className={SMALL_BUTTON} disabled={isLocked} onClick={() => onChange(rivals.filter((_, index) => index !== at))}>Take out<span className="sr-only"> rival {at + 1}</span></button>
              {(fault !== undefined || sourceFault !== undefined) && <p id={`rival-${at}-fault`} className="text-sm font-medium text-accent-strong sm:col-span-4">{fault ?? sourceFault}</p>}
            </li>
          );
        })}
      </ol>
      <button type="button" className={`${SMALL_BUTTON} mt-2`} disabled={isLocked} onClick={() => onChange([...rivals, { edge: 'start', day: '', sourceId: '' }])}>Add a rival date</button>
    </fieldset>
  );
}
