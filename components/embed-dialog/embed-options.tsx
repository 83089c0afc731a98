'use client';

import { useId, useState } from 'react';
import { ALLOWED, parseView } from '@/lib/inputs/view';
import type { Hideable } from '@/lib/inputs/embed';
import type { EmbedChoice } from './embed-choice';
import type { EmbedSectionProps } from './embed-section';
import { Segments } from './segments';

interface EmbedOptionsProps extends Pick<EmbedSectionProps, 'hasPeriods' | 'hasLens' | 'hasLegend' | 'breakdowns' | 'series'> {
  /** The split for which `series` are named: others have other series. */
  readonly seriesOf: string | null;
  readonly release: number;
  readonly choice: EmbedChoice;
  readonly onChange: (choice: EmbedChoice) => void;
}

const FIELD = 'mt-1 block min-h-10 w-full rounded-sm border border-faint bg-raised px-2.5 text-base text-ink aria-invalid:border-accent';

const MODES: readonly { readonly mode: EmbedChoice['mode']; readonly label: (release: number) => string; readonly hint: string }[] = [
  { mode: 'pinned', label: (release) => `Pinned to release ${release}`, hint: 'Nothing changes under your text. A line in the frame says when a later release has other figures.' },
  { mode: 'guarded', label: () => 'Live, but stop at corrections', hint: 'New figures appear by themselves. A corrected one waits until you take a new code.' },
  { mode: 'live', label: () => 'Live', hint: 'Always the newest release, corrections too.' },
];

/** Everything that can be chosen about a frame. */
export function EmbedOptions({ release, choice, onChange, hasPeriods, hasLens, hasLegend, breakdowns, series, seriesOf }: EmbedOptionsProps) {
  const { view } = choice;
  const change = (part: Partial<EmbedChoice['view']>): void => onChange({ ...choice, view: { ...view, ...part } });
  const hide = (part: Hideable, isShown: boolean): void => onChange({ ...choice, hide: isShown ? choice.hide.filter((name) => name !== part) : [...choice.hide, part] });
  return (
    <form className="grid content-start gap-6" onSubmit={(event) => event.preventDefault()}>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 text-sm font-semibold">Which figures</legend>
        {MODES.map(({ mode, label, hint }) => (
          <label key={mode} className="grid cursor-pointer grid-cols-[1.25rem_1fr] gap-x-2 rounded-sm border border-rule bg-raised px-3 py-2.5 hover:border-faint has-checked:border-ink">
            <input
              type="radio" name="embed-mode" value={mode} checked={choice.mode === mode} onChange={() => onChange({ ...choice, mode })}
              aria-describedby={`embed-mode-${mode}`} className="mt-1 size-4 accent-accent"
            />
            <span className="text-[0.9375rem] font-medium">{label(release)}</span>
            <span id={`embed-mode-${mode}`} className="col-start-2 text-[0.8125rem] leading-snug text-muted">{hint}</span>
          </label>
        ))}
      </fieldset>
      <Segments
        legend="Colours" name="embed-theme" value={view.theme ?? 'auto'} onChange={(value) => change({ theme: value === 'light' || value === 'dark' ? value : null })}
        options={[{ value: 'auto', label: 'As the reader has it' }, { value: 'light', label: 'Light' }, { value: 'dark', label: 'Dark' }]}
      />
      {hasPeriods && <Range from={view.from} to={view.to} onChange={change} />}
      {hasLens && (
        <label className="text-sm font-semibold">
          Whose account
          <select value={view.lens} onChange={({ target }) => change({ lens: lensOf(target.value) })} className={`${FIELD} font-normal`}>
            <option value="all">Everybody’s</option>
            <option value="pakistan">Pakistan’s</option>
            <option value="taliban">The Taliban’s</option>
            <option value="independent">Independent ones</option>
          </select>
        </label>
      )}
      {breakdowns.length > 0 && (
        <label className="text-sm font-semibold">
          Split by
          <select value={view.breakdown ?? ''} onChange={({ target }) => change({ breakdown: target.value === '' ? null : target.value, series: [] })} className={`${FIELD} font-normal`}>
            <option value="">not split</option>
            {breakdowns.map((dimension) => <option key={dimension} value={dimension}>{dimension.replaceAll('-', ' ')}</option>)}
          </select>
        </label>
      )}
      {series.length > 1 && view.breakdown === seriesOf && (
        <fieldset>
          <legend className="mb-1 text-sm font-semibold">Series</legend>
          {series.map(({ id, label }) => {
            const shown = view.series.length === 0 ? series.map((item) => item.id) : view.series;
            const isShown = shown.includes(id);
            return (
              <Check key={id} label={label} isChecked={isShown} isFixed={isShown && shown.length === 1} onChange={(isOn) => {
                const next = isOn ? [...shown, id].sort() : shown.filter((name) => name !== id);
                change({ series: next.length === series.length ? [] : next });
              }} />
            );
          })}
        </fieldset>
      )}
      <fieldset>
        <legend className="mb-1 text-sm font-semibold">Show</legend>
        <Check label="Title" isChecked={!choice.hide.includes('title')} onChange={(isOn) => hide('title', isOn)} />
        {hasLegend && <Check label="Legend" isChecked={!choice.hide.includes('legend')} onChange={(isOn) => hide('legend', isOn)} />}
        <Check label="Table first" isChecked={view.table} onChange={(table) => change({ table })} />
        <p className="mt-1 text-[0.8125rem] text-muted">Source, date and corrections always stay.</p>
      </fieldset>
    </form>
  );
}

