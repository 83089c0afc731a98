import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

// Who holds a directory, and whether that process still lives. A pid alone proves nothing: it is reused, and a zombie still answers to it.
// When in doubt the holder is alive: a start that is refused can be repeated, rows lost to two writers cannot be found again.

/** Longest path a unix socket may have everywhere: 104 bytes on macOS, 108 on Linux, with the closing NUL. */
const SOCKET_PATH_BYTES = 103;
const PROBE_MS = 700;
/** Between claiming and listening a holder has no socket yet; the kernel cannot answer for it so early. */
const NEWBORN_MS = 10_000;

export interface Holder {
  readonly pid: number;
  /** Start time of the process in clock ticks since boot; null where the system does not tell. */
  readonly started: string | null;
  readonly boot: string | null;
  readonly pidNamespace: string | null;
  readonly host: string;
  readonly command: string;
  readonly since: string;
  readonly socket: string;
}

/** The socket of `base`: beside it, or under a hashed name in the temporary directory where the path would be too long. */
export function socketPath(base: string): string {
  const beside = `${base}.sock`;
  if (Buffer.byteLength(beside) <= SOCKET_PATH_BYTES) return beside;
  const name = crypto.createHash('sha256').update(base).digest('hex').slice(0, 16);
  const elsewhere = path.join(os.tmpdir(), `frontier-ledger-${name}.sock`);
  if (Buffer.byteLength(elsewhere) <= SOCKET_PATH_BYTES) return elsewhere;
  throw new Error(`The path of the data directory is too long for a socket beside it (${SOCKET_PATH_BYTES} bytes): choose a shorter DATA_DIR.`);
}

/** The claim of this process on `base`, as written into the lock file; the nonce makes every claim unique. */
export function claimText(base: string): string {
  const holder: Holder = {
    pid: process.pid,
    started: processState(process.pid)?.started ?? null,
    boot: bootId(),
    pidNamespace: pidNamespace(),
    host: os.hostname(),
    command: process.argv.slice(1, 5).map(shorten).join(' ').slice(0, 120),
    since: new Date().toISOString(),
    socket: socketPath(base),
  };
  return JSON.stringify({ ...holder, nonce: crypto.randomUUID() });
}

/** The holder a claim names, or null if the text is no claim. */
export function readClaim(text: string): Holder | null {
  try {
    const claim = JSON.parse(text) as Holder;
    return typeof claim.pid === 'number' && typeof claim.host === 'string' && typeof claim.socket === 'string' ? claim : null;
  } catch {
    return null;
  }
}

/** Whether the holder may still live; `lock` is its lock file, whose age tells whether it had time to listen. Null lock: no socket to ask. */
export async function isAlive(holder: Holder | null, lock: string | null): Promise<boolean> {
  if (holder === null) return true;
  const isSameHost = holder.host === os.hostname();
  const isSameNamespace = holder.pidNamespace === pidNamespace();
  const boot = bootId();
  if (isSameHost && boot !== null && holder.boot !== null && holder.boot !== boot) return false;
  if (isSameHost && isSameNamespace) {
    const state = processState(holder.pid);
    if (state !== null) return !state.isGone && state.started === holder.started;
    if (!hasPid(holder.pid)) return false;
  } else if (boot === null || holder.boot !== boot) {
    return true;
  }
  // Same kernel, but a pid we cannot look up: another container on a shared volume, or a system without /proc. Only the socket can tell.
  const isShared = lock !== null && holder.socket === lock.replace(/\.lock$/, '.sock');
  if (lock === null || (!isShared && !isSameNamespace)) return true;
  if (boot !== null && Date.now() - modifiedAt(lock) < NEWBORN_MS) return true;
  return (await probe(holder.socket)) !== 'dead';
}

function probe(socket: string): Promise<'alive' | 'dead' | 'unknown'> {
  return new Promise((resolve) => {
    const connection = net.connect(socket);
    const settle = (answer: 'alive' | 'dead' | 'unknown') => {
      clearTimeout(timer);
      connection.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => settle('unknown'), PROBE_MS);
    connection.once('connect', () => settle('alive'));
    connection.once('error', (error: NodeJS.ErrnoException) => settle(error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? 'dead' : 'unknown'));
  });
}

function processState(pid: number): { isGone: boolean; started: string | null } | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The name of the command, in brackets, may itself hold spaces and brackets: count the fields after the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { isGone: fields[0] === 'Z' || fields[0] === 'X', started: fields[19] ?? null };
}

function hasPid(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function bootId(): string | null {
  return readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? null;
}

function pidNamespace(): string | null {
  try {
    return fs.readlinkSync('/proc/self/ns/pid');
  } catch {
    return null;
  }
}

function modifiedAt(file: string): number {
  try {
    return fs.statSync(file).mtimeMs;
  } catch {
    return Date.now();
  }
}

function readOrNull(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function shorten(argument: string): string {
  return path.isAbsolute(argument) ? path.relative(process.cwd(), argument) || argument : argument;
}
