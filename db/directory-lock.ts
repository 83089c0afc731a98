import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { claimText, isAlive, readClaim, socketPath } from './lock-holder';

// One process at a time may open an embedded database: two of them lose rows without any error.
// The claim is a file that appears by link(), complete and durable or not at all; it is only ever taken from a dead holder.

/** How long a takeover waits before it looks whether its claim still stands. */
const SETTLE_MS = 40;
const TRIES = 5;

/** The directory belongs to another process; the message names it. */
export class DirectoryLockedError extends Error {
  override readonly name = 'DirectoryLockedError';
}

export interface DirectoryLock {
  /** Gives the directory back; safe to call twice. Also runs when the process exits. */
  release(): void;
}

/**
 * Claims `directory` for this process; `<directory>.lock` and `<directory>.sock` are kept beside it. With a purpose the claim is one
 * for that purpose only, `<directory>.<purpose>.lock`. Throws DirectoryLockedError, well within a second, while any living process holds it.
 */
export async function lockDirectory(directory: string, purpose?: string): Promise<DirectoryLock> {
  const base = path.resolve(/* turbopackIgnore: true */ directory) + (purpose === undefined ? '' : `.${purpose}`);
  const lock = `${base}.lock`;
  const takeover = `${lock}.takeover`;
  const mine = claimText(base);
  const draft = `${lock}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeDraft(draft, mine);
  try {
    let hasTakenOver = false;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (tryLink(draft, lock)) return await hold(base, lock, mine, hasTakenOver);
      const current = readText(lock);
      if (current === null) continue;
      const holder = readClaim(current);
      if (await isAlive(holder, lock)) throw new DirectoryLockedError(describeHolder(directory, lock, current));
      await removeDead(draft, lock, takeover, current);
      hasTakenOver = true;
    }
    throw new DirectoryLockedError(`Several processes are trying to open ${base} at the same time; start again when they are done.`);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** The claim is ours: listen, so that the kernel answers for us even while the event loop is blocked. */
async function hold(base: string, lock: string, mine: string, hasTakenOver: boolean): Promise<DirectoryLock> {
  const socket = socketPath(base);
  fs.rmSync(socket, { force: true });
  const server = net.createServer((connection) => connection.destroy());
  let isReleased = false;
  const release = () => {
    if (isReleased) return;
    isReleased = true;
    process.removeListener('exit', release);
    const isMine = readText(lock) === mine;
    if (isMine) fs.rmSync(socket, { force: true });
    if (isMine) fs.rmSync(lock, { force: true });
    server.close();
  };
  process.once('exit', release);
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(socket, resolve));
    server.unref();
    if (hasTakenOver) await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  } catch (error) {
    release();
    throw error;
  }
  if (readText(lock) === mine) return { release };
  release();
  throw new DirectoryLockedError(`Another process claimed ${base} at the same moment; start again.`);
}

/**
 * Removes a dead holder's claim. Two processes may judge it dead together, and the slower one must not remove the faster one's new claim:
 * so the removal has a claim of its own, and looks again inside it.
 */
async function removeDead(draft: string, lock: string, takeover: string, dead: string): Promise<void> {
  if (!tryLink(draft, takeover)) {
    const rival = readText(takeover);
    if (rival === null) return;
    if (await isAlive(readClaim(rival), null)) {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      return;
    }
    if (readText(takeover) === rival) fs.rmSync(takeover, { force: true });
    return;
  }
  try {
    if (readText(lock) === dead) fs.rmSync(lock, { force: true });
  } finally {
    fs.rmSync(takeover, { force: true });
  }
}

function describeHolder(directory: string, lock: string, claim: string): string {
  const place = path.resolve(/* turbopackIgnore: true */ directory);
  const holder = readClaim(claim);
  if (holder === null) return `${place} is locked by a file that cannot be read. If no process uses the directory, remove ${lock}`;
  const who = `process ${holder.pid} (${holder.command}) on ${holder.host}, since ${holder.since}`;
  return `${place} is in use by ${who}. Only one process may open it: stop that one first, or choose another DATA_DIR.`;
}

/** Durable before its name appears: after a power cut an empty lock file would name nobody and refuse everybody. */
function writeDraft(file: string, content: string): void {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const handle = fs.openSync(file, 'wx', 0o600);
    try {
      fs.writeSync(handle, content);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
  } catch (error) {
    const reason = (error as Error).message;
    throw new Error(`The lock of the data directory lies beside it, and ${path.dirname(file)} cannot be written: ${reason}`, { cause: error });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readText(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
