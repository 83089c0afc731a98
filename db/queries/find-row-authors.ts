import { and, eq } from 'drizzle-orm';
import type { RowKind } from '../../domain/release';
import type { Database } from '../client';
import { audit } from '../schema/index';

/** Who wrote a version of a row, and when (ISO instant). */
export interface RowAuthor {
  readonly name: string;
  readonly at: string;
}

/** Who drafted one version, or null where the audit has no such version. */
export async function findRowAuthor(db: Database, kind: RowKind, id: string, revision: number): Promise<RowAuthor | null> {
  const [link] = await db.select({ name: audit.editorName, at: audit.at }).from(audit)
    .where(and(eq(audit.subject, kind), eq(audit.subjectId, id), eq(audit.revision, revision), eq(audit.action, 'draft-row')));
  return link ? { name: link.name, at: link.at.toISOString() } : null;
}
