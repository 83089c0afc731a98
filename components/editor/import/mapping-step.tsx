'use client';

import { useId, type RefObject } from 'react';
import { eventLayout } from '@/domain/import/event-layouts';
import { proposeReadings } from '@/domain/import/layout';
import type { Look, WaitingFile } from '@/domain/import/look';
import type { ImportMapping } from '@/domain/import/mapping';
import { columnLetter } from '@/domain/import/sheet';
import { MAIN_BUTTON } from '../buttons';
import { FieldFrame } from '../forms/field-frame';
import { BOX } from '../forms/look';
import type { CitableSource } from '../new-sources';
import { EventsFields } from './events-fields';
import type { SeriesChoice } from './import-wizard';
import { ReadingsFields } from './readings-fields';
import { SharedFields } from './shared-fields';

interface MappingStepProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly changesetId: string;
  readonly file: WaitingFile;
  readonly sheet: string | null;
  readonly look: Look;
  readonly mapping: ImportMapping;
  readonly sources: readonly CitableSource[];
  readonly series: readonly SeriesChoice[];
  readonly unknownSeries: readonly string[];
  readonly isBusy: boolean;
  readonly onSheet: (sheet: string) => void;
  readonly onMapping: (mapping: ImportMapping) => void;
  readonly onCheck: () => void;
}

const OWN_NAMES = { closures: 'Closures, in the columns of our own file', claims: 'Claims, in the columns of our own file', sources: 'Documents, in the columns of our own file', incidents: 'Clashes and strikes, in the columns of our own file' };

/** What the columns of the sheet mean. */
export function MappingStep({ heading, changesetId, file, sheet, look, mapping, sources, series, unknownSeries, isBusy, onSheet, onMapping, onCheck }: MappingStepProps) {
  const id = useId();
  const choices = kindsFor(look, mapping);
  return (
    <section aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`} ref={heading} tabIndex={-1} className="mb-2 font-serif text-xl font-semibold outline-none">2. What its columns mean</h2>
      {look.kept !== null && <p className="mb-4 text-muted">As {look.kept.by} said it for a file of the same columns on {look.kept.at.slice(0, 10)}.</p>}
      <form
        className="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          onCheck();
        }}
      >
        {file.sheets.length > 1 && (
          <div className="max-w-md">
            <FieldFrame id={`${id}-sheet`} label="Sheet">
              <select id={`${id}-sheet`} className={BOX} value={sheet ?? ''} disabled={isBusy} onChange={(event) => onSheet(event.target.value)}>
                {file.sheets.map((name) => <option key={name}>{name}</option>)}
              </select>
            </FieldFrame>
          </div>
        )}
        <Sample look={look} />
        <div className="max-w-md">
          <FieldFrame id={`${id}-kind`} label="What the file holds">
            <select
              id={`${id}-kind`} className={BOX} value={mapping.kind}
              onChange={(event) => {
                const chosen = choices.find(({ mapping: one }) => one.kind === event.target.value);
                if (chosen !== undefined) onMapping(chosen.mapping);
              }}
            >
              {choices.map((choice) => <option key={choice.mapping.kind} value={choice.mapping.kind}>{choice.label}</option>)}
            </select>
          </FieldFrame>
        </div>
        {mapping.kind === 'readings' && <ReadingsFields header={look.header} mapping={mapping} series={series} unknownSeries={unknownSeries} onMapping={onMapping} />}
        {mapping.kind === 'events' && <EventsFields mapping={mapping} onMapping={onMapping} />}
        <SharedFields changesetId={changesetId} mapping={mapping} sources={sources} onMapping={onMapping} />
        <p><button type="submit" className={MAIN_BUTTON} disabled={isBusy}>Check every row</button> <span className="ms-3 text-sm text-muted">Nothing is written yet.</span></p>
      </form>
    </section>
  );
}

/** What the file was taken for, and plain figures: a header that looks like events may be somebody's own table. */
function kindsFor(look: Look, mapping: ImportMapping): readonly { readonly label: string; readonly mapping: ImportMapping }[] {
  const figures = mapping.kind === 'readings' ? mapping : look.mapping.kind === 'readings' ? look.mapping : proposeReadings(look.header, new Set());
  const own = mapping.kind === 'readings' ? look.mapping : mapping;
  const label = own.kind === 'events' ? `Events: ${eventLayout(own.layout).name}` : own.kind === 'readings' ? '' : OWN_NAMES[own.kind];
  return [...(own.kind === 'readings' ? [] : [{ label, mapping: own }]), { label: 'Figures', mapping: figures }];
}

function Sample({ look }: { readonly look: Look }) {
  return (
    <div className="overflow-x-auto rounded-sm border border-rule" tabIndex={0} role="region" aria-label="The first rows of the sheet">
      <table className="border-collapse text-sm whitespace-nowrap">
        <thead>
          <tr className="bg-sunk">
            <th scope="col" className="px-2 py-1 text-start font-medium text-muted">Row</th>
            {look.header.map((name, index) => (
              <th key={index} scope="col" className="px-2 py-1 text-start align-bottom font-medium">
                <span className="block text-xs font-normal text-muted">{columnLetter(index)}</span>{name === '' ? '(no name)' : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {look.sample.length === 0 && <tr><td className="px-2 py-2 text-muted" colSpan={look.header.length + 1}>There are no rows under the header.</td></tr>}
          {look.sample.map(({ row, cells }) => (
            <tr key={row} className="border-t border-rule">
              <th scope="row" className="px-2 py-1 text-start font-normal text-muted tabular-nums">{row}</th>
              {look.header.map((_, index) => <td key={index} className="max-w-72 truncate px-2 py-1">{cells[index] ?? ''}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
