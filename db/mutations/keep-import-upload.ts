import { sql } from 'drizzle-orm';
import type { Database } from '../client';

// A file that waits for its import, put down piece by piece. No part of the record: it is gone after an hour, and leaves no line in the audit.

export interface NewUpload {
  readonly id: string;
  readonly userId: string;
  readonly changesetId: string;
  readonly name: string;
}

/** Makes room for it: of this person's files only the `mostWaiting` - 1 newest stay. */
export async function openImportUpload(db: Database, { id, userId, changesetId, name }: NewUpload, mostWaiting: number): Promise<void> {
  await dropOldImportUploads(db);
  await db.execute(sql`delete from import_uploads where user_id = ${userId} and id not in
    (select id from import_uploads where user_id = ${userId} order by created_at desc, id limit ${mostWaiting - 1})`);
  await db.execute(sql`insert into import_uploads (id, user_id, changeset_id, name) values (${id}, ${userId}, ${changesetId}, ${name})`);
}

/** False where the file was dropped meanwhile. */
export async function addImportChunk(db: Database, uploadId: string, number: number, content: Buffer): Promise<boolean> {
  // As text in base64: the embedded driver's own way of sending bytes takes a string for each of them.
  const { rows } = await db.execute(sql`insert into import_chunks (upload_id, number, content)
    select id, ${number}::integer, decode(${content.toString('base64')}, 'base64') from import_uploads where id = ${uploadId} returning number`);
  return rows.length > 0;
}

/** From now on it waits. False where it was dropped meanwhile. */
export async function closeImportUpload(db: Database, id: string, bytes: number): Promise<boolean> {
  const { rows } = await db.execute(sql`update import_uploads set bytes = ${bytes} where id = ${id} returning id`);
  return rows.length > 0;
}

export async function dropImportUpload(db: Database, id: string): Promise<void> {
  await db.execute(sql`delete from import_uploads where id = ${id}`);
}

/** Drops what has waited for an hour, whoever took it in. */
export async function dropOldImportUploads(db: Database): Promise<void> {
  await db.execute(sql`delete from import_uploads where created_at <= now() - interval '1 hour'`);
}
