import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Citation, DatePrecision } from '../../domain/citation';
import { ROW_KINDS, type RowKind } from '../../domain/release';
import { day, instant, key, notBlank, oneOf, webAddress, type Words } from './columns';
import { ledgerColumns, ledgerRules } from './ledger-columns';

export const DATE_PRECISIONS: Words<DatePrecision> = { day: true, month: true, year: true, unknown: true };
const ROLES: Words<Citation['role']> = { main: true, rival: true };
const KINDS = Object.fromEntries(ROW_KINDS.map((kind) => [kind, true])) as Words<RowKind>;

/** One document of a publisher. */
export const sources = pgTable('sources', {
  ...ledgerColumns(),
  title: text('title').notNull(),
  publisher: text('publisher').notNull(),
  url: text('url'),
  urlIsCopy: boolean('url_is_copy').notNull(),
  linkNote: text('link_note'),
  publishedOn: day('published_on'),
  publishedPrecision: text('published_precision').$type<DatePrecision>().notNull(),
  accessedOn: day('accessed_on').notNull(),
  archiveUrl: text('archive_url'),
  language: text('language').notNull(),
  licence: text('licence').notNull(),
}, (t) => [
  ...ledgerRules('sources', t),
  notBlank('sources_title', t.title),
  notBlank('sources_publisher', t.publisher),
  webAddress('sources_url', t.url),
  webAddress('sources_archive_url', t.archiveUrl),
  check('sources_url_or_note', sql`${t.url} is not null or ${t.linkNote} is not null`),
  oneOf('sources_published_precision', t.publishedPrecision, DATE_PRECISIONS),
  check('sources_published_on', sql`(${t.publishedOn} is null) = (${t.publishedPrecision} = 'unknown')`),
]);

/** Where in which source a row version finds its support. Belongs to one version and is published and kept with it. */
export const citations = pgTable('citations', {
  rowKind: text('row_kind').$type<RowKind>().notNull(),
  rowId: key('row_id').notNull(),
  rowRevision: integer('row_revision').notNull(),
  /** 1-based, the order in which readers see them. */
  position: integer('position').notNull(),
  sourceId: key('source_id').notNull(),
  locator: text('locator'),
  quote: text('quote'),
  paraphrase: text('paraphrase'),
  role: text('role').$type<Citation['role']>().notNull(),
  recordedBy: text('recorded_by').notNull(),
  recordedAt: instant('recorded_at').notNull(),
}, (t) => [
  primaryKey({ columns: [t.rowKind, t.rowId, t.rowRevision, t.position] }),
  index('citations_by_source').on(t.sourceId),
  oneOf('citations_row_kind', t.rowKind, KINDS),
  check('citations_not_on_sources', sql`${t.rowKind} <> 'source'`),
  check('citations_position', sql`${t.position} >= 1`),
  oneOf('citations_role', t.role, ROLES),
  check('citations_quote_length', sql`${t.quote} is null or word_count(${t.quote}) between 1 and 25`),
]);
