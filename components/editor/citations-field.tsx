'use client';

import { useId, useRef, useState } from 'react';
import { countWords } from '@/domain/citation';
import type { CitationDraft } from '@/domain/draft';
import { rowPath } from '@/lib/inputs/desk-links';
import { SMALL_BUTTON } from './buttons';
import { type CitableSource, useNewSources } from './new-sources';
import type { RowTrouble } from './row-troubles';
import { SourcePicker } from './source-picker';

interface CitationsFieldProps {
  readonly changesetId: string;
  readonly value: readonly CitationDraft[];
  readonly onChange: (citations: CitationDraft[]) => void;
  /** The documents to choose from: what is published and what this changeset drafts. */
  readonly sources: readonly CitableSource[];
  /** What is wrong, from useSaveRows; those of `citations` are said here. */
  readonly troubles?: readonly RowTrouble[];
  /** Whether a citation may stand for a rival date: closures. */
  readonly hasRivals?: boolean;
  readonly legend?: string;
}

export const QUOTE_WORDS = 25;
export const NO_CITATION: CitationDraft = { sourceId: '', locator: null, quote: null, paraphrase: null, role: 'main' };

const FIELD = 'mt-1 block min-h-10 w-full rounded-sm border border-faint bg-raised px-2.5 py-1.5 text-base text-ink';

/** Which documents say it, where in them, and in which words; in the order in which readers see them. */
export function CitationsField({ changesetId, value, onChange, sources, troubles = [], hasRivals = false, legend = 'Sources' }: CitationsFieldProps) {
  const [added, setAdded] = useState<readonly CitableSource[]>([]);
  /** The citation whose source is being written in another tab. */
  const waiting = useRef<number | null>(null);
  const all = [...added.filter(({ id }) => sources.every((source) => source.id !== id)), ...sources];
  const change = (at: number, part: Partial<CitationDraft>) => onChange(value.map((citation, index) => (index === at ? { ...citation, ...part } : citation)));

  useNewSources((source) => {
    setAdded((before) => [source, ...before.filter(({ id }) => id !== source.id)]);
    const at = waiting.current;
    waiting.current = null;
    if (at === null) return;
    if (at < value.length) change(at, { sourceId: source.id });
    else onChange([...value, { ...NO_CITATION, sourceId: source.id }]);
  });

  const writeSource = (at: number) => {
    waiting.current = at;
    window.open(rowPath(changesetId, 'source', 'new'), '_blank');
  };

  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      {value.length === 0 && <p className="mb-3 text-sm text-muted">No source yet. A figure is published with at least one.</p>}
      <ol className="grid gap-4">
        {value.map((citation, at) => (
          <li key={at} className="border-s-2 border-rule-strong ps-4">
            <OneCitation
              citation={citation} number={at + 1} sources={all} hasRivals={hasRivals} onChange={(part) => change(at, part)} onNewSource={() => writeSource(at)}
              troubles={troubles.filter(({ field }) => field === `citations.${at}` || field?.startsWith(`citations.${at}.`))}
            />
            <div className="mt-2 flex flex-wrap gap-2">
              {at > 0 && <button type="button" className={SMALL_BUTTON} onClick={() => onChange(moved(value, at))}>Move up<span className="sr-only"> source {at + 1}</span></button>}
              <button type="button" className={SMALL_BUTTON} onClick={() => onChange(value.filter((_, index) => index !== at))}>
                Remove<span className="sr-only"> source {at + 1}</span>
              </button>
            </div>
          </li>
        ))}
      </ol>
      {troubles.filter(({ field }) => field === 'citations').map(({ message }) => <p key={message} role="alert" className="mt-2 text-sm text-accent">{message}</p>)}
      <div className="mt-3 flex flex-wrap gap-2">
        <button type="button" className={SMALL_BUTTON} onClick={() => onChange([...value, NO_CITATION])}>{value.length === 0 ? 'Add a source' : 'Add another source'}</button>
        <button type="button" className={SMALL_BUTTON} onClick={() => writeSource(value.length)}>Write a new source in another tab</button>
      </div>
    </fieldset>
  );
}

interface OneCitationProps {
  readonly citation: CitationDraft;
  readonly number: number;
  readonly sources: readonly CitableSource[];
  readonly hasRivals: boolean;
  readonly troubles: readonly RowTrouble[];
  readonly onChange: (part: Partial<CitationDraft>) => void;
  readonly onNewSource: () => void;
}

function OneCitation({ citation, number, sources, hasRivals, troubles, onChange, onNewSource }: OneCitationProps) {
  const id = useId();
  const words = countWords(citation.quote ?? '');
  const isTooLong = words > QUOTE_WORDS;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <div className="flex items-baseline justify-between gap-3 text-sm">
          <label htmlFor={`${id}-source`}>Source {number}</label>
          <button type="button" className="py-1 text-muted underline underline-offset-2 hover:text-accent" onClick={onNewSource}>New source</button>
        </div>
        <SourcePicker id={`${id}-source`} sources={sources} value={citation.sourceId} onChange={(sourceId) => onChange({ sourceId })} isInvalid={troubles.some(({ field }) => field?.endsWith('.sourceId'))} />
      </div>
      <label className="text-sm">
        Where in it <span className="text-muted">(page, table, paragraph)</span>
        <input className={FIELD} value={citation.locator ?? ''} onChange={({ target }) => onChange({ locator: orNull(target.value) })} onBlur={({ target }) => onChange({ locator: orNull(target.value.trim()) })} />
      </label>
      {hasRivals && (
        <label className="text-sm">
          It stands for
          <select className={FIELD} value={citation.role} onChange={({ target }) => onChange({ role: target.value === 'rival' ? 'rival' : 'main' })}>
            <option value="main">the row itself</option>
            <option value="rival">a rival date of it</option>
          </select>
        </label>
      )}
      <label className="text-sm sm:col-span-2">
        Quote, word for word{' '}
        <span id={`${id}-words`} className={isTooLong ? 'font-semibold text-accent' : 'text-muted'}>({words} of {QUOTE_WORDS} words{isTooLong ? ': too long' : ''})</span>
        <textarea
          className={FIELD} rows={2} value={citation.quote ?? ''} aria-describedby={`${id}-words`} aria-invalid={isTooLong || undefined}
          onChange={({ target }) => onChange({ quote: orNull(target.value) })} onBlur={({ target }) => onChange({ quote: orNull(target.value.trim()) })}
        />
      </label>
      <label className="text-sm sm:col-span-2">
        Or in our own words
        <textarea
          className={FIELD} rows={2} value={citation.paraphrase ?? ''}
          onChange={({ target }) => onChange({ paraphrase: orNull(target.value) })} onBlur={({ target }) => onChange({ paraphrase: orNull(target.value.trim()) })}
        />
      </label>
      {troubles.length > 0 && (
        <ul role="alert" className="text-sm text-accent sm:col-span-2">
          {troubles.map(({ field, message }) => <li key={`${field} ${message}`}>{field?.endsWith('.sourceId') ? 'Choose a source.' : message}</li>)}
        </ul>
      )}
    </div>
  );
}

const orNull = (text: string): string | null => (text === '' ? null : text);

function moved(citations: readonly CitationDraft[], at: number): CitationDraft[] {
  const list = [...citations];
  const [one] = list.splice(at, 1);
  if (one) list.splice(at - 1, 0, one);
  return list;
}
