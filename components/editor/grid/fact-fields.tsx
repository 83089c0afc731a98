'use client';

import { useId } from 'react';
import type { EntryFacts } from '@/domain/entry/plan-rows';
import { knownSince, parseReported, printReported, reportedBySource } from '@/domain/entry/reported';
import { isDay } from '@/domain/period';
import { SourcePicker } from '../source-picker';
import { FactText } from './fact-text';
import type { EntrySource } from './grid-props';

const FIELD = 'mt-1 block min-h-9 w-full rounded-sm border border-faint bg-raised px-2 py-1 text-base text-ink';

interface FactFieldsProps {
  readonly own: Partial<EntryFacts>;
  readonly sitting: EntryFacts;
  readonly sources: readonly EntrySource[];
  readonly onChange: (part: Partial<EntryFacts>) => void;
}

/** What is said of the selected cells alone; whatever stays empty is as for everything typed, or as the source says. */
export function FactFields({ own, sitting, sources, onChange }: FactFieldsProps) {
  const id = useId();
  const source = sources.find((one) => one.id === (own.sourceId ?? sitting.sourceId));
  const reported = own.reported ?? sitting.reported ?? (source ? reportedBySource(source) : null);
  const since = source && reported ? knownSince(reported, source) : null;
  const isDerived = own.formula !== undefined && own.formula !== null;
  return (
    <div className="mt-2 grid gap-3 text-sm">
      <div>
        <label htmlFor={`${id}-source`}>Source</label>
        <div className="mt-1"><SourcePicker id={`${id}-source`} sources={sources} value={own.sourceId ?? sitting.sourceId ?? ''} onChange={(sourceId) => onChange({ sourceId: sourceId === '' || sourceId === sitting.sourceId ? undefined : sourceId })} /></div>
      </div>
      <FactText label="Where in it" value={own.locator} placeholder={sitting.locator ?? ''} onChange={(locator) => onChange({ locator })} />
      <FactText label="Quote, word for word" value={own.quote} placeholder={sitting.quote ?? ''} onChange={(quote) => onChange({ quote })} />
      <FactText label="In our own words" value={own.paraphrase} placeholder={sitting.paraphrase ?? 'the figure it gives'} onChange={(paraphrase) => onChange({ paraphrase })} />
      <div className="grid grid-cols-2 gap-3">
        <FactText label="Reported on" value={own.reported ? printReported(own.reported) : undefined} placeholder={reported ? printReported(reported) || 'no day' : ''} isValid={(text) => parseReported(text) !== null} onChange={(text) => onChange({ reported: text === undefined ? undefined : parseReported(text) })} />
        <FactText label="Known from" value={own.knownFrom} placeholder={since ?? ''} isValid={isDay} onChange={(knownFrom) => onChange({ knownFrom })} />
      </div>
      <p className="text-muted">Known from is the first day on which the figure certainly was public: the day of the report, the last day of its month where it names only the month, the day we read it where it is undated.</p>
      <label>
        Kind
        <select className={FIELD} value={isDerived ? 'derived' : 'reported'} onChange={({ target }) => onChange({ formula: target.value === 'derived' ? (own.formula ?? '') : undefined })}>
          <option value="reported">reported by the source</option>
          <option value="derived">derived by us, with a formula</option>
        </select>
      </label>
      {isDerived && <FactText label="Formula" value={own.formula} placeholder="3,417 (year) - 2,414 (Q1-Q3)" onChange={(formula = '') => onChange({ formula })} />}
      <label>
        Confidence
        <select className={FIELD} value={own.confidence ?? sitting.confidence ?? 'high'} onChange={({ target }) => onChange({ confidence: target.value as EntryFacts['confidence'] })}>
          <option value="high">high</option>
          <option value="medium">medium</option>
          <option value="low">low</option>
        </select>
      </label>
      <label className="flex items-center gap-2">
        <input type="checkbox" className="size-4" checked={own.isUnconfirmed ?? false} onChange={({ target }) => onChange({ isUnconfirmed: target.checked })} />
        Unconfirmed: nobody found the original statement
      </label>
      <FactText label="Note, for readers" value={own.note} placeholder="" onChange={(note) => onChange({ note })} />
    </div>
  );
}
