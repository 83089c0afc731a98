import { sql } from 'drizzle-orm';
import { check, doublePrecision, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Closure, EndState, Lane, RivalDate } from '../../domain/closure';
import { day, key, notBlank, oneOf, onGlobe, type Words } from './columns';
import { CONFIDENCES } from './counting';
import { ledgerColumns, ledgerRules } from './ledger-columns';

const LANES: Words<Lane> = { trade: true, pedestrian: true, returnees: true, all: true };
const END_STATES: Words<EndState> = { reopened: true, ongoing: true, unknown: true };
const EDGE_PRECISIONS: Words<Closure['startPrecision']> = { day: true, month: true };

/** A border crossing point. */
export const crossings = pgTable('crossings', {
  ...ledgerColumns(),
  name: text('name').notNull(),
  afghanSide: text('afghan_side'),
  district: text('district').notNull(),
  provincePakistan: text('province_pakistan').notNull(),
  provinceAfghanistan: text('province_afghanistan').notNull(),
  latitude: doublePrecision('latitude'),
  longitude: doublePrecision('longitude'),
  coordinateNote: text('coordinate_note').notNull(),
  usedFor: text('used_for').notNull(),
}, (t) => [
  ...ledgerRules('crossings', t),
  notBlank('crossings_name', t.name),
  onGlobe('crossings_on_globe', t.latitude, t.longitude),
]);

/**
 * Crossing x lane x half-open interval. Two current closures of one crossing and lane never share a day
 * (the exclusion constraint `closures_no_overlap` in the guards migration; the days are `closure_days`).
 */
export const closures = pgTable('closures', {
  ...ledgerColumns(),
  crossingId: key('crossing_id').notNull(),
  lane: text('lane').$type<Lane>().notNull(),
  start: day('start').notNull(),
  startPrecision: text('start_precision').$type<Closure['startPrecision']>().notNull(),
  startLow: day('start_low').notNull(),
  startHigh: day('start_high').notNull(),
  end: day('end'),
  endState: text('end_state').$type<EndState>().notNull(),
  endPrecision: text('end_precision').$type<Closure['endPrecision']>(),
  endLow: day('end_low'),
  endHigh: day('end_high'),
  knownOn: day('known_on').notNull(),
  closedBy: text('closed_by').notNull(),
  reason: text('reason').notNull(),
  partialNote: text('partial_note'),
  rivals: jsonb('rivals').$type<readonly RivalDate[]>().notNull(),
  confidence: text('confidence').$type<Closure['confidence']>().notNull(),
  note: text('note'),
}, (t) => [
  ...ledgerRules('closures', t),
  index('closures_by_crossing').on(t.crossingId),
  oneOf('closures_lane', t.lane, LANES),
  oneOf('closures_start_precision', t.startPrecision, EDGE_PRECISIONS),
  oneOf('closures_end_precision', t.endPrecision, EDGE_PRECISIONS),
  oneOf('closures_end_state', t.endState, END_STATES),
  oneOf('closures_confidence', t.confidence, CONFIDENCES),
  check('closures_start_bounds', sql`${t.startLow} <= ${t.start} and ${t.start} <= ${t.startHigh}`),
  check('closures_end_bounds', sql`${t.endLow} <= ${t.endHigh} and ${t.endLow} <= ${t.end} and ${t.end} <= ${t.endHigh}`),
  check('closures_end_after_start', sql`${t.end} >= ${t.start}`),
  check('closures_end_only_if_reopened', sql`${t.end} is null or ${t.endState} = 'reopened'`),
  check('closures_rivals', sql`jsonb_typeof(${t.rivals}) = 'array'`),
]);
