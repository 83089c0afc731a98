// A value far from its neighbours is often a slip of the hand: it is pointed out, never refused.

import type { ChartRows } from '../chart/rows';
import { groupInOrder } from '../chart/grouping';
import { addDays } from '../day';
import { labelPeriod } from '../period';
import { printValue, valueAsOf, type Reading } from '../reading';

export interface Jump {
  readonly id: string;
  readonly period: string;
  readonly value: string;
  readonly neighbour: { readonly period: string; readonly value: string };
}

/** So many times its neighbour, or so small a part of it, and by at least this much. */
const FACTOR = 3;
const LEAST = 20;

/** Readings among `drafted` whose cell shows a value far from that of the period right before it in the same series. */
export function jumpsOf(rows: ChartRows, drafted: ReadonlySet<string>): readonly Jump[] {
  const touched = new Set(rows.readings.filter(({ id }) => drafted.has(id)).map(({ seriesId }) => seriesId));
  const bySeries = groupInOrder(rows.readings.filter(({ seriesId }) => touched.has(seriesId)), ({ seriesId }) => seriesId);
  return [...bySeries.values()].flatMap((readings) => jumpsIn(readings, drafted));
}

function jumpsIn(readings: readonly Reading[], drafted: ReadonlySet<string>): Jump[] {
  const cells = [...groupInOrder(readings, ({ period }) => `${period.start}..${period.end}`).values()]
    .flatMap((ofCell) => valueAsOf(ofCell, null)?.reading ?? []);
  const byNext = new Map(cells.filter(({ value }) => value !== null).map((reading) => [`${reading.period.kind} ${addDays(reading.period.end, 1)}`, reading]));
  return cells.flatMap((reading): Jump[] => {
    if (reading.value === null || !drafted.has(reading.id)) return [];
    const before = byNext.get(`${reading.period.kind} ${reading.period.start}`);
    if (before === undefined || before.value === null || !isJump(before.value, reading.value)) return [];
    const neighbour = { period: labelPeriod(before.period), value: printValue(before.value, before.qualifier) };
    return [{ id: reading.id, period: labelPeriod(reading.period), value: printValue(reading.value, reading.qualifier), neighbour }];
  });
}

function isJump(before: number, after: number): boolean {
  const [low, high] = [Math.min(before, after), Math.max(before, after)];
  return high - low >= LEAST && high >= low * FACTOR;
}
