import { and, asc, eq, gt, inArray, max } from 'drizzle-orm';
import type { Database } from '../client';
import { audit } from '../schema/index';

/** One edit of a changeset, as its audit has it. */
export interface ChangeSince {
  readonly at: string;
  readonly by: string;
  readonly action: 'draft-row' | 'discard-draft';
  /** A row kind. */
  readonly kind: string;
  readonly id: string;
}

const EDITS = ['draft-row', 'discard-draft'] as const;
const MOST = 200;

/** The edits of a changeset after a link of the audit chain, oldest first, 200 at most. */
export async function findChangesSince(db: Database, changesetId: string, seq: number): Promise<ChangeSince[]> {
  const rows = await db
    .select({ at: audit.at, by: audit.editorName, action: audit.action, kind: audit.subject, id: audit.subjectId })
    .from(audit)
    .where(and(eq(audit.changesetId, changesetId), gt(audit.seq, seq), inArray(audit.action, [...EDITS])))
    .orderBy(asc(audit.seq)).limit(MOST);
  // The condition above lets no other action through.
  return rows.map(({ at, action, ...row }) => ({ ...row, at: at.toISOString(), action: action as ChangeSince['action'] }));
}

/** The last link of the audit chain that tells of the changeset; 0 for none. What is worked out of a changeset holds while this does. */
export async function findLastTold(db: Database, changesetId: string): Promise<number> {
  const [row] = await db.select({ seq: max(audit.seq) }).from(audit).where(eq(audit.changesetId, changesetId));
  return row?.seq ?? 0;
}
