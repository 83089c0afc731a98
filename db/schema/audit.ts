import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant, key } from './columns';

/** Who did what, when, before and after; each row carries the hash of the one before it. Never changed or deleted. */
export const audit = pgTable('audit', {
  seq: integer('seq').primaryKey(),
  at: instant('at').notNull(),
  editorId: text('editor_id').notNull(),
  editorName: text('editor_name').notNull(),
  editorNature: text('editor_nature').notNull(),
  /** A verb: `draft-row`, `discard-draft`, `publish-row`, `open-changeset` ... */
  action: text('action').notNull(),
  /** What it was done to: a row kind, `changeset`, `release`, or a word of another part of the app. */
  subject: text('subject').notNull(),
  subjectId: key('subject_id').notNull(),
  /** The row version, where the subject is a ledger row. */
  revision: integer('revision'),
  changesetId: key('changeset_id'),
  before: jsonb('before').$type<unknown>(),
  after: jsonb('after').$type<unknown>(),
  prevHash: text('prev_hash').notNull(),
  hash: text('hash').notNull(),
}, (t) => [
  index('audit_by_subject').on(t.subject, t.subjectId, t.revision),
  index('audit_by_changeset').on(t.changesetId),
  index('audit_by_editor').on(t.editorId, t.seq),
  index('audit_by_action').on(t.action, t.seq),
  index('audit_by_time').on(t.at),
  check('audit_seq', sql`${t.seq} >= 1`),
  check('audit_hash', sql`${t.hash} ~ '^[0-9a-f]{64}$' and ${t.prevHash} ~ '^[0-9a-f]{64}$'`),
]);

/** One row: the last link of the chain. Every write to the ledger locks it first, so writes queue here. */
export const auditHead = pgTable('audit_head', {
  id: boolean('id').primaryKey().default(true),
  seq: integer('seq').notNull(),
  hash: text('hash').notNull(),
}, (t) => [check('audit_head_one_row', sql`${t.id}`)]);
