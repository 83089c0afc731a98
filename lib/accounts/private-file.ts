import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// Small secrets that live beside the data directory, readable by the owner of the process only.

/** `./data` and `auth-secret` give `./data.auth-secret`: beside the directory, whose inside belongs to the database. */
export function besideData(dataDir: string, name: string): string {
  return `${path.resolve(dataDir)}.${name}`;
}

export function readPrivateFile(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function writeDraft(file: string, content: string): string {
  const draft = `${file}.${process.pid}.${randomBytes(6).toString('hex')}`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(draft, `${content}\n`, { mode: 0o600, flag: 'wx' });
  return draft;
}

/** Puts the content in place as a whole, over whatever stood there. */
export function replacePrivateFile(file: string, content: string): void {
  renameSync(writeDraft(file, content), file);
}

/** What the file says, or, when there is none, `content`, written once: of two processes that start together one wins and both read the same. */
export function keepPrivateFile(file: string, content: string): string {
  const kept = readPrivateFile(file);
  if (kept !== null && kept !== '') return kept;
  const draft = writeDraft(file, content);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const written = readPrivateFile(file);
  if (written === null || written === '') throw new Error(`${file} is empty. Remove it; the next start writes a new one.`);
  return written;
}
