import { sql } from 'drizzle-orm';
import { check, index, pgTable, text } from 'drizzle-orm/pg-core';
import type { RowKind } from '../../domain/release';
import { instant, key, notBlank } from './columns';
import { changesets } from './publishing';

/** What editors say to each other about a changeset or one of its rows. Outside the ledger: nothing published rests on it. */
export const comments = pgTable('comments', {
  id: key('id').primaryKey(),
  changesetId: key('changeset_id').notNull().references(() => changesets.id),
  /** The row spoken of, both null for the changeset as a whole. The row may be published, drafted or thrown away since. */
  rowKind: text('row_kind').$type<RowKind>(),
  rowId: key('row_id'),
  text: text('text').notNull(),
  authorId: text('author_id').notNull(),
  authorName: text('author_name').notNull(),
  writtenAt: instant('written_at').notNull(),
  resolvedAt: instant('resolved_at'),
  resolverId: text('resolver_id'),
  resolverName: text('resolver_name'),
}, (t) => [
  notBlank('comments_text', t.text),
  check('comments_row', sql`(${t.rowKind} is null) = (${t.rowId} is null)`),
  check('comments_resolved', sql`(${t.resolvedAt} is null) = (${t.resolverId} is null) and (${t.resolvedAt} is null) = (${t.resolverName} is null)`),
  index('comments_by_changeset').on(t.changesetId, t.writtenAt),
]);
