// Any value of a row is said in words: days as days, periods as periods, the parts of a thing by name; never as it is stored.

import { isDay, labelDay } from './day';
import { labelPeriod, type Period } from './period';

const NONE = 'none';

export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value in words; parts of a thing stand on lines of their own, so that nothing reads like code. */
export function wordsOf(value: unknown, name: string): string {
  if (value === null || value === undefined) return NONE;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return printText(value);
  if (Array.isArray(value)) return value.length === 0 ? NONE : value.map((item) => printItem(item)).join(value.every((item) => typeof item === 'string') ? ', ' : '\n');
  if (name === 'period' && isPeriod(value)) return labelPeriod(value);
  return printItem(value);
}

function printItem(value: unknown): string {
  if (!isPlainObject(value)) return wordsOf(value, '');
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== undefined && part !== '');
  return parts.length === 0 ? NONE : parts.map(([name, part]) => `${words(name)}: ${wordsOf(part, name).replaceAll('\n', ', ')}`).join('; ');
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T(\d{2}:\d{2})(:\d{2}(\.\d+)?)?Z$/;

function printText(text: string): string {
  if (isDay(text)) return labelDay(text);
  const instant = INSTANT.exec(text);
  if (instant) return `${labelDay(text.slice(0, 10))}, ${instant[1]} UTC`;
  return text === '' ? NONE : text;
}

function isPeriod(value: unknown): value is Period {
  return isPlainObject(value) && typeof value.kind === 'string' && isDay(String(value.start)) && isDay(String(value.end));
}

/** `sourceId` -> `source` */
function words(name: string): string {
  return name.replace(/Id$/, '').replace(/([A-Z])/g, ' $1').toLowerCase();
}
