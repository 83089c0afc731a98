import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database, type OpenDatabase } from '@/db/client';
import { dropImportUpload, dropOldImportUploads } from '@/db/mutations/keep-import-upload';
import { dumpDatabase } from '@/db/transfer/dump';
import { piecesOf } from '@/lib/import/file-bytes';
import { dataRows, openFile } from '@/lib/import/open-file';
import { CHUNK } from '@/lib/import/stored-file';
import { findUpload, keepUpload } from '@/lib/import/uploads';
import { createPostgresDatabase, databases } from '../fixtures/databases';
import { asOwner } from '../fixtures/owner';

const OWNER = { userId: 'amina', changesetId: 'one' };

/** A body that comes in pieces of an odd length, and breaks off after so many bytes where asked to. */
function bodyOf(content: Uint8Array, breaksAt = Infinity): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= breaksAt) return controller.error(new Error('gone'));
      if (at >= content.length) return controller.close();
      controller.enqueue(content.subarray(at, at + 65_521));
      at += 65_521;
    },
  });
}

async function keep(db: Database, content: Uint8Array, owner = OWNER) {
  const kept = await keepUpload(db, bodyOf(content), owner, 'table.csv');
  if (!kept.ok) throw new Error(kept.refusal.message);
  return kept.value;
}

describe.each(databases)('files that wait, on %s', (_engine, openTestDatabase) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await openTestDatabase();
  });
  afterAll(() => open.close());

  async function count(): Promise<{ uploads: number; chunks: number }> {
    const { rows } = await open.db.execute<{ uploads: number; chunks: number }>(
      sql`select (select count(*)::int from import_uploads) as uploads, (select count(*)::int from import_chunks) as chunks`);
    return rows[0] ?? { uploads: -1, chunks: -1 };
  }
  const nothing = { uploads: 0, chunks: 0 };

  it.each([1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17])('%i bytes come back as they were, from any place', async (length) => {
    const content = randomBytes(length);
    const { id } = await keep(open.db, content);
    const found = await findUpload(open.db, id, OWNER);
    if (found === null) throw new Error('It does not wait.');
    expect([found.name, found.file.size]).toEqual(['table.csv', length]);
    const parts: Buffer[] = [];
    for await (const part of piecesOf(found.file, 0, length)) parts.push(part);
    expect(Buffer.concat(parts).equals(content)).toBe(true);
    for (const [position, wanted] of [[0, length + 5], [length - 1, 9], [length, 4], [Math.floor(length / 2), CHUNK], [Math.max(0, CHUNK - 3), 7]] as const) {
      expect((await found.file.read(position, wanted)).equals(content.subarray(position, position + wanted))).toBe(true);
    }
    await dropImportUpload(open.db, id);
    expect(await findUpload(open.db, id, OWNER)).toBeNull();
    expect(await count()).toEqual(nothing);
  });

  it('nothing stays of what is too large, empty, or did not arrive whole', async () => {
    const content = randomBytes(2 * CHUNK);
    const codes: string[] = [];
    for (const [body, limit] of [[bodyOf(content), CHUNK + 5], [bodyOf(new Uint8Array()), CHUNK], [bodyOf(content, CHUNK + 70_000), 4 * CHUNK]] as const) {
      const kept = await keepUpload(open.db, body, OWNER, 'table.csv', limit);
      codes.push(kept.ok ? 'kept' : kept.refusal.code);
    }
    expect(codes).toEqual(['body-too-large', 'empty-file', 'interrupted']);
    expect(await count()).toEqual(nothing);
  });

  it('they are one person’s for one changeset, three at a time, for an hour; a backup has none of them', async () => {
    const ids: string[] = [];
    for (let file = 0; file < 4; file += 1) ids.push((await keep(open.db, Buffer.from(`file ${file}`))).id);
    const others = await keep(open.db, Buffer.from('another one'), { userId: 'bilal', changesetId: 'one' });
    const waiting = async () => Promise.all(ids.map(async (id) => (await findUpload(open.db, id, OWNER)) !== null));
    expect(await waiting()).toEqual([false, true, true, true]);
    expect(await findUpload(open.db, others.id, OWNER)).toBeNull();
    expect(await findUpload(open.db, ids[3] ?? '', { ...OWNER, changesetId: 'two' })).toBeNull();

    const lines: string[] = [];
    await dumpDatabase(open.db, new Date(), async (text) => void lines.push(text));
    expect(lines.join('')).not.toContain('import_uploads');
    expect(lines.join('')).not.toContain('import_chunks');

    await asOwner(open.db, (db) => db.execute(sql`update import_uploads set created_at = now() - interval '61 minutes' where id = ${ids[3]}`));
    expect(await waiting()).toEqual([false, true, true, false]);
    await dropOldImportUploads(open.db);
    expect(await count()).toEqual({ uploads: 3, chunks: 3 });
  });
});

it('another instance goes on with what one was sent, and what is dropped there is gone here', async () => {
  const server = await createPostgresDatabase('migrated');
  const [first, second] = [await openDatabase({ url: server.appUrl }), await openDatabase({ url: server.appUrl })];
  try {
    const rows = Array.from({ length: 40_000 }, (_, at) => `crss-violence-fatalities,2025-Q${(at % 4) + 1},${at}`);
    const { id } = await keep(first.db, Buffer.from(`series,period,value\n${rows.join('\n')}\n`));
    const found = await findUpload(second.db, id, OWNER);
    const opened = found && (await openFile(found.file));
    if (!opened?.ok) throw new Error('It cannot be opened there.');
    const read: string[] = [];
    for await (const batch of dataRows(opened.value, null)) read.push(...batch.rows.map(({ cells }) => cells.join(',')));
    expect(read).toEqual(rows);
    const reading = await findUpload(first.db, id, OWNER);
    await dropImportUpload(second.db, id);
    expect(await findUpload(first.db, id, OWNER)).toBeNull();
    // Whoever is in the middle of it is told, in the words of a file that cannot be read on.
    await expect(reading?.file.read(0, 10)).rejects.toThrow('no longer waits');
  } finally {
    await Promise.all([first.close(), second.close()]);
    await server.drop();
  }
});
