import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Database } from '@/db/client';
import { addImportChunk, closeImportUpload, dropImportUpload, openImportUpload } from '@/db/mutations/keep-import-upload';
import { findImportUpload } from '@/db/queries/find-import-upload';
import { accept, refuse, type Outcome, type Refusal } from '@/domain/outcome';
import type { FileBytes } from './file-bytes';
import { CHUNK, storedFile } from './stored-file';

// Files that wait for their import: in the database, so that any instance goes on with them; one person's, gone after an hour whatever happens.

export const LARGEST_FILE = 512 * 1024 * 1024;
/** Waiting files of one person: an older one makes room for the newest. */
const MOST_WAITING = 3;

/** Who may use the file and for what. */
interface Owner {
  readonly userId: string;
  readonly changesetId: string;
}

export interface Upload {
  readonly id: string;
  /** As the person's computer names it; for people only, never a path. */
  readonly name: string;
  readonly file: FileBytes;
}

const INTERRUPTED = { code: 'interrupted', message: 'The file did not arrive whole. Send it again.' };

/**
 * Keeps the body as it comes, never more than the limit; memory holds one piece of it. Refuses `body-too-large`, `empty-file` and
 * `interrupted`; then nothing stays. Throws what the database throws.
 */
export async function keepUpload(db: Database, body: ReadableStream<Uint8Array>, owner: Owner, name: string, limit = LARGEST_FILE): Promise<Outcome<Upload>> {
  const id = randomBytes(16).toString('hex');
  const reader = body.getReader();
  try {
    await openImportUpload(db, { ...owner, id, name }, MOST_WAITING);
    const kept = await takeIn(db, id, reader, limit);
    if (kept.ok) return accept({ id, name, file: storedFile(db, id, kept.value) });
    await dropImportUpload(db, id);
    return kept;
  } catch (error) {
    // What is left of it goes with its hour where the database is away.
    await dropImportUpload(db, id).catch(() => undefined);
    throw error;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** How many bytes there were. */
async function takeIn(db: Database, id: string, reader: ReadableStreamDefaultReader<Uint8Array>, limit: number): Promise<Outcome<number, Refusal>> {
  const chunk = Buffer.allocUnsafe(CHUNK);
  let [bytes, filled, number] = [0, 0, 0];
  for (;;) {
    const read = await reader.read().catch(() => null);
    if (read === null) return refuse(INTERRUPTED);
    if (read.done) break;
    bytes += read.value.byteLength;
    if (bytes > limit) return refuse({ code: 'body-too-large', message: `The file is larger than ${limit / 1024 / 1024} MB. Divide it.` });
    for (let at = 0; at < read.value.byteLength;) {
      const part = read.value.subarray(at, at + CHUNK - filled);
      chunk.set(part, filled);
      at += part.byteLength;
      filled += part.byteLength;
      if (filled < CHUNK) continue;
      if (!(await addImportChunk(db, id, number, chunk))) return refuse(INTERRUPTED);
      [filled, number] = [0, number + 1];
    }
  }
  if (bytes === 0) return refuse({ code: 'empty-file', message: 'The file is empty.' });
  const isWhole = (filled === 0 || (await addImportChunk(db, id, number, chunk.subarray(0, filled)))) && (await closeImportUpload(db, id, bytes));
  return isWhole ? accept(bytes) : refuse(INTERRUPTED);
}

/** The file, if it waits and is this person's for this changeset; else null. */
export async function findUpload(db: Database, id: string, owner: Owner): Promise<Upload | null> {
  const found = await findImportUpload(db, { id, ...owner });
  return found && { id, name: found.name, file: storedFile(db, id, found.bytes) };
}
