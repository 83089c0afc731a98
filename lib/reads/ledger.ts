import 'server-only';
import { cache } from 'react';
import { type Database, getReadDatabase } from '@/db/client';
import { findCurrentRelease } from '@/db/queries/find-current-release';

/**
 * The database, once it is sure to hold the release asked for. Every read of a release starts here: what is kept under
 * release N must have been read from N, never from a replica that has not got it yet. Throws then; nothing is kept.
 */
export const ledgerAt = cache(async (release: number): Promise<Database> => {
  const db = await getReadDatabase(release);
  const reached = await findCurrentRelease(db);
  if (reached < release) throw new Error(`Release ${release} was asked for, but this database has only reached ${reached}.`);
  return db;
});
