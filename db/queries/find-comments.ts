import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { RowKind } from '../../domain/release';
import type { Database } from '../client';
import { changesets, comments, type Contributor } from '../schema/index';

/** One comment; instants are ISO texts. */
export interface Comment {
  readonly id: string;
  readonly changesetId: string;
  /** The row it speaks of; null for the changeset as a whole. */
  readonly row: { readonly kind: RowKind; readonly id: string } | null;
  readonly text: string;
  readonly author: Contributor;
  readonly writtenAt: string;
  /** Null while it is open. */
  readonly resolved: { readonly by: Contributor; readonly at: string } | null;
}

/** Every comment in a changeset, oldest first, resolved ones too. */
export async function findComments(db: Database, changesetId: string): Promise<Comment[]> {
  const rows = await db.select().from(comments).where(eq(comments.changesetId, changesetId)).orderBy(asc(comments.writtenAt), asc(comments.id));
  return rows.map(toComment);
}

/** Open comments of others in the open changesets that an editor wrote in or commented on, oldest first, with the changeset's name. */
export async function findCommentsTo(db: Database, editorId: string): Promise<(Comment & { readonly changesetName: string })[]> {
  const spoke = db.select({ id: comments.changesetId }).from(comments).where(eq(comments.authorId, editorId));
  const rows = await db.select({ comment: comments, changesetName: changesets.name }).from(comments)
    .innerJoin(changesets, eq(changesets.id, comments.changesetId))
    .where(and(
      isNull(comments.resolvedAt), ne(comments.authorId, editorId), inArray(changesets.state, ['draft', 'in-review', 'approved']),
      sql`(${changesets.contributors} @> ${JSON.stringify([{ id: editorId }])}::jsonb or ${changesets.id} in ${spoke})`,
    ))
    .orderBy(asc(comments.writtenAt), asc(comments.id));
  return rows.map(({ comment, changesetName }) => ({ ...toComment(comment), changesetName }));
}

/** How many comments of each changeset are open; one that has none is absent. */
export async function countOpenComments(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await db.select({ id: comments.changesetId, n: sql<number>`count(*)::int` }).from(comments).where(isNull(comments.resolvedAt)).groupBy(comments.changesetId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

function toComment(row: typeof comments.$inferSelect): Comment {
  const { id, changesetId, rowKind, rowId, text, authorId, authorName, writtenAt, resolvedAt, resolverId, resolverName } = row;
  const isResolved = resolvedAt !== null && resolverId !== null && resolverName !== null;
  return {
    id, changesetId, text,
    row: rowKind !== null && rowId !== null ? { kind: rowKind, id: rowId } : null,
    author: { id: authorId, name: authorName },
    writtenAt: writtenAt.toISOString(),
    resolved: isResolved ? { by: { id: resolverId, name: resolverName }, at: resolvedAt.toISOString() } : null,
  };
}
