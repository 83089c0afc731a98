'use client';

import { useId, useState } from 'react';
import type { ImportMapping } from '@/domain/import/mapping';
import { rowPath } from '@/lib/inputs/desk-links';
import { SMALL_BUTTON } from '../buttons';
import { FieldFrame } from '../forms/field-frame';
import { BOX } from '../forms/look';
import { type CitableSource, useNewSources } from '../new-sources';
import { SourcePicker } from '../source-picker';

interface SharedFieldsProps {
  readonly changesetId: string;
  readonly mapping: ImportMapping;
  readonly sources: readonly CitableSource[];
  readonly onMapping: (mapping: ImportMapping) => void;
}

/** The document behind the rows, and what a difference to what is published means. */
export function SharedFields({ changesetId, mapping, sources, onMapping }: SharedFieldsProps) {
  const id = useId();
  const [added, setAdded] = useState<readonly CitableSource[]>([]);
  useNewSources((source) => {
    setAdded((before) => [source, ...before.filter((one) => one.id !== source.id)]);
    onMapping({ ...mapping, sourceId: source.id });
  });
  const all = [...added.filter((one) => sources.every((source) => source.id !== one.id)), ...sources];
  const isEvents = mapping.kind === 'events';
  const takesSource = mapping.kind !== 'sources';
  return (
    <>
      {takesSource && (
        <div className="grid gap-4 sm:grid-cols-2">
          <FieldFrame
            id={`${id}-source`} label={isEvents ? 'The document that this file is' : 'One document for all rows'} isOptional={!isEvents}
            help={isEvents ? 'The data set, as it is cited.' : 'Left blank, each new row names its own in a column of addresses or titles.'}
          >
            <SourcePicker id={`${id}-source`} sources={all} value={mapping.sourceId ?? ''} onChange={(sourceId) => onMapping({ ...mapping, sourceId: sourceId === '' ? null : sourceId })} />
            <p><a className={SMALL_BUTTON} href={rowPath(changesetId, 'source', 'new')} target="_blank" rel="noopener">New source<span className="sr-only"> (in a new tab)</span></a></p>
          </FieldFrame>
          <FieldFrame id={`${id}-locator`} label="Where in it" isOptional help={isEvents ? 'Left blank, the dates of the events are named.' : 'Such as “table 3”. Left blank, the row of the file is named.'}>
            <input id={`${id}-locator`} className={BOX} value={mapping.locator ?? ''} maxLength={300} onChange={(event) => onMapping({ ...mapping, locator: event.target.value.trimStart() === '' ? null : event.target.value.trimStart() })} />
          </FieldFrame>
        </div>
      )}
      <FieldFrame id={`${id}-differing`} label="Where a row differs from what is published under the same source and day" isGroup>
        <Choice name={`${id}-change`} label="We had it wrong: a correction" checked={mapping.change === 'correct'} onChoose={() => onMapping({ ...mapping, change: 'correct' })} />
        <Choice name={`${id}-change`} label="The source has revised it: an update" checked={mapping.change === 'update'} onChoose={() => onMapping({ ...mapping, change: 'update' })} />
      </FieldFrame>
      <div className="max-w-prose">
        <FieldFrame id={`${id}-reason`} label="Why" isOptional={mapping.change === 'update'} help="Readers see it beside every row that changes. A correction needs it.">
          <input id={`${id}-reason`} className={BOX} value={mapping.reason ?? ''} maxLength={500} onChange={(event) => onMapping({ ...mapping, reason: event.target.value.trimStart() === '' ? null : event.target.value.trimStart() })} />
        </FieldFrame>
      </div>
    </>
  );
}

export function Choice({ name, label, checked, onChoose }: { readonly name: string; readonly label: string; readonly checked: boolean; readonly onChoose: () => void }) {
  return (
    <label className="flex min-h-8 items-center gap-2">
      <input type="radio" name={name} className="size-4 shrink-0 accent-accent" checked={checked} onChange={onChoose} />
      <span>{label}</span>
    </label>
  );
}
