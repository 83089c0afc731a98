import type { ReactNode } from 'react';
import { labelDay, type Day } from '@/domain/period';
import { writeAddress } from '@/lib/inputs/address';
import type { FullWords } from '@/lib/make-words';
import { joinLanguage } from '@/lib/inputs/language-path';
import { pinOf } from '@/lib/inputs/site-links';
import { writeFrom, writeTo } from '@/lib/inputs/span-text';
import type { View, ViewParameter } from '@/lib/inputs/view';
import { AsOfFields, KeptFields } from './as-of-fields';
import { ClockWords } from './clock-words';
import { FIELD, Field } from './field';
import { ViewBar } from './view-bar';

/** One step of a chart's axis, as a range can begin or end with it. */
export interface RangeStep { readonly label: string; readonly start: Day; readonly end: Day }

/** What of a chart can be narrowed: everything it has, whatever the view shows of it. */
export interface Narrowable {
  /** Bands of a period axis; empty where there is none. */
  readonly steps: readonly RangeStep[];
  /** First and last day of a day axis; null where there is none. */
  readonly days: { readonly first: Day; readonly last: Day } | null;
  /** Two or more, or none. */
  readonly series: readonly { readonly id: string; readonly label: string }[];
}

interface ViewControlsProps {
  readonly action: string;
  readonly view: View;
  readonly release: number;
  readonly parts: Narrowable;
  readonly words: FullWords;
}

const USES: readonly ViewParameter[] = ['asof', 'release'];
const KEPT: readonly ViewParameter[] = ['breakdown', 'lens', 'table', 'theme', 'digits'];

/** The form of a chart: its two clocks, its range and its series. Lens, split and table are links beside the chart. */
export function ViewControls({ action, view, release, parts, words }: ViewControlsProps) {
  const hasRange = parts.steps.length > 1 || parts.days !== null;
  const known = parts.series.filter(({ id }) => view.series.includes(id));
  const isFixed = view.pinned || view.asOf !== null;
  const isNarrowed = (hasRange && (view.from !== null || view.to !== null)) || (known.length > 0 && known.length < parts.series.length);
  const whole = { ...view, from: null, to: null, series: [], asOf: null };
  return (
    <ViewBar
      action={joinLanguage(view.language, action)}
      says={<><ClockWords view={view} release={release} hasVintage words={words} />{isNarrowed && <PartWords view={view} parts={parts} shown={known.length} words={words} />}</>}
      offer={words.say(hasRange || parts.series.length > 0 ? 'view.offer.dayReleasePart' : 'view.offer.dayRelease')}
      reset={isFixed || isNarrowed ? { label: words.say(isFixed ? 'view.reset.newest' : 'view.reset.whole'), href: writeAddress(action, whole, null) } : null}
      isFixed={isFixed}
      words={words}
      releasesHref={writeAddress('/releases', { theme: view.theme }, { ...pinOf(view, release), release: null })}
    >
      <AsOfFields view={view} release={release} uses={USES} words={words} />
      {parts.steps.length > 1 && <StepFields view={view} steps={parts.steps} words={words} />}
      {parts.days && (
        <>
          <Field id="from" label={words.say('view.field.from')}><input id="from" name="from" type="date" min={parts.days.first} max={parts.days.last} defaultValue={view.from ?? ''} className={FIELD} /></Field>
          <Field id="to" label={words.say('view.field.to')}><input id="to" name="to" type="date" min={parts.days.first} max={parts.days.last} defaultValue={view.to ?? ''} className={FIELD} /></Field>
        </>
      )}
      {parts.series.length > 0 && (
        <fieldset className="col-span-full">
          <legend className="mb-1 text-muted">{words.say('view.field.series')}</legend>
          <div className="flex flex-wrap gap-x-5">
            {parts.series.map(({ id, label }) => (
              <label key={id} className="inline-flex min-h-8 items-center gap-2">
                <input type="checkbox" name="series" value={id} defaultChecked={known.length === 0 || known.some((one) => one.id === id)} className="size-4 accent-accent" />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <KeptFields view={view} names={KEPT} />
    </ViewBar>
  );
}

/** `, from Q1 2024 to Q3 2025, 2 of 3 series` */
function PartWords({ view, parts, shown, words }: { readonly view: View; readonly parts: Narrowable; readonly shown: number; readonly words: FullWords }) {
  const first = parts.steps.find(({ end }) => view.from !== null && end >= view.from)?.label ?? (view.from && labelDay(view.from));
  const last = parts.steps.findLast(({ start }) => view.to !== null && start <= view.to)?.label ?? (view.to && labelDay(view.to));
  const [from, to] = [view.from && first, view.to && last];
  const strong = (text: ReactNode[]) => <b key={String(text[0])}>{text}</b>;
  return (
    <>
      {(from || to) && words.compose(from && to ? 'view.part.between' : from ? 'view.part.since' : 'view.part.until', { from: from || '', to: to || '', strong })}
      {shown > 0 && shown < parts.series.length && words.compose('view.part.series', { shown: words.number(shown), all: words.number(parts.series.length), strong })}
    </>
  );
}

function StepFields({ view, steps, words }: { readonly view: View; readonly steps: readonly RangeStep[]; readonly words: FullWords }) {
  const from = view.from === null ? undefined : steps.find(({ end }) => view.from !== null && end >= view.from);
  const to = view.to === null ? undefined : steps.findLast(({ start }) => view.to !== null && start <= view.to);
  return (
    <>
      <Field id="from" label={words.say('view.field.from')}>
        <select id="from" name="from" defaultValue={from ? writeFrom(from.start) : ''} className={FIELD}>
          <option value="">{words.say('view.field.asUsual')}</option>
          {steps.map((step) => <option key={step.start} value={writeFrom(step.start)}>{step.label}</option>)}
        </select>
      </Field>
      <Field id="to" label={words.say('view.field.to')}>
        <select id="to" name="to" defaultValue={to ? writeTo(to.end) : ''} className={FIELD}>
          <option value="">{words.say('view.field.asUsual')}</option>
          {steps.map((step) => <option key={step.start} value={writeTo(step.end)}>{step.label}</option>)}
        </select>
      </Field>
    </>
  );
}
