import { sql, type SQL } from 'drizzle-orm';
import { check, customType, date, timestamp, type AnyPgColumn } from 'drizzle-orm/pg-core';

/** An identifier. Collated `C` so that every order by an id is the same on every server. */
export const key = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** Bytes; written as `decode(text, 'base64')` and read as `encode(column, 'base64')`, which both drivers do the same way. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** A calendar day as `YYYY-MM-DD`. */
export const day = (name: string) => date(name, { mode: 'string' });

/** An instant; milliseconds are all that JavaScript can give back. */
export const instant = (name: string) => timestamp(name, { mode: 'date', withTimezone: true, precision: 3 });

/** Every value of a union as the keys of an object, so that the compiler refuses a missing or a foreign one. */
export type Words<T extends string> = Readonly<Record<T, true>>;

/** `check (column in (...))` for a column that holds one of a closed set of words (or null where the column allows it). */
export function oneOf<T extends string>(name: string, column: AnyPgColumn, words: Words<T>) {
  const list = sql.raw(Object.keys(words).map((word) => `'${word}'`).join(', '));
  return check(name, sql`${column} in (${list})`);
}

/** `check` that a text has something other than blanks in it. */
export function notBlank(name: string, column: AnyPgColumn) {
  return check(name, sql`btrim(${column}) <> ''`);
}

/** `check` that an address is one a reader may follow; keeps `javascript:` and `data:` out of the database. */
export function webAddress(name: string, column: AnyPgColumn) {
  return check(name, sql`${column} ~* '^https?://[^[:space:]]+$'`);
}

/** `check` that a pair of coordinates is whole and on the globe. */
export function onGlobe(name: string, latitude: AnyPgColumn, longitude: AnyPgColumn): ReturnType<typeof check> {
  const condition: SQL = sql`(${latitude} is null) = (${longitude} is null) and ${latitude} between -90 and 90 and ${longitude} between -180 and 180`;
  return check(name, condition);
}
