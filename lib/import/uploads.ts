import 'server-only';
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { accept, refuse, type Outcome } from '@/domain/outcome';
import { besideData } from '@/lib/accounts/private-file';
import { env } from '@/lib/env';

// Files that wait for their import: private, one directory beside the data, gone after an hour whatever happens.

export const LARGEST_FILE = 512 * 1024 * 1024;
const KEPT_MS = 60 * 60 * 1000;
/** Waiting files of one person: an older one makes room for the newest. */
const MOST_WAITING = 3;

/** Who may use the file and for what. */
interface Owner {
  readonly userId: string;
  readonly changesetId: string;
}

export interface Upload extends Owner {
  readonly id: string;
  /** As the person's computer names it; for people only, never a path. */
  readonly name: string;
  readonly bytes: number;
  readonly path: string;
}

const directory = () => besideData(env().dataDir, 'imports');
const fileOf = (id: string) => path.join(directory(), `${id}.file`);
const cardOf = (id: string) => path.join(directory(), `${id}.json`);

/** Writes the body as it comes, never more than the limit. Refuses `body-too-large`, `empty-file` and `interrupted`; then nothing stays. */
export async function keepUpload(body: ReadableStream<Uint8Array>, owner: Owner, name: string, now: Date, limit = LARGEST_FILE): Promise<Outcome<Upload>> {
  await mkdir(directory(), { recursive: true, mode: 0o700 });
  await sweepUploads(now, owner.userId);
  const id = randomBytes(16).toString('hex');
  const file = await open(fileOf(id), 'wx', 0o600);
  const reader = body.getReader();
  let bytes = 0;
  let refusal: { readonly code: string; readonly message: string } | null = null;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.byteLength;
      if (bytes > limit) {
        refusal = { code: 'body-too-large', message: `The file is larger than ${limit / 1024 / 1024} MB. Divide it.` };
        await reader.cancel().catch(() => undefined);
        break;
      }
      await file.writeFile(value);
    }
  } catch {
    refusal = { code: 'interrupted', message: 'The file did not arrive whole. Send it again.' };
  } finally {
    await file.close();
  }
  if (refusal === null && bytes === 0) refusal = { code: 'empty-file', message: 'The file is empty.' };
  if (refusal !== null) {
    await rm(fileOf(id), { force: true });
    return refuse(refusal);
  }
  const upload: Upload = { ...owner, id, name, bytes, path: fileOf(id) };
  await writeFile(cardOf(id), JSON.stringify(upload), { mode: 0o600 });
  setTimeout(() => void dropUpload(id), KEPT_MS).unref();
  return accept(upload);
}

/** The file, if it waits and is this person's for this changeset; else null. */
export async function findUpload(id: string, owner: Owner): Promise<Upload | null> {
  const card = await readFile(cardOf(id), 'utf8').catch(() => null);
  if (card === null) return null;
  const upload = JSON.parse(card) as Upload;
  return upload.userId === owner.userId && upload.changesetId === owner.changesetId ? { ...upload, path: fileOf(id) } : null;
}

export async function dropUpload(id: string): Promise<void> {
  await Promise.all([rm(fileOf(id), { force: true }), rm(cardOf(id), { force: true })]);
}

/** Removes what waited longer than an hour, of processes that ended too, and this person's oldest beyond the number one may have waiting. */
async function sweepUploads(now: Date, userId: string): Promise<void> {
  const own: { readonly id: string; readonly at: number }[] = [];
  for (const entry of await readdir(directory())) {
    const id = entry.slice(0, entry.indexOf('.'));
    const known = await stat(path.join(directory(), entry)).catch(() => null);
    if (known === null) continue;
    if (now.getTime() - known.mtimeMs > KEPT_MS) await rm(path.join(directory(), entry), { force: true });
    else if (entry.endsWith('.json')) {
      const card = JSON.parse(await readFile(cardOf(id), 'utf8').catch(() => '{}')) as Partial<Upload>;
      if (card.userId === userId) own.push({ id, at: known.mtimeMs });
    }
  }
  const oldest = own.sort((a, b) => a.at - b.at);
  for (const { id } of oldest.slice(0, Math.max(0, oldest.length - MOST_WAITING + 1))) await dropUpload(id);
}
