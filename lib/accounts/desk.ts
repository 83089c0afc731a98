import 'server-only';
import { randomBytes } from 'node:crypto';
import { getDatabase, type Database } from '@/db/client';
import { env } from '@/lib/env';
import { createAuth, type Auth } from './identity';
import { besideData, keepPrivateFile } from './private-file';

/** What every page and route of the desk works with. */
export interface Desk {
  readonly db: Database;
  readonly auth: Auth;
  readonly siteUrl: string;
}

// One instance a process: Next keeps several copies of this module, the database handle is the same in all of them.
const shared = globalThis as { [key: symbol]: WeakMap<Database, Auth> | undefined };
const KEY = Symbol.for('frontier-ledger.auth');

export async function getDesk(): Promise<Desk> {
  const { siteUrl, authSecret, dataDir } = env();
  const db = await getDatabase();
  const known = (shared[KEY] ??= new WeakMap());
  let auth = known.get(db);
  if (!auth) {
    const secret = authSecret ?? keepPrivateFile(besideData(dataDir, 'auth-secret'), randomBytes(48).toString('base64url'));
    auth = createAuth(db, siteUrl, secret);
    known.set(db, auth);
  }
  return { db, auth, siteUrl };
}
