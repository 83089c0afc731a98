'use client';

import { memo, useId } from 'react';
import { countWords } from '@/domain/citation';
import { parseReported, printReported, reportedBySource } from '@/domain/entry/reported';
import { rowPath } from '@/lib/inputs/desk-links';
import { SourcePicker } from '../source-picker';
import type { Entry } from './entry-state';
import { FactText } from './fact-text';
import type { EntrySource } from './grid-props';

const FIELD = 'mt-1 block min-h-10 w-full rounded-sm border border-faint bg-raised px-2.5 py-1.5 text-base text-ink';

interface SourceBarProps {
  readonly changesetId: string;
  readonly sources: readonly EntrySource[];
  readonly sitting: Entry['sitting'];
  readonly recordsRepeats: boolean;
  readonly onChange: (part: Partial<Pick<Entry, 'sitting' | 'recordsRepeats'>>) => void;
}

/** The one source of everything typed in this sitting, until a cell says otherwise. */
export const SourceBar = memo(function SourceBar({ changesetId, sources, sitting, recordsRepeats, onChange }: SourceBarProps) {
  const id = useId();
  const set = (part: Partial<Entry['sitting']>) => onChange({ sitting: { ...sitting, ...part } });
  const chosen = sources.find((source) => source.id === sitting.sourceId);
  const words = countWords(sitting.quote ?? '');
  return (
    <section aria-label="Source" className="mt-4 border-s-4 border-s-(--series-0) bg-sunk px-4 py-3">
      <div className="grid items-end gap-x-4 gap-y-3 md:grid-cols-[minmax(16rem,2fr)_minmax(8rem,1fr)_minmax(7rem,auto)]">
        <div>
          <div className="flex items-baseline justify-between gap-3 text-sm">
            <label htmlFor={`${id}-source`} className="font-medium">Source of everything typed</label>
            <a href={rowPath(changesetId, 'source', 'new')} target="_blank" rel="opener" className="text-muted">New source</a>
          </div>
          <div className="mt-1"><SourcePicker id={`${id}-source`} sources={sources} value={sitting.sourceId ?? ''} onChange={(sourceId) => set({ sourceId: sourceId || null })} /></div>
        </div>
        <label className="text-sm">
          Where in it
          <input className={FIELD} placeholder="page, table" value={sitting.locator ?? ''} onChange={({ target }) => set({ locator: target.value || null })} onBlur={({ target }) => set({ locator: target.value.trim() || null })} />
        </label>
        <div className="text-sm md:w-36">
          <FactText
            key={`${chosen?.id ?? ''} ${sitting.reported?.on ?? ''}`} label="Reported on" value={sitting.reported === null ? '' : printReported(sitting.reported)}
            placeholder={chosen ? printReported(reportedBySource(chosen)) || 'no day' : 'as the source'} isValid={(text) => parseReported(text) !== null}
            onChange={(text) => set({ reported: text === undefined ? null : parseReported(text) })}
          />
        </div>
      </div>
      <details className="mt-2 text-sm">
        <summary className="py-1 text-muted">Quote, words and confidence for all of them</summary>
        <div className="mt-2 grid gap-x-4 gap-y-3 md:grid-cols-2">
          <label>
            Quote, word for word <span className={words > 25 ? 'font-semibold text-accent' : 'text-muted'}>({words} of 25 words)</span>
            <textarea className={FIELD} rows={2} value={sitting.quote ?? ''} onChange={({ target }) => set({ quote: target.value || null })} onBlur={({ target }) => set({ quote: target.value.trim() || null })} />
          </label>
          <label>
            In our own words <span className="text-muted">(left empty, each citation says the figure it gives)</span>
            <textarea className={FIELD} rows={2} value={sitting.paraphrase ?? ''} onChange={({ target }) => set({ paraphrase: target.value || null })} onBlur={({ target }) => set({ paraphrase: target.value.trim() || null })} />
          </label>
          <label>
            Confidence
            <select className={FIELD} value={sitting.confidence ?? 'high'} onChange={({ target }) => set({ confidence: target.value as Entry['sitting']['confidence'] })}>
              <option value="high">high: we read it in the source</option>
              <option value="medium">medium: somebody reports the source</option>
              <option value="low">low: it may be something else</option>
            </select>
          </label>
          <label className="flex items-start gap-2 self-center">
            <input type="checkbox" className="mt-1 size-4" checked={recordsRepeats} onChange={({ target }) => onChange({ recordsRepeats: target.checked })} />
            <span>Record repeats: also keep a figure that the cell already shows, as this source’s word for it.</span>
          </label>
        </div>
      </details>
      {chosen === undefined && <p className="mt-1 text-sm">Nothing is saved without a source. Choose it once; it holds for all you type and paste.</p>}
    </section>
  );
});
