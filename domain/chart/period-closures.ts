// Closures laid over counts share one axis of days with them, so that twenty days look like twenty days; nothing says that one made the other.

import { closureLabel, type Closure, type Crossing } from '../closure';
import { labelDay, toEpochDay } from '../period';
import type { CitationRegister } from './citation-register';
import { barOf, extentOf, isOnAxis } from './closure-bars';
import { closedDaysMark } from './closed-days';
import { crossingsOf } from './closures';
import { closuresAsOf, lastKnownDay } from './closures-as-of';
import type { DayAxis } from './closures-model';
import type { PeriodClosures } from './model';
import type { Band, ModelTable } from './model-parts';
import { latestDay } from './model-base';
import type { ChartRows } from './rows';
import { endColumn, markCell, textCell } from './table';
import { joinWords } from './wording';

/** The closures of a chart over periods with what table, notes and alt text say of them. */
export interface ClosureLayer {
  readonly closures: PeriodClosures;
  readonly table: (table: ModelTable) => ModelTable;
  readonly notes: readonly string[];
  readonly spoken: string | null;
}

/** The axis from the first day of the first band to the last of the last. */
export function bandDays(bands: readonly Band[]): Omit<DayAxis, 'ticks'> | null {
  const [first] = bands;
  const last = bands[bands.length - 1];
  return first === undefined || last === undefined ? null : { from: toEpochDay(first.period.start), to: toEpochDay(last.period.end) + 1 };
}

/** Closures that stop trade: of trade and of all traffic. */
const stopsTrade = ({ lane, status }: Closure): boolean => status === 'current' && (lane === 'all' || lane === 'trade');

interface CrossingClosures { readonly crossing: Crossing; readonly closures: readonly Closure[] }

function columnsOf(groups: readonly CrossingClosures[], bands: readonly Band[], rows: ChartRows, register: CitationRegister) {
  return groups.map(({ crossing, closures }) => ({
    column: endColumn(`closed-${crossing.id}`, `${crossing.name}, days closed to trade`),
    cells: bands.map((band, index) => {
      const isUnknown = closures.length === 0 || band.period.start > (latestDay(closures.map(lastKnownDay)) ?? '');
      const mark = closedDaysMark(crossing, closures, 'trade', band, index, rows.asOf, register);
      return isUnknown && mark.high === 0 ? textCell('') : { ...markCell(mark, []), markId: null };
    }),
  }));
}

function sayUntil(groups: readonly CrossingClosures[]): string | null {
  const last = latestDay(groups.flatMap(({ closures }) => closures.map(lastKnownDay)));
  return last === null ? null : `Closures are known until ${labelDay(last)}; after that day no shading means that nothing is known.`;
}

/** Throws a ChartDefinitionError for crossings that are missing. */
export function closureLayer(crossingIds: readonly string[], slug: string, rows: ChartRows, bands: readonly Band[], register: CitationRegister): ClosureLayer | null {
  const days = bandDays(bands);
  if (days === null) return null;
  const axis: DayAxis = { ...days, ticks: [] };
  const known = closuresAsOf(rows.closures, rows.asOf).filter(stopsTrade);
  const groups = crossingsOf(crossingIds, slug, rows).map((crossing) => ({ crossing, closures: known.filter(({ crossingId }) => crossingId === crossing.id) }));
  const bars = groups.flatMap(({ crossing, closures }, row) => closures
    .filter((closure) => isOnAxis(extentOf(closure, closures), axis))
    .map((closure) => barOf(closure, crossing, row, closures, axis, register)));
  const names = joinWords(groups.map(({ crossing }) => crossing.name));
  const longest = bars.toSorted((a, b) => b.daysLow - a.daysLow)[0];
  const named = known.find(({ id }) => id === longest?.id);
  return {
    closures: { rows: groups.map(({ crossing }) => ({ id: crossing.id, crossing: crossing.name })), bars },
    table: (table) => {
      const added = columnsOf(groups, bands, rows, register);
      return {
        ...table,
        columns: [...table.columns, ...added.map(({ column }) => column)],
        rows: table.rows.map((row) => {
          const band = row.status === 'current' ? bands.findIndex(({ key }) => key === row.id) : -1;
          return { ...row, cells: [...row.cells, ...added.map(({ cells }) => cells[band] ?? textCell(''))] };
        }),
      };
    },
    notes: [
      `Shaded: days on which trade was stopped at ${names}, of all traffic or of trade alone. That figures and closures stand together does not show that one caused the other.`,
      sayUntil(groups),
    ].filter((note) => note !== null),
    spoken: named === undefined ? null : `Shaded: ${bars.length} closures to trade at ${names}, the longest ${groups[longest?.row ?? 0]?.crossing.name ?? ''}, ${closureLabel(named)}`,
  };
}
