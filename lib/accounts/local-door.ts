import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';
import { besideData, readPrivateFile, replacePrivateFile } from './private-file';
import { isLoopbackHost } from './site-address';

// The embedded database belongs to the running server alone. A command that needs it asks that server through this door: loopback only,
// with a key that lies in a file which only the owner of the data can read.

export interface LocalDoor {
  readonly port: number;
  readonly key: string;
}

const doorFile = () => besideData(env().dataDir, 'local-door');

/** Called when the server starts: a new key, and the port to ask on. With a PostgreSQL server commands need no door. */
export function openLocalDoor(): void {
  const { databaseUrl, isBuilding, port } = env();
  if (databaseUrl !== null || isBuilding) return;
  replacePrivateFile(doorFile(), JSON.stringify({ port, key: randomBytes(32).toString('base64url') } satisfies LocalDoor));
}

/** The door of the server that started last on these data, or null; it may have stopped since. */
export function readLocalDoor(): LocalDoor | null {
  const content = readPrivateFile(doorFile());
  if (content === null) return null;
  try {
    const { port, key } = JSON.parse(content) as Partial<LocalDoor>;
    return typeof port === 'number' && typeof key === 'string' && key !== '' ? { port, key } : null;
  } catch {
    return null;
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const LOOPBACK_PEERS = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const PROXY_HEADERS = ['forwarded', 'via', 'x-real-ip', 'x-forwarded-server', 'cf-connecting-ip', 'true-client-ip'];

/**
 * Whether the request comes from a command on this machine: straight from loopback, through no proxy, from no browser, with the key.
 * Next itself writes the peer's address into x-forwarded-for when nothing stood there; a proxy leaves another one, or several.
 */
export function isThroughLocalDoor(headers: Headers): boolean {
  if (PROXY_HEADERS.some((name) => headers.has(name))) return false;
  if (headers.has('origin') || headers.has('sec-fetch-site') || headers.has('cookie')) return false;
  if (!LOOPBACK_PEERS.has(headers.get('x-forwarded-for') ?? '')) return false;
  const host = headers.get('host') ?? '';
  if (!URL.canParse(`http://${host}`) || !isLoopbackHost(new URL(`http://${host}`).hostname)) return false;
  if ((headers.get('x-forwarded-host') ?? host) !== host) return false;
  const key = /^Bearer (\S+)$/.exec(headers.get('authorization') ?? '')?.[1];
  const door = readLocalDoor();
  return key !== undefined && door !== null && timingSafeEqual(digest(key), digest(door.key));
}
