'use client';

import type { BuilderStock } from '@/domain/chart/builder-stock';
import { reachOf } from '@/domain/chart/builder-stock';
import { ARRANGEMENTS, type Arrangement, whyNotArranged } from '@/domain/chart/offer-series';
import { labelDay } from '@/domain/period';
import type { ChartForm, FormFaults } from './chart-form';
import { ChosenList } from './chosen-list';
import { describedBy, FieldFrame } from '../forms/field-frame';
import { BOX } from '../forms/look';
import { Choice } from './choice';
import { SeriesChoice } from './series-choice';

interface SubjectProps {
  readonly form: ChartForm;
  readonly stock: BuilderStock;
  readonly faults: FormFaults;
  readonly onChange: (changes: Partial<ChartForm>) => void;
}

const ARRANGEMENT_WORDS: Readonly<Record<Arrangement, readonly [string, string]>> = {
  single: ['One series', 'bars'],
  grouped: ['Side by side', 'bars of several series in each period'],
  stacked: ['Stacked', 'parts that are proved to make a whole'],
  line: ['Lines', 'one a series'],
  panels: ['Panels', 'one a series, each with its own heading'],
};
const PERIOD_KINDS = ['day', 'month', 'quarter', 'half', 'year'] as const;
const LANES = ['trade', 'pedestrian', 'returnees'] as const;
const MEASURES = ['killed', 'wounded', 'captured', 'posts-seized', 'other'] as const;
const MEASURE_WORDS: Readonly<Record<(typeof MEASURES)[number], string>> = { killed: 'killed', wounded: 'wounded', captured: 'captured', 'posts-seized': 'posts seized', other: 'other' };

/** What the chart is about and how it is shown: the fields of its kind. */
export function SubjectFields(props: SubjectProps) {
  switch (props.form.kind) {
    case 'periods': return <PeriodsFields {...props} />;
    case 'year-to-date': return <YearFields {...props} />;
    case 'closures': return <><Crossings {...props} field="crossingIds" label="Crossings" /><Range {...props} /><Annotations {...props} /></>;
    case 'closed-days': return <ClosedDaysFields {...props} />;
    case 'claims': return <ClaimsFields {...props} />;
    case 'map': return <><Crossings {...props} field="crossingIds" label="Crossings" /><Incidents {...props} /></>;
  }
}

function PeriodsFields(props: SubjectProps) {
  const { form, stock, faults, onChange } = props;
  const chosen = form.seriesIds.flatMap((id) => stock.series.filter((series) => series.id === id));
  return (
    <>
      <FieldFrame id="periodKind" label="By" fault={faults.periodKind}>
        <select id="periodKind" value={form.periodKind} onChange={(event) => onChange({ periodKind: PERIOD_KINDS.find((kind) => kind === event.target.value) ?? 'quarter' })} className={BOX}>
          {PERIOD_KINDS.map((kind) => <option key={kind} value={kind}>{kind}</option>)}
        </select>
      </FieldFrame>
      <FieldFrame isGroup id="arrangement" label="Arrangement" fault={faults.arrangement}>
        {ARRANGEMENTS.map((arrangement) => {
          const [label, help] = ARRANGEMENT_WORDS[arrangement];
          const reason = whyNotArranged(arrangement, chosen, stock, form.closureCrossingIds.length > 0);
          // A stack and panels begin with one series or none; what they may hold is decided series by series.
          const isOpen = reason === null || (arrangement === 'stacked' && chosen.length < 2);
          return (
            <Choice
              key={arrangement} type="radio" name="arrangement" isChecked={form.arrangement === arrangement} isDisabled={!isOpen && form.arrangement !== arrangement}
              note={reason} onChange={() => onChange({ arrangement })}
            >
              {label}: <span className="text-muted">{help}</span>
            </Choice>
          );
        })}
      </FieldFrame>
      <SeriesChoice stock={stock} chosen={form.seriesIds} arrangement={form.arrangement} periodKind={form.periodKind} fault={faults.seriesIds} onChange={(seriesIds) => onChange({ seriesIds })} />
      <Range {...props} isOptional />
      <Annotations {...props} />
      <Crossings {...props} field="closureCrossingIds" label="Closures to trade, shaded behind" help="Of no crossing, or of these." />
    </>
  );
}

function YearFields({ form, stock, faults, onChange }: SubjectProps) {
  const [seriesId = ''] = form.seriesIds;
  const reach = reachOf(stock, seriesId, 'quarter');
  const [first, last] = reach === null ? [0, -1] : [Number(reach.first.slice(0, 4)), Number(reach.last.slice(0, 4))];
  const years = [...new Set([...Array.from({ length: last - first + 1 }, (_, index) => first + index), ...form.years])].toSorted();
  return (
    <>
      <SeriesChoice stock={stock} chosen={form.seriesIds.slice(0, 1)} arrangement="one" periodKind="quarter" fault={faults.seriesId} onChange={(seriesIds) => onChange({ seriesIds })} />
      <FieldFrame isGroup id="years" label="Years" help={reach === null ? 'Choose a series first.' : undefined} fault={faults.years}>
        <div className="flex flex-wrap gap-x-5">
          {years.map((year) => (
            <Choice
              key={year} type="checkbox" name="years" isChecked={form.years.includes(year)}
              onChange={(isTaken) => onChange({ years: isTaken ? [...form.years, year] : form.years.filter((other) => other !== year) })}
            >
              {year}
            </Choice>
          ))}
        </div>
      </FieldFrame>
    </>
  );
}

