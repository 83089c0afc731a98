import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, text, uniqueIndex, type AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Change } from '../../domain/draft';
import { key, oneOf, type Words } from './columns';
import { changesets, releases } from './publishing';

const CHANGES: Words<Change> = { add: true, update: true, correct: true, withdraw: true };

/** The columns that every published kind of row carries: one row is one version of an id. */
export function ledgerColumns() {
  return {
    id: key('id').notNull(),
    /** Counts the versions ever written for the id, discarded drafts included, so that it is never used twice. */
    revision: integer('revision').notNull(),
    /** Null while draft. */
    publishedIn: integer('published_in').references(() => releases.number),
    /** The release from which on another version stands in its place; null while it stands. */
    supersededIn: integer('superseded_in').references(() => releases.number),
    changesetId: key('changeset_id').notNull().references(() => changesets.id),
    change: text('change').$type<Change>().notNull(),
    changeNote: text('change_note'),
  };
}

export interface LedgerColumns {
  readonly id: AnyPgColumn;
  readonly revision: AnyPgColumn;
  readonly publishedIn: AnyPgColumn;
  readonly supersededIn: AnyPgColumn;
  readonly changesetId: AnyPgColumn;
  readonly change: AnyPgColumn;
  readonly changeNote: AnyPgColumn;
}

/** Constraints and indexes of the ledger columns; `table` is the table's name in the database. */
export function ledgerRules(table: string, t: LedgerColumns) {
  return [
    primaryKey({ columns: [t.id, t.revision] }),
    uniqueIndex(`${table}_one_draft`).on(t.id).where(sql`published_in is null`),
    uniqueIndex(`${table}_one_current`).on(t.id).where(sql`published_in is not null and superseded_in is null`),
    index(`${table}_drafts`).on(t.changesetId).where(sql`published_in is null`),
    index(`${table}_corrections`).on(t.publishedIn, t.id).where(sql`change in ('correct', 'withdraw')`),
    check(`${table}_id`, sql`${t.id} ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,199}$'`),
    check(`${table}_revision`, sql`${t.revision} >= 1`),
    check(`${table}_superseded`, sql`${t.supersededIn} is null or (${t.publishedIn} is not null and ${t.supersededIn} > ${t.publishedIn})`),
    oneOf(`${table}_change`, t.change, CHANGES),
    check(`${table}_reason`, sql`${t.change} in ('add', 'update') or (${t.changeNote} is not null and btrim(${t.changeNote}) <> '')`),
  ];
}
