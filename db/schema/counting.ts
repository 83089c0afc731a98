import { sql } from 'drizzle-orm';
import { boolean, check, index, numeric, pgTable, text } from 'drizzle-orm/pg-core';
import type { PeriodKind } from '../../domain/period';
import type { EmptyKind, Qualifier, Reading } from '../../domain/reading';
import type { Organisation } from '../../domain/series';
import { day, key, notBlank, oneOf, webAddress, type Words } from './columns';
import { ledgerColumns, ledgerRules } from './ledger-columns';
import { DATE_PRECISIONS } from './sources';

const ORGANISATION_KINDS: Words<Organisation['kind']> = { research: true, state: true, 'armed-group': true, un: true, press: true, ngo: true, other: true };
export const LENSES: Words<Organisation['lens']> = { pakistan: true, taliban: true, independent: true, other: true };
export const QUALIFIERS: Words<Qualifier> = { exact: true, 'at-least': true, 'more-than': true, about: true, nearly: true };
export const CONFIDENCES: Words<Reading['confidence']> = { high: true, medium: true, low: true };
const EMPTIES: Words<EmptyKind> = { 'not-yet-reported': true, 'not-collected': true, withheld: true, unknown: true };
const READING_KINDS: Words<Reading['kind']> = { reported: true, derived: true };
const PERIOD_KINDS: Words<PeriodKind> = { day: true, month: true, quarter: true, half: true, 'nine-months': true, year: true, custom: true };

/** Who counts or speaks. */
export const organisations = pgTable('organisations', {
  ...ledgerColumns(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  kind: text('kind').$type<Organisation['kind']>().notNull(),
  lens: text('lens').$type<Organisation['lens']>().notNull(),
  method: text('method'),
  url: text('url'),
}, (t) => [
  ...ledgerRules('organisations', t),
  notBlank('organisations_name', t.name),
  oneOf('organisations_kind', t.kind, ORGANISATION_KINDS),
  oneOf('organisations_lens', t.lens, LENSES),
  webAddress('organisations_url', t.url),
]);

/** What is counted, in which unit. */
export const indicators = pgTable('indicators', {
  ...ledgerColumns(),
  name: text('name').notNull(),
  unit: text('unit').notNull(),
  definition: text('definition').notNull(),
  includes: text('includes').array().notNull(),
  isSummable: boolean('is_summable').notNull(),
}, (t) => [...ledgerRules('indicators', t), notBlank('indicators_name', t.name), notBlank('indicators_unit', t.unit)]);

/** Indicator x organisation x geography x breakdown. */
export const series = pgTable('series', {
  ...ledgerColumns(),
  indicatorId: key('indicator_id').notNull(),
  organisationId: key('organisation_id').notNull(),
  geography: text('geography').notNull(),
  geographyName: text('geography_name').notNull(),
  breakdownDimension: text('breakdown_dimension').notNull(),
  breakdown: text('breakdown').notNull(),
  breakdownName: text('breakdown_name').notNull(),
  methodNote: text('method_note'),
  isRedistributable: boolean('is_redistributable').notNull(),
}, (t) => [
  ...ledgerRules('series', t),
  index('series_by_indicator').on(t.indicatorId),
  index('series_by_organisation').on(t.organisationId),
]);

/** One value a source gave for one cell (series x period). */
export const readings = pgTable('readings', {
  ...ledgerColumns(),
  seriesId: key('series_id').notNull(),
  periodKind: text('period_kind').$type<PeriodKind>().notNull(),
  periodStart: day('period_start').notNull(),
  periodEnd: day('period_end').notNull(),
  value: numeric('value', { mode: 'number' }),
  empty: text('empty').$type<EmptyKind>(),
  qualifier: text('qualifier').$type<Qualifier>().notNull(),
  reportedOn: day('reported_on'),
  reportedPrecision: text('reported_precision').$type<Reading['reportedPrecision']>().notNull(),
  knownFrom: day('known_from').notNull(),
  kind: text('kind').$type<Reading['kind']>().notNull(),
  formula: text('formula'),
  confidence: text('confidence').$type<Reading['confidence']>().notNull(),
  isUnconfirmed: boolean('is_unconfirmed').notNull(),
  note: text('note'),
}, (t) => [
  ...ledgerRules('readings', t),
  // All of an as-of question lies in this index: rows outside the release or the vintage are never fetched.
  index('readings_as_of').on(t.seriesId, sql`coalesce(superseded_in, 2147483647)`, t.publishedIn, t.knownFrom),
  check('readings_value_xor_empty', sql`(${t.value} is null) <> (${t.empty} is null)`),
  check('readings_period', sql`${t.periodStart} <= ${t.periodEnd}`),
  oneOf('readings_period_kind', t.periodKind, PERIOD_KINDS),
  check('readings_period_kind_of_days', sql`${t.periodKind} = period_kind_of(${t.periodStart}, ${t.periodEnd})`),
  oneOf('readings_empty', t.empty, EMPTIES),
  oneOf('readings_qualifier', t.qualifier, QUALIFIERS),
  oneOf('readings_reported_precision', t.reportedPrecision, DATE_PRECISIONS),
  check('readings_reported_on', sql`(${t.reportedOn} is null) = (${t.reportedPrecision} = 'unknown')`),
  oneOf('readings_kind', t.kind, READING_KINDS),
  check('readings_formula', sql`(${t.kind} = 'derived') = (${t.formula} is not null)`),
  oneOf('readings_confidence', t.confidence, CONFIDENCES),
]);
