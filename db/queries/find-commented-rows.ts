import type { Database } from '../client';

/** The rows that somebody has commented on in a changeset, as `kind:id`. */
export async function findCommentedRows(_db: Database, _changesetId: string): Promise<ReadonlySet<string>> {
  return new Set();
}
