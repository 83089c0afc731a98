'use client';

import { useId } from 'react';
import type { ReadingColumns, ReadingsMapping } from '@/domain/import/mapping';
import { columnLabel } from '@/domain/import/sheet';
import { FieldFrame } from '../forms/field-frame';
import { BOX } from '../forms/look';
import type { SeriesChoice } from './import-wizard';
import { Choice } from './shared-fields';

interface ReadingsFieldsProps {
  readonly header: readonly string[];
  readonly mapping: ReadingsMapping;
  readonly series: readonly SeriesChoice[];
  /** Names in the file that the last check found no series for. */
  readonly unknownSeries: readonly string[];
  readonly onMapping: (mapping: ReadingsMapping) => void;
}

type Field = keyof ReadingColumns;

const LABELS: Readonly<Record<Field, string>> = {
  series: 'Series', period: 'Period', periodStart: 'First day', periodEnd: 'Last day', value: 'Figure', qualifier: 'Qualifier', empty: 'Why there is none', kind: 'Reported or derived', status: 'Status',
  reportedOn: 'Day reported', note: 'Note', citationTitle: 'Title of the document', citationUrl: 'Address of the document',
};

/** What is asked of each shape first; the rest is folded away. */
const FIRST: Readonly<Record<ReadingsMapping['shape'], readonly Field[]>> = { long: ['series', 'period', 'value'], periods: ['series'], series: ['period'] };
const MORE: Readonly<Record<ReadingsMapping['shape'], readonly Field[]>> = {
  long: ['qualifier', 'empty', 'reportedOn', 'note', 'citationUrl', 'citationTitle', 'periodStart', 'periodEnd', 'kind', 'status'],
  periods: ['reportedOn', 'citationUrl', 'citationTitle'],
  series: ['reportedOn', 'note', 'citationUrl', 'citationTitle'],
};

/** The columns of a table of figures. */
export function ReadingsFields({ header, mapping, series, unknownSeries, onMapping }: ReadingsFieldsProps) {
  const id = useId();
  const set = (part: Partial<ReadingsMapping>) => onMapping({ ...mapping, ...part });
  const column = (field: Field) => (
    <FieldFrame key={field} id={`${id}-${field}`} label={LABELS[field]}>
      <select
        id={`${id}-${field}`} className={BOX} value={mapping.columns[field] ?? ''}
        onChange={(event) => set({ columns: { ...mapping.columns, [field]: event.target.value === '' ? null : event.target.value } })}
      >
        <option value="">No column</option>
        {header.map((name, index) => (name === '' ? null : <option key={index} value={name}>{columnLabel(index, header)}</option>))}
      </select>
    </FieldFrame>
  );
  const names = [...new Set([...unknownSeries, ...Object.keys(mapping.seriesNames)])];
  return (
    <>
      <FieldFrame id={`${id}-shape`} label="How the table is laid out" isGroup>
        <Choice name={`${id}-shape`} label="One figure a row" checked={mapping.shape === 'long'} onChoose={() => set({ shape: 'long' })} />
        <Choice name={`${id}-shape`} label="A row is a series, its columns are periods" checked={mapping.shape === 'periods'} onChoose={() => set({ shape: 'periods' })} />
        <Choice name={`${id}-shape`} label="A row is a period, its columns are series" checked={mapping.shape === 'series'} onChoose={() => set({ shape: 'series' })} />
      </FieldFrame>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {FIRST[mapping.shape].map(column)}
        {mapping.columns.series === null && mapping.shape !== 'series' && (
          <SeriesSelect id={`${id}-one`} label="One series for all rows" series={series} value={mapping.seriesId} onChange={(seriesId) => set({ seriesId })} />
        )}
        <FieldFrame id={`${id}-reported`} label="Day reported, for rows without one" isOptional>
          <input id={`${id}-reported`} type="date" className={BOX} value={mapping.reportedOn ?? ''} onChange={(event) => set({ reportedOn: event.target.value === '' ? null : event.target.value })} />
        </FieldFrame>
        <FieldFrame id={`${id}-dates`} label="A date in place of a period means">
          <select id={`${id}-dates`} className={BOX} value={mapping.dateMeans} onChange={(event) => set({ dateMeans: event.target.value as ReadingsMapping['dateMeans'] })}>
            <option value="day">that day</option>
            <option value="month">its month</option>
            <option value="quarter">its quarter</option>
            <option value="year">its year</option>
          </select>
        </FieldFrame>
      </div>
      <details>
        <summary className="cursor-pointer font-medium">More columns</summary>
        <div className="mt-3 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">{MORE[mapping.shape].map(column)}</div>
      </details>
      {names.length > 0 && (
        <FieldFrame id={`${id}-names`} label="Series that go by another name in the file" isGroup help="Chosen once, it is remembered for files with the same columns.">
          <div className="grid gap-4 sm:grid-cols-2">
            {names.map((name) => (
              <SeriesSelect
                key={name} id={`${id}-name-${name}`} label={`“${name}” is`} series={series} value={mapping.seriesNames[name] ?? null}
                onChange={(seriesId) => {
                  const { [name]: _before, ...others } = mapping.seriesNames;
                  set({ seriesNames: seriesId === null ? others : { ...others, [name]: seriesId } });
                }}
              />
            ))}
          </div>
        </FieldFrame>
      )}
    </>
  );
}

interface SeriesSelectProps {
  readonly id: string;
  readonly label: string;
  readonly series: readonly SeriesChoice[];
  readonly value: string | null;
  readonly onChange: (seriesId: string | null) => void;
}

function SeriesSelect({ id, label, series, value, onChange }: SeriesSelectProps) {
  return (
    <FieldFrame id={id} label={label}>
      <select id={id} className={BOX} value={value ?? ''} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}>
        <option value="">Not chosen</option>
        {series.map((one) => <option key={one.id} value={one.id}>{one.title}</option>)}
      </select>
    </FieldFrame>
  );
}