function ClosedDaysFields(props: SubjectProps) {
  const { form, faults, onChange } = props;
  return (
    <>
      <Crossings {...props} field="crossingIds" label="Crossings" />
      <div className="grid gap-3 sm:grid-cols-2">
        <FieldFrame id="lane" label="Lane" fault={faults.lane}>
          <select id="lane" value={form.lane} onChange={(event) => onChange({ lane: LANES.find((lane) => lane === event.target.value) ?? 'trade' })} className={BOX}>
            {LANES.map((lane) => <option key={lane} value={lane}>{lane}</option>)}
          </select>
        </FieldFrame>
        <FieldFrame id="closedBy" label="By">
          <select id="closedBy" value={form.closedBy} onChange={(event) => onChange({ closedBy: event.target.value === 'year' ? 'year' : 'quarter' })} className={BOX}>
            <option value="quarter">quarter</option>
            <option value="year">year</option>
          </select>
        </FieldFrame>
      </div>
      <Range {...props} />
    </>
  );
}

function ClaimsFields({ form, stock, faults, onChange }: SubjectProps) {
  const incident = stock.incidents.find(({ id }) => id === form.incidentId);
  const claimed = MEASURES.filter((measure) => incident?.measures.includes(measure) === true);
  return (
    <>
      <FieldFrame id="incidentId" label="Incident" fault={faults.incidentId}>
        <select
          id="incidentId" value={form.incidentId} className={BOX}
          onChange={(event) => {
            const next = stock.incidents.find(({ id }) => id === event.target.value);
            onChange({ incidentId: event.target.value, measures: MEASURES.filter((measure) => next?.measures.includes(measure) === true) });
          }}
        >
          <option value="">choose one</option>
          {stock.incidents.filter(({ measures }) => measures.length > 0).map(({ id, title, start }) => <option key={id} value={id}>{labelDay(start)}: {title}</option>)}
        </select>
      </FieldFrame>
      <FieldFrame isGroup id="measures" label="What is claimed" help={incident === undefined ? 'Choose an incident first.' : undefined} fault={faults.measures}>
        <div className="flex flex-wrap gap-x-5">
          {claimed.map((measure) => (
            <Choice
              key={measure} type="checkbox" name="measures" isChecked={form.measures.includes(measure)}
              onChange={(isTaken) => onChange({ measures: isTaken ? [...form.measures, measure] : form.measures.filter((other) => other !== measure) })}
            >
              {MEASURE_WORDS[measure]}
            </Choice>
          ))}
        </div>
      </FieldFrame>
    </>
  );
}

function Crossings({ form, stock, faults, onChange, field, label, help }: SubjectProps & { readonly field: 'crossingIds' | 'closureCrossingIds'; readonly label: string; readonly help?: string }) {
  const chosen = form[field];
  return (
    <FieldFrame isGroup id={field} label={label} help={help} fault={faults[field]}>
      {chosen.length > 1 && <ChosenList label={`${label}, in their order`} items={chosen.map((id) => ({ id, name: stock.crossings.find((one) => one.id === id)?.name ?? id }))} onChange={(ids) => onChange({ [field]: ids })} />}
      <div className="flex flex-wrap gap-x-5">
        {stock.crossings.map(({ id, name }) => (
          <Choice key={id} type="checkbox" name={field} isChecked={chosen.includes(id)} onChange={(isTaken) => onChange({ [field]: isTaken ? [...chosen, id] : chosen.filter((other) => other !== id) })}>{name}</Choice>
        ))}
      </div>
    </FieldFrame>
  );
}

function Incidents({ form, stock, faults, onChange }: SubjectProps) {
  return (
    <FieldFrame isGroup id="incidentIds" label="Incidents" fault={faults.incidentIds}>
      <div className="max-h-64 overflow-y-auto rounded-sm border border-rule px-3 py-1.5" role="group" aria-label="Incidents that can be chosen" tabIndex={0}>
        {stock.incidents.map(({ id, title, start }) => (
          <Choice
            key={id} type="checkbox" name="incidentIds" isChecked={form.incidentIds.includes(id)} note={labelDay(start)}
            onChange={(isTaken) => onChange({ incidentIds: isTaken ? [...form.incidentIds, id] : form.incidentIds.filter((other) => other !== id) })}
          >
            {title}
          </Choice>
        ))}
      </div>
    </FieldFrame>
  );
}

function Range({ form, faults, onChange, isOptional = false }: SubjectProps & { readonly isOptional?: boolean }) {
  const help = isOptional ? 'A period, such as 2023 or 2023-Q1; blank for as far as the values reach.' : 'A period, such as 2023 or 2023-Q1.';
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {(['from', 'to'] as const).map((edge) => (
        <FieldFrame key={edge} id={edge} label={edge === 'from' ? 'From' : 'To'} help={edge === 'from' ? help : undefined} fault={faults[edge]}>
          <input
            id={edge} value={form[edge]} onChange={(event) => onChange({ [edge]: event.target.value })} aria-invalid={faults[edge] !== undefined || undefined}
            aria-describedby={describedBy(edge, edge === 'from' ? help : undefined, faults[edge])} placeholder={edge === 'from' ? '2023' : '2025-Q4'} className={`${BOX} mt-auto`} autoComplete="off" spellCheck={false}
          />
        </FieldFrame>
      ))}
    </div>
  );
}

function Annotations({ form, onChange }: SubjectProps) {
  return <Choice type="checkbox" name="showAnnotations" isChecked={form.showAnnotations} onChange={(showAnnotations) => onChange({ showAnnotations })}>Dated events as marks on the time axis</Choice>;
}
