'use client';

import { useState } from 'react';
import { labelDay, isDay } from '@/domain/period';
import type { Binding } from '@/domain/sentence';
import type { RefusedComparison } from '@/domain/sentence-offers';
import type { Read, TrialAnswer } from '@/domain/sentence-trial';
import { SMALL_BUTTON } from '../buttons';
import { BOX } from '../forms/look';
import type { Problem } from '../post-json';

interface TriedProps {
  readonly trial: TrialAnswer | null;
  readonly problem: Problem | null;
  readonly isWaiting: boolean;
  readonly days: readonly string[];
  readonly onDays: (days: readonly string[]) => void;
  readonly onTake: (bindings: readonly Binding[]) => void;
}

/** How the sentence reads now, in earlier releases and at vintages; whether it is shown, and why not. */
export function Tried({ trial, problem, isWaiting, days, onDays, onTake }: TriedProps) {
  return (
    <div className="flex flex-col gap-6">
      <section aria-labelledby="now-title">
        <h3 id="now-title" className="font-medium">Now</h3>
        <p role="status" className="text-sm text-muted">
          {problem !== null ? <span className="font-medium text-accent-strong">{problem.title}</span> : isWaiting ? 'Trying …' : trial === null ? 'Write it, and it is tried here.' : groundWords(trial)}
        </p>
        {trial !== null && <div className="mt-2 border-s-4 border-rule-strong ps-3 font-serif text-lg" data-read="now"><ReadText read={trial.now} /></div>}
        {trial?.coverage != null && <p className="mt-2 text-sm text-muted">{trial.coverage}</p>}
        {trial !== null && trial.cautions.length > 0 && <ul className="mt-2 flex flex-col gap-1 bg-warning-wash px-3 py-2 text-sm">{trial.cautions.map((caution) => <li key={caution}>{caution}</li>)}</ul>}
      </section>
      {trial?.refused.map((refused) => <Refused key={refused.name} refused={refused} onTake={onTake} />)}
      {trial !== null && trial.releases.length > 0 && (
        <section aria-labelledby="releases-title">
          <h3 id="releases-title" className="mb-1 font-medium">In the last releases</h3>
          <ul className="flex flex-col">{trial.releases.map(({ release, title, read }) => <Row key={release} head={`Release ${release}`} note={title} read={read} />)}</ul>
        </section>
      )}
      <section aria-labelledby="vintages-title">
        <h3 id="vintages-title" className="mb-1 font-medium">As known on a day</h3>
        {trial !== null && <ul className="flex flex-col">{trial.vintages.map(({ day, read }) => <Row key={day} head={labelDay(day)} note={days.includes(day) ? 'chosen' : 'a figure changed'} read={read} />)}</ul>}
        <DayField days={days} onDays={onDays} />
      </section>
    </div>
  );
}

function groundWords({ ground, release }: TrialAnswer): string {
  if (ground === 'drafts') return `As it would read in release ${release}, with what this changeset changes.`;
  if (ground === 'hidden') return `As in release ${release}: what this changeset drafts cannot be laid over it yet; the review says why.`;
  return `Over release ${release}; this changeset changes none of its figures.`;
}

function ReadText({ read }: { readonly read: Read }) {
  if (!read.isShown) return <p className="font-sans"><b className="font-medium text-accent-strong">Not shown.</b> {read.reason.split(' Instead:')[0]}</p>;
  return <p dir="auto">{read.parts.map(({ text, binding }, at) => (binding === null ? text : <mark key={`${binding}-${at}`} title={binding} className="bg-accent-wash px-0.5 text-ink">{text}</mark>))}</p>;
}

function Row({ head, note, read }: { readonly head: string; readonly note: string; readonly read: Read }) {
  return (
    <li className="border-t border-rule py-2 text-sm" data-read={head}>
      <p><b className="font-medium">{head}</b> <span className="text-muted">{note}</span></p>
      <ReadText read={read} />
    </li>
  );
}

/** A comparison that the ledger refuses, and those that would be fair. */
function Refused({ refused, onTake }: { readonly refused: RefusedComparison; readonly onTake: TriedProps['onTake'] }) {
  const { name, message, offers } = refused;
  return (
    <section aria-label={`The comparison ${name}`} className="border-s-4 border-accent bg-accent-wash px-4 py-3" data-refused={name}>
      <p><b className="font-medium">{`{${name}}`}</b> is refused: {message}</p>
      <p className="mt-2 text-sm">Fair ones:</p>
      <ul className="mt-1 flex flex-col gap-2 text-sm">
        {offers.map(({ kind, label, bindings, reason }) => (
          <li key={kind} className="flex flex-wrap items-center justify-between gap-2">
            <span className="min-w-0 flex-1">{label}{reason !== null && <span className="text-muted">. {reason}</span>}</span>
            {bindings !== null && <button type="button" className={SMALL_BUTTON} onClick={() => onTake(bindings)} aria-label={`Take: ${label}`}>Take it</button>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function DayField({ days, onDays }: Pick<TriedProps, 'days' | 'onDays'>) {
  const [day, setDay] = useState('');
  return (
    <div className="mt-3 flex flex-wrap items-end gap-2">
      <label className="flex flex-col gap-1 text-sm">Another day<input type="date" value={day} onChange={(event) => setDay(event.target.value)} className={`${BOX} w-auto!`} /></label>
      <button type="button" className={SMALL_BUTTON} disabled={!isDay(day) || days.includes(day)} onClick={() => onDays([...days, day].slice(-8))}>Try it</button>
      {days.length > 0 && <button type="button" className={SMALL_BUTTON} onClick={() => onDays([])}>Clear the chosen days</button>}
    </div>
  );
}
