// A day is a date of the Gregorian calendar without a clock or a zone; arithmetic on days is arithmetic on whole numbers.

/** A calendar day, `YYYY-MM-DD`, Gregorian, years 0001 to 9999. Days sort as text. */
export type Day = string;

export const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/** A day in its three numbers: year, month 1 to 12, day of the month from 1. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOWEST = -719_162; // 0001-01-01
const HIGHEST = 2_932_896; // 9999-12-31

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month, 28 to 31; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function tryParts(text: string): DayParts | null {
  const match = DAY.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const date = Number(match[3]);
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  return { year, month, date };
}

/** Whether the text is a day that exists: `2024-02-29` is one, `2025-02-30` is not. */
export function isDay(text: string): boolean {
  return tryParts(text) !== null;
}

/** Year, month and date of a day. Throws RangeError for anything that is not a day. */
export function partsOf(day: Day): DayParts {
  const parts = tryParts(day);
  if (!parts) throw new RangeError(`not a day: ${JSON.stringify(day.slice(0, 40))}`);
  return parts;
}

/** Writes a day from its numbers; the numbers are the caller's to keep in range. */
export function dayFrom(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** Days since 1970-01-01, negative before. Throws RangeError for anything that is not a day. */
export function toEpochDay(day: Day): number {
  const { year, month, date } = partsOf(day);
  // Years are counted from March, so that the leap day is the last day of a year and needs no case of its own.
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** The day that many days after 1970-01-01. Throws RangeError for fractions and for years outside 0001 to 9999. */
export function fromEpochDay(epochDay: number): Day {
  if (!Number.isInteger(epochDay) || epochDay < LOWEST || epochDay > HIGHEST) throw new RangeError(`not an epoch day: ${epochDay}`);
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return dayFrom(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
}

/** The day `count` days later (earlier when negative). Throws RangeError for a malformed day or a result outside 0001 to 9999. */
export function addDays(day: Day, count: number): Day {
  return fromEpochDay(toEpochDay(day) + count);
}

/** `12 Oct 2025`. Throws RangeError for anything that is not a day. */
export function labelDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${monthName(month).slice(0, 3)} ${year}`;
}

/** English name of a month, 1 to 12. */
export function monthName(month: number): string {
  const name = MONTHS[month - 1];
  if (name === undefined) throw new RangeError(`not a month: ${month}`);
  return name;
}
