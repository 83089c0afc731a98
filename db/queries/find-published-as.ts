import type { Release } from '../../domain/release';
import type { Database } from '../client';
import { findReleaseOf } from './find-release-of';
import { findRelease } from './find-releases';

/** The release that a changeset became, with its words, or null where it is not published. */
export async function findPublishedAs(db: Database, changesetId: string): Promise<Release | null> {
  const number = await findReleaseOf(db, changesetId);
  return number === null ? null : findRelease(db, number);
}
