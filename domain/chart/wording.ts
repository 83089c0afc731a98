// A number is never spoken without its qualifier, and never without what it counts.

import type { Citation, DatePrecision } from '../citation';
import { labelDay, type Day } from '../period';
import { printNumber, printValue, type Qualifier } from '../reading';
import type { ChartModel } from './model';

const SPOKEN_QUALIFIER: Record<Qualifier, string> = {
  exact: '',
  'at-least': 'at least ',
  'more-than': 'more than ',
  about: 'about ',
  nearly: 'nearly ',
};

/** `a`, `a and b`, `a, b and c`. */
export function joinWords(words: readonly string[], last = 'and'): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1] ?? ''}`;
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Words with a full stop, whatever they ended in. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

const isPercent = (unit: string): boolean => unit === 'percent' || unit === '%';

/** The value with its qualifier as it stands on a mark: `616`, `≥ 600`, `42%`. */
export function printQuantity(value: number, qualifier: Qualifier, unit: string): string {
  return `${printValue(value, qualifier)}${isPercent(unit) ? '%' : ''}`;
}

/** `1 day`, `20 days`: counts and their unit, which is given in the plural. */
export function countOf(value: number, unit: string): string {
  if (isPercent(unit)) return `${printNumber(value)} percent`;
  return `${printNumber(value)} ${value === 1 && unit.endsWith('s') ? unit.slice(0, -1) : unit}`;
}

/** The value with its qualifier in words: `at least 615 deaths`. */
export function sayQuantity(value: number, qualifier: Qualifier, unit: string): string {
  return `${SPOKEN_QUALIFIER[qualifier]}${countOf(value, unit)}`;
}

/** A date as exact as the source shows it: `30 Sep 2025`, `Mar 2025`, `2025`. */
export function sayDate(day: Day, precision: DatePrecision): string {
  if (precision === 'year') return day.slice(0, 4);
  const label = labelDay(day);
  return precision === 'month' ? label.replace(/^\d+ /, '') : label;
}

/** `on 30 Sep 2025`, `in Mar 2025`. */
export function sayWhen(day: Day, precision: DatePrecision): string {
  return `${precision === 'month' || precision === 'year' ? 'in' : 'on'} ${sayDate(day, precision)}`;
}

/** Publishers of the main citations, each once. */
export function publishersOf(citations: readonly Citation[]): readonly string[] {
  const main = citations.filter(({ role }) => role === 'main');
  return [...new Set((main.length > 0 ? main : citations).map(({ source }) => source.publisher))];
}

/** About `limit` names, then how many more: `Q1 2021, Q2 2021 and 5 more`; never `and 1 more`, which is no shorter than the name. */
export function listSome(words: readonly string[], limit: number): string {
  if (words.length <= limit + 1) return joinWords(words);
  return `${words.slice(0, limit).join(', ')} and ${words.length - limit} more`;
}

/** How far a chart's figures reach: `Figures reach to 31 Dec 2025`. */
export function reachWords(model: ChartModel): string {
  if (model.knownUntil !== null) return `Figures reach to ${labelDay(model.knownUntil)}`;
  return model.kind === 'claims' && model.marks.length > 0 ? 'The days of these claims are not stated' : 'Nothing known yet';
}
