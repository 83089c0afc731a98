'use client';

import { useId } from 'react';
import { ruleInWords } from '@/domain/import/event-counts';
import { eventLayout } from '@/domain/import/event-layouts';
import type { EventsMapping } from '@/domain/import/mapping';
import { FieldFrame } from '../forms/field-frame';
import { BOX } from '../forms/look';
import { Choice } from './shared-fields';

interface EventsFieldsProps {
  readonly mapping: EventsMapping;
  readonly onMapping: (mapping: EventsMapping) => void;
}

/** How events become figures; the rule is said in the words that the method note will have. */
export function EventsFields({ mapping, onMapping }: EventsFieldsProps) {
  const id = useId();
  const layout = eventLayout(mapping.layout);
  const set = (part: Partial<EventsMapping>) => onMapping({ ...mapping, ...part });
  const day = (field: 'from' | 'to' | 'reportedOn', label: string, help: string) => (
    <FieldFrame id={`${id}-${field}`} label={label} help={help} isOptional>
      <input id={`${id}-${field}`} type="date" className={BOX} value={mapping[field] ?? ''} onChange={(event) => set({ [field]: event.target.value === '' ? null : event.target.value })} />
    </FieldFrame>
  );
  return (
    <>
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        <FieldFrame id={`${id}-every`} label="Add up by" isGroup>
          <Choice name={`${id}-every`} label="Month" checked={mapping.every === 'month'} onChoose={() => set({ every: 'month' })} />
          <Choice name={`${id}-every`} label="Quarter" checked={mapping.every === 'quarter'} onChoose={() => set({ every: 'quarter' })} />
          <Choice name={`${id}-every`} label="Year" checked={mapping.every === 'year'} onChoose={() => set({ every: 'year' })} />
        </FieldFrame>
        <FieldFrame id={`${id}-split`} label="Divide each country" isGroup>
          <Choice name={`${id}-split`} label="Not at all" checked={mapping.split === 'none'} onChoose={() => set({ split: 'none' })} />
          <Choice name={`${id}-split`} label="By type of violence" checked={mapping.split === 'type'} onChoose={() => set({ split: 'type' })} />
          <Choice name={`${id}-split`} label="By area below the country" checked={mapping.split === 'area'} onChoose={() => set({ split: 'area' })} />
        </FieldFrame>
        <FieldFrame id={`${id}-crossing`} label={`Events that cross from one ${mapping.every} into another`} isGroup>
          <Choice name={`${id}-crossing`} label="Count in none, and say “at least”" checked={mapping.crossing === 'apart'} onChoose={() => set({ crossing: 'apart' })} />
          <Choice name={`${id}-crossing`} label="Count where they begin" checked={mapping.crossing === 'begins'} onChoose={() => set({ crossing: 'begins' })} />
          <Choice name={`${id}-crossing`} label="Count where they end" checked={mapping.crossing === 'ends'} onChoose={() => set({ crossing: 'ends' })} />
        </FieldFrame>
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        {day('from', 'Covers from', layout.coversWholeYears ? 'Left blank: the whole year of its first event.' : 'Left blank: the day of its first event.')}
        {day('to', 'Covers to', layout.coversWholeYears ? 'Left blank: the whole year of its last event.' : 'Left blank: the day of its last event.')}
        {day('reportedOn', 'Published on', 'The day this version of the data came out.')}
      </div>
      <div className="max-w-prose rounded-sm border border-rule bg-raised px-4 py-3">
        <p className="text-sm text-muted">The rule, as it will stand in the method note of each series:</p>
        <p className="mt-1">{ruleInWords(mapping, layout)}</p>
        {!layout.isRedistributable && <p className="mt-2 border-s-4 border-accent ps-3">{layout.name} forbids passing its data on: the series are marked as not to be passed on, and no event is kept.</p>}
      </div>
    </>
  );
}
