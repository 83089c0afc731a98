import { sql } from 'drizzle-orm';
import type { Database } from '../client';

export interface ImportUpload {
  readonly name: string;
  readonly bytes: number;
}

/** A file that has arrived whole within the last hour, of this person and for this changeset; else null. */
export async function findImportUpload(db: Database, { id, userId, changesetId }: { id: string; userId: string; changesetId: string }): Promise<ImportUpload | null> {
  const { rows } = await db.execute<{ name: string; bytes: string }>(sql`select name, bytes::text as bytes from import_uploads
    where id = ${id} and user_id = ${userId} and changeset_id = ${changesetId} and bytes is not null and created_at > now() - interval '1 hour'`);
  const [row] = rows;
  return row === undefined ? null : { name: row.name, bytes: Number(row.bytes) };
}

/** One piece of it, or null where it is gone. */
export async function findImportChunk(db: Database, uploadId: string, number: number): Promise<Buffer | null> {
  const { rows } = await db.execute<{ content: string }>(sql`select encode(content, 'base64') as content from import_chunks where upload_id = ${uploadId} and number = ${number}`);
  const [row] = rows;
  return row === undefined ? null : Buffer.from(row.content, 'base64');
}
