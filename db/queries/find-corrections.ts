import type { Correction, PublishedChange } from '../../domain/release';
import type { Database } from '../client';
import { findPublishedChanges } from './find-published-changes';

/** Every correction and withdrawal published up to and including `release`, newest first, then by kind and id. */
export async function findCorrections(db: Database, release: number): Promise<Correction[]> {
  return (await findPublishedChanges(db, release, { kind: 'corrections' })).filter(isCorrection);
}

function isCorrection(change: PublishedChange): change is Correction {
  return change.change === 'correct' || change.change === 'withdraw';
}
