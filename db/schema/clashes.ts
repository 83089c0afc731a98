import { sql } from 'drizzle-orm';
import { boolean, check, doublePrecision, index, numeric, pgTable, text } from 'drizzle-orm/pg-core';
import type { ClaimLens, Measure, Stance } from '../../domain/claim';
import type { Qualifier } from '../../domain/reading';
import { day, key, notBlank, oneOf, onGlobe, type Words } from './columns';
import { LENSES, QUALIFIERS } from './counting';
import { ledgerColumns, ledgerRules } from './ledger-columns';

const MEASURES: Words<Measure> = { killed: true, wounded: true, captured: true, 'posts-seized': true, other: true };
const STANCES: Words<Stance> = { claims: true, admits: true, denies: true };

/** A place named in an incident. */
export const places = pgTable('places', {
  ...ledgerColumns(),
  name: text('name').notNull(),
  province: text('province').notNull(),
  country: text('country').notNull(),
  latitude: doublePrecision('latitude'),
  longitude: doublePrecision('longitude'),
  coordinateNote: text('coordinate_note').notNull(),
}, (t) => [...ledgerRules('places', t), notBlank('places_name', t.name), onGlobe('places_on_globe', t.latitude, t.longitude)]);

/** A clash or strike. */
export const incidents = pgTable('incidents', {
  ...ledgerColumns(),
  title: text('title').notNull(),
  start: day('start').notNull(),
  end: day('end').notNull(),
  placeIds: text('place_ids').array().notNull(),
  trigger: text('trigger').notNull(),
  summary: text('summary').notNull(),
  isAggregate: boolean('is_aggregate').notNull(),
}, (t) => [
  ...ledgerRules('incidents', t),
  notBlank('incidents_title', t.title),
  check('incidents_days', sql`${t.start} <= ${t.end}`),
]);

/** What one claimant says about one side's losses; there is no column for a true value. */
export const claims = pgTable('claims', {
  ...ledgerColumns(),
  incidentId: key('incident_id').notNull(),
  claimantId: key('claimant_id').notNull(),
  claimantAs: text('claimant_as').notNull(),
  lens: text('lens').$type<ClaimLens>().notNull(),
  lossesOf: key('losses_of').notNull(),
  lossesOfName: text('losses_of_name').notNull(),
  measure: text('measure').$type<Measure>().notNull(),
  measureNote: text('measure_note'),
  low: numeric('low', { mode: 'number' }),
  high: numeric('high', { mode: 'number' }),
  qualifier: text('qualifier').$type<Qualifier>().notNull(),
  stance: text('stance').$type<Stance>().notNull(),
  isCumulative: boolean('is_cumulative').notNull(),
  saidOn: day('said_on'),
  note: text('note'),
}, (t) => [
  ...ledgerRules('claims', t),
  index('claims_by_incident').on(t.incidentId),
  index('claims_by_claimant').on(t.claimantId),
  oneOf('claims_lens', t.lens, LENSES),
  oneOf('claims_measure', t.measure, MEASURES),
  oneOf('claims_qualifier', t.qualifier, QUALIFIERS),
  oneOf('claims_stance', t.stance, STANCES),
  check('claims_low_high', sql`${t.low} <= ${t.high}`),
  check('claims_not_negative', sql`${t.low} >= 0 and ${t.high} >= 0`),
]);
