import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '../client';
import { previewLinks } from '../schema/index';

/** A link to a changeset as it will be; the token is not known here. Instants are ISO texts. */
export interface PreviewLink {
  readonly id: string;
  readonly changesetId: string;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly expiresAt: string;
}

/** The links of a changeset that still open, newest first. */
export async function findPreviewLinks(db: Database, changesetId: string, now: Date): Promise<PreviewLink[]> {
  const rows = await db.select().from(previewLinks)
    .where(and(eq(previewLinks.changesetId, changesetId), isNull(previewLinks.withdrawnAt), gt(previewLinks.expiresAt, now)))
    .orderBy(desc(previewLinks.madeAt), desc(previewLinks.id));
  return rows.map(toLink);
}

/** The link whose token has this hash, or null when there is none, it has expired or was withdrawn. */
export async function findOpenPreviewLink(db: Database, tokenHash: string, now: Date): Promise<PreviewLink | null> {
  const [row] = await db.select().from(previewLinks)
    .where(and(eq(previewLinks.tokenHash, tokenHash), isNull(previewLinks.withdrawnAt), gt(previewLinks.expiresAt, now)));
  return row ? toLink(row) : null;
}

function toLink({ id, changesetId, madeByName, madeAt, expiresAt }: typeof previewLinks.$inferSelect): PreviewLink {
  return { id, changesetId, madeBy: madeByName, madeAt: madeAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