function lensOf(value: string): EmbedChoice['view']['lens'] {
  return value === 'pakistan' || value === 'taliban' || value === 'independent' ? value : 'all';
}

interface CheckProps {
  readonly label: string;
  readonly isChecked: boolean;
  /** The last one that is on stays on. */
  readonly isFixed?: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

function Check({ label, isChecked, isFixed = false, onChange }: CheckProps) {
  return (
    <label className="flex min-h-8 cursor-pointer items-center gap-2 text-[0.9375rem]">
      <input type="checkbox" checked={isChecked} disabled={isFixed} onChange={({ target }) => onChange(target.checked)} className="size-4 accent-accent" />
      {label}
    </label>
  );
}

interface RangeProps {
  readonly from: string | null;
  readonly to: string | null;
  readonly onChange: (range: { from: string | null; to: string | null }) => void;
}

/** Far enough ahead for every period that an address may name. */
const LIMITS = { currentRelease: 1, today: '2100-12-31' };

/** From and to as a reader would write them; what cannot be read is said beside it and changes nothing. */
function Range({ from, to, onChange }: RangeProps) {
  const [typed, setTyped] = useState({ from: from ?? '', to: to ?? '' });
  const hint = useId();
  const { problems } = parseView(new URLSearchParams(typed), LIMITS);
  const wrong = problems.map(({ parameter }) => parameter);
  const type = (name: 'from' | 'to', text: string): void => {
    const next = { ...typed, [name]: text.trim() };
    setTyped(next);
    const parsed = parseView(new URLSearchParams(next), LIMITS);
    if (parsed.problems.length === 0) onChange({ from: parsed.view.from, to: parsed.view.to });
  };
  return (
    <fieldset>
      <legend className="text-sm font-semibold">Range</legend>
      <div className="mt-1 grid grid-cols-2 gap-3 text-sm">
        {(['from', 'to'] as const).map((name) => (
          <label key={name} className="text-muted">
            {name === 'from' ? 'From' : 'To'}
            <input
              value={typed[name]} onChange={({ target }) => type(name, target.value)} placeholder={name === 'from' ? '2024-Q1' : '2025-Q3'} maxLength={24} autoComplete="off" spellCheck={false}
              aria-invalid={wrong.includes(name)} aria-describedby={hint} className={FIELD}
            />
          </label>
        ))}
      </div>
      <p id={hint} role="status" className="mt-1 text-[0.8125rem] text-accent">{wrong.includes('from') ? `From: ${ALLOWED.from}.` : wrong.includes('to') ? `To: ${ALLOWED.to}.` : ''}</p>
    </fieldset>
  );
}
