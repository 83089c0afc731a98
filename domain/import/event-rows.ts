// One row of an event file is one event: its days, its place, its type and how many died; what cannot be read refuses the row.

import { accept, refuse } from '../outcome';
import type { Outcome, Refusal } from '../outcome';
import { readEventDay, readSplitDay } from './event-dates';
import type { EventDays } from './event-dates';
import { VIOLENCE_TYPES } from './event-layouts';
import type { Estimate, EventLayout } from './event-layouts';
import { columnOf } from './header';
import { cellText, columnLabel, shorten } from './sheet';
import type { CellProblem, SheetRow } from './sheet';

export interface EventRecord extends EventDays {
  readonly id: string;
  readonly country: string;
  readonly area: string;
  readonly type: string;
  /** A null is a number that the source does not know. Absent for an estimate that the layout does not give. */
  readonly deaths: Readonly<Partial<Record<Estimate, number | null>>>;
}

export interface RowRefusal extends Refusal {
  readonly problem: CellProblem;
}

/** Longer than this no event lasts; it is a slip in a year. */
const LONGEST_YEARS = 20;
const EARLIEST = '1900-01-01';
const COUNT = /^\d{1,7}(\.\d+)?$/;

/** Reads rows of one file, whose header it is given once. */
export function eventReader(layout: EventLayout, names: readonly string[]): (row: SheetRow) => Outcome<EventRecord, RowRefusal> {
  const at = (column: string) => columnOf(names, column);
  const columns = { id: at(layout.eventId), country: at(layout.country), area: at(layout.area), type: at(layout.type) };
  const deaths = (Object.entries(layout.deaths) as [Estimate, string][]).map(([estimate, column]) => [estimate, at(column)] as const);
  const days = layout.id === 'ucdp-ged' ? [at('date_start'), at('date_end')] : layout.id === 'acled' ? [at('event_date')] : [at('iyear'), at('imonth'), at('iday')];

  return (row) => {
    const cell = (index: number) => (index < 0 ? '' : cellText(row.cells[index]));
    const wrong = (index: number, reason: string) => {
      const problem = { row: row.row, column: columnLabel(index, names), reason };
      return refuse<RowRefusal>({ code: 'event', message: reason, problem });
    };
    if (row.cells.length > names.length && row.cells.slice(names.length).some((extra) => extra.trim() !== '')) {
      return wrong(names.length, `The row has ${row.cells.length} cells, the header ${names.length} columns. A quote or a comma may be missing.`);
    }
    const id = cell(columns.id);
    if (id === '') return wrong(columns.id, 'The event has no id.');
    const country = cell(columns.country);
    if (country === '') return wrong(columns.country, 'The event has no country.');

    const read = readDays(days.map(cell));
    if (!read.ok) return wrong(days[read.refusal.at] ?? 0, read.refusal.message);
    const { start, end } = read.value;
    if (start < EARLIEST) return wrong(days[0] ?? 0, `An event of ${start} is older than any of these files reaches.`);
    if (end < start) return wrong(days.at(-1) ?? 0, `The event ends on ${end}, before it begins on ${start}.`);
    if (Number(end.slice(0, 4)) - Number(start.slice(0, 4)) > LONGEST_YEARS) return wrong(days.at(-1) ?? 0, `An event from ${start} to ${end} is longer than ${LONGEST_YEARS} years.`);

    const counted: Partial<Record<Estimate, number | null>> = {};
    for (const [estimate, index] of deaths) {
      const text = cell(index);
      if (text === '' && layout.id === 'gtd') counted[estimate] = null;
      else if (!COUNT.test(text)) return wrong(index, text === '' ? 'The number of deaths is missing.' : `“${shorten(text)}” is not a number of deaths.`);
      else counted[estimate] = Number(text);
    }
    const type = cell(columns.type);
    return accept({ id, country, area: cell(columns.area), type: layout.id === 'ucdp-ged' ? (VIOLENCE_TYPES[type] ?? type) : type, start, end, deaths: counted });
  };
}

/** One day, first and last day, or year, month and date, by how many columns there are. `at` tells which of them is wrong. */
function readDays(texts: readonly string[]): Outcome<EventDays, Refusal & { readonly at: number }> {
  const [first = '', second, third] = texts;
  if (third !== undefined) {
    const split = readSplitDay(first, second ?? '', third);
    return split.ok ? split : refuse({ ...split.refusal, at: 0 });
  }
  const start = readEventDay(first);
  if (!start.ok) return refuse({ ...start.refusal, at: 0 });
  const end = second === undefined ? start : readEventDay(second);
  return end.ok ? accept({ start: start.value, end: end.value }) : refuse({ ...end.refusal, at: 1 });
}
