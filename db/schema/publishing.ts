import { sql } from 'drizzle-orm';
import { boolean, check, integer, jsonb, pgTable, text, index } from 'drizzle-orm/pg-core';
import type { ChangesetState, Release } from '../../domain/release';
import { instant, key, notBlank, oneOf, type Words } from './columns';

const STATES: Words<ChangesetState> = { draft: true, 'in-review': true, approved: true, published: true, abandoned: true };

/** Somebody who wrote in a changeset, kept with the name under which he wrote. */
export interface Contributor {
  readonly id: string;
  readonly name: string;
}

/** An editor's set of proposed row versions. */
export const changesets = pgTable('changesets', {
  id: key('id').primaryKey(),
  name: text('name').notNull(),
  note: text('note').notNull(),
  state: text('state').$type<ChangesetState>().notNull(),
  authorId: text('author_id').notNull(),
  authorName: text('author_name').notNull(),
  /** Everyone who drafted in it, the author first: none of them may approve it. */
  contributors: jsonb('contributors').$type<readonly Contributor[]>().notNull(),
  openedAt: instant('opened_at').notNull(),
  submittedAt: instant('submitted_at'),
  approvedAt: instant('approved_at'),
  approverId: text('approver_id'),
  approverName: text('approver_name'),
  /** sha256 over what was approved; an approval holds for that content only. */
  approvedHash: text('approved_hash'),
  publishedAt: instant('published_at'),
  abandonedAt: instant('abandoned_at'),
}, (t) => [
  oneOf('changesets_state', t.state, STATES),
  notBlank('changesets_name', t.name),
  check('changesets_submitted', sql`${t.state} in ('draft', 'abandoned') or ${t.submittedAt} is not null`),
  check('changesets_approved', sql`${t.state} not in ('approved', 'published')
    or (${t.approvedAt} is not null and ${t.approverId} is not null and ${t.approverName} is not null and ${t.approvedHash} is not null)`),
  check('changesets_published', sql`(${t.state} = 'published') = (${t.publishedAt} is not null)`),
  check('changesets_abandoned', sql`(${t.state} = 'abandoned') = (${t.abandonedAt} is not null)`),
  index('changesets_by_state').on(t.state, t.openedAt),
]);

/** A published changeset. Rows are never changed; numbers have no gaps (triggers in the guards migration). */
export const releases = pgTable('releases', {
  number: integer('number').primaryKey(),
  publishedAt: instant('published_at').notNull(),
  title: text('title').notNull(),
  note: text('note').notNull(),
  changesetId: key('changeset_id').notNull().unique().references(() => changesets.id),
  authors: jsonb('authors').$type<readonly string[]>().notNull(),
  approvedBy: text('approved_by').notNull(),
  counts: jsonb('counts').$type<Release['counts']>().notNull(),
  /** The transaction that published it: rows may join a release only inside that transaction. */
  publishedBy: text('published_by').notNull().default(sql`pg_current_xact_id()::text`),
}, (t) => [
  check('releases_number', sql`${t.number} >= 1`),
  notBlank('releases_title', t.title),
]);

/** One row: the current release, null while nothing is published. Moved by the database when a release is inserted. */
export const releasePointer = pgTable('release_pointer', {
  id: boolean('id').primaryKey().default(true),
  number: integer('number').references(() => releases.number),
}, (t) => [check('release_pointer_one_row', sql`${t.id}`)]);
