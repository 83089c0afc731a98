// A period in somebody else's table is read in the ways people write it; what could mean two things is refused.

import { MONTHS } from '../day';
import { accept } from '../outcome';
import { parsePeriod, periodsBetween } from '../period';
import type { PeriodOutcome } from '../period';
import type { DateMeans } from './mapping';

const QUARTER_FIRST = /^Q([1-4])[\s/,-]*(\d{4})$/i;
const QUARTER_LAST = /^(\d{4})[\s/,-]*Q([1-4])$/i;
const MONTH_FIRST = /^([A-Za-z]{3,9})\.?[\s/,-]+(\d{4})$/;
const MONTH_LAST = /^(\d{4})[\s/,-]+([A-Za-z]{3,9})\.?$/;
const MONTHS_OF = /^([A-Za-z]{3,9})\.?\s*[-–]\s*([A-Za-z]{3,9})\.?[\s,]+(\d{4})$/;
const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})[ T]00:00(?::00(?:\.0+)?)?Z?$/;

/**
 * Our own spellings (`2025-Q3`, `2025-10-11..2025-10-12`) and `Q3 2025`, `2025Q3`, `Oct 2025`, `Jan-Mar 2025`, `2025.0` from a spreadsheet.
 * A single date means what `dateMeans` says.
 */
export function readPeriodText(text: string, dateMeans: DateMeans): PeriodOutcome {
  const written = text.replace(/[\s\u00A0]+/g, ' ').trim();
  const read = parsePeriod(spelled(written));
  if (!read.ok || read.value.kind !== 'day' || dateMeans === 'day') return read;
  const [around] = periodsBetween(dateMeans, read.value.start, read.value.start);
  return around === undefined ? read : accept(around);
}

/** The same period as our own files spell it, where it is one of the known ways; else the text itself. */
function spelled(text: string): string {
  const quarter = QUARTER_FIRST.exec(text);
  if (quarter) return `${quarter[2]}-Q${quarter[1]}`;
  const last = QUARTER_LAST.exec(text);
  if (last) return `${last[1]}-Q${last[2]}`;
  const month = MONTH_FIRST.exec(text);
  if (month) return ofMonth(month[2], month[1]) ?? text;
  const late = MONTH_LAST.exec(text);
  if (late) return ofMonth(late[1], late[2]) ?? text;
  const months = MONTHS_OF.exec(text);
  if (months) {
    const [from, to] = [ofMonth(months[3], months[1]), ofMonth(months[3], months[2])];
    return from === null || to === null ? text : `${from}..${to}`;
  }
  return MIDNIGHT.exec(text)?.[1] ?? text.replace(/^(\d{4})\.0+$/, '$1');
}

function ofMonth(year = '', name = ''): string | null {
  const at = MONTHS.findIndex((month) => month.toLowerCase() === name.toLowerCase() || month.slice(0, 3).toLowerCase() === name.toLowerCase());
  return at < 0 ? null : `${year}-${String(at + 1).padStart(2, '0')}`;
}
