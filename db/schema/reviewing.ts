import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { AloneKind, ReviewMode } from '../../domain/review/alone';
import type { ScheduleFailure, ScheduleState } from '../../domain/review/schedule';
import { instant, key, notBlank, oneOf, type Words } from './columns';
import { changesets, releases } from './publishing';

const MODES: Words<ReviewMode> = { 'two-people': true, 'single-editor': true };
const ALONE: Words<AloneKind> = { emergency: true, 'single-editor': true };
const STATES: Words<ScheduleState> = { waiting: true, published: true, failed: true, cancelled: true };

/** Who may approve, from a release on: each change is a row and a release of its own, so that readers are told. Only ever added to. */
export const reviewModes = pgTable('review_modes', {
  release: integer('release').primaryKey().references(() => releases.number),
  mode: text('mode').$type<ReviewMode>().notNull(),
}, (t) => [oneOf('review_modes_mode', t.mode, MODES)]);

/** Releases whose approver wrote in them himself, and why. Only ever added to. */
export const ownApprovals = pgTable('own_approvals', {
  release: integer('release').primaryKey().references(() => releases.number),
  kind: text('kind').$type<AloneKind>().notNull(),
  /** What readers see; null where the instance is set to single-editor. */
  reason: text('reason'),
  personId: key('person_id').notNull(),
}, (t) => [
  oneOf('own_approvals_kind', t.kind, ALONE),
  check('own_approvals_reason', sql`${t.kind} <> 'emergency' or (${t.reason} is not null and btrim(${t.reason}) <> '')`),
]);

/** The second person's approval after the fact. It makes a release of its own, from which on it is told. Only ever added to. */
export const laterApprovals = pgTable('later_approvals', {
  release: integer('release').primaryKey().references(() => releases.number),
  toldIn: integer('told_in').notNull().unique().references(() => releases.number),
  approverName: text('approver_name').notNull(),
}, (t) => [check('later_approvals_order', sql`${t.toldIn} > ${t.release}`)]);

/** A changeset to be published at a set time. One instance takes it, under the lock of every write to the ledger. */
export const schedules = pgTable('schedules', {
  id: key('id').primaryKey(),
  changesetId: key('changeset_id').notNull().references(() => changesets.id),
  title: text('title').notNull(),
  note: text('note').notNull(),
  dueAt: instant('due_at').notNull(),
  state: text('state').$type<ScheduleState>().notNull(),
  setById: text('set_by_id').notNull(),
  setByName: text('set_by_name').notNull(),
  setAt: instant('set_at').notNull(),
  settledAt: instant('settled_at'),
  release: integer('release').references(() => releases.number),
  failure: jsonb('failure').$type<ScheduleFailure>(),
}, (t) => [
  oneOf('schedules_state', t.state, STATES),
  notBlank('schedules_title', t.title),
  check('schedules_settled', sql`(${t.state} = 'waiting') = (${t.settledAt} is null)`),
  check('schedules_published', sql`(${t.state} = 'published') = (${t.release} is not null)`),
  check('schedules_failed', sql`${t.state} <> 'failed' or ${t.failure} is not null`),
  uniqueIndex('schedules_one_waiting').on(t.changesetId).where(sql`state = 'waiting'`),
  index('schedules_due').on(t.dueAt).where(sql`state = 'waiting'`),
]);

/** A way to see a changeset as it will be without an account. The token itself is shown once and never stored. */
export const previewLinks = pgTable('preview_links', {
  id: key('id').primaryKey(),
  changesetId: key('changeset_id').notNull().references(() => changesets.id),
  tokenHash: text('token_hash').notNull().unique(),
  madeById: text('made_by_id').notNull(),
  madeByName: text('made_by_name').notNull(),
  madeAt: instant('made_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  withdrawnAt: instant('withdrawn_at'),
}, (t) => [
  check('preview_links_hash', sql`${t.tokenHash} ~ '^[0-9a-f]{64}$'`),
  check('preview_links_expires', sql`${t.expiresAt} > ${t.madeAt}`),
  index('preview_links_by_changeset').on(t.changesetId),
]);
