import type { Day } from '@/domain/period';

// The ends of a range in the fewest letters that mean the same day: a whole year, quarter or month where it begins or ends one.

const LAST_DAYS = ['31', '28', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31'];

/** `2024-01-01` -> `2024`, `2024-04-01` -> `2024-Q2`, `2024-05-01` -> `2024-05`; other days as they are. */
export function writeFrom(day: Day): string {
  return day.endsWith('-01') ? written(day, 0) : day;
}

/** `2024-12-31` -> `2024`, `2024-09-30` -> `2024-Q3`, `2024-05-31` -> `2024-05`; other days as they are. */
export function writeTo(day: Day): string {
  const year = Number(day.slice(0, 4));
  const isLeapFebruary = day.slice(5, 7) === '02' && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = isLeapFebruary ? '29' : LAST_DAYS[Number(day.slice(5, 7)) - 1];
  return day.slice(8) === last ? written(day, 2) : day;
}

/** The longest period of which the month is the first (`place` 0) or the last (2 of each quarter). */
function written(day: Day, place: 0 | 2): string {
  const month = Number(day.slice(5, 7)) - 1;
  if (month === (place === 0 ? 0 : 11)) return day.slice(0, 4);
  return month % 3 === place ? `${day.slice(0, 4)}-Q${Math.floor(month / 3) + 1}` : day.slice(0, 7);
}
