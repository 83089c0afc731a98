import type { Database } from '@/db/client';
import { findImportChunk } from '@/db/queries/find-import-upload';
import type { FileBytes } from './file-bytes';
import { UnreadableSheet } from './unreadable';

/** How much of a file stands in one row. */
export const CHUNK = 256 * 1024;

const GONE = 'The file no longer waits here: it is kept for an hour. Choose it again.';

/** A waiting file as it stands in the database. Memory holds one piece of it. Throws UnreadableSheet where it is dropped while it is read. */
export function storedFile(db: Database, id: string, size: number): FileBytes {
  let held: { readonly number: number; readonly content: Buffer } | null = null;

  async function chunk(number: number): Promise<Buffer> {
    if (held?.number === number) return held.content;
    const content = await findImportChunk(db, id, number);
    if (content === null) throw new UnreadableSheet({ row: 1, column: null, reason: GONE });
    held = { number, content };
    return content;
  }

  return {
    size,
    async read(position, length) {
      const end = Math.min(size, position + length);
      const parts: Buffer[] = [];
      for (let at = position; at < end;) {
        const number = Math.floor(at / CHUNK);
        const part = (await chunk(number)).subarray(at - number * CHUNK, end - number * CHUNK);
        if (part.length === 0) throw new Error(`The piece ${number} of a waiting file is shorter than it was.`);
        parts.push(part);
        at += part.length;
      }
      const [only] = parts;
      return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
    },
  };
}
