import { asc, eq } from 'drizzle-orm';
import type { Sentence } from '../../domain/sentence';
import type { Database } from '../client';
import { sentences } from '../schema/index';
import { findRows } from './find-rows';

/** The sentences of a release that stand at `placement` (`home` or a chart's slug), in their order. Withdrawn ones with their status. */
export async function findSentences(db: Database, release: number, placement: string): Promise<Sentence[]> {
  return findRows(db, 'sentence', release, { where: eq(sentences.placement, placement), orderBy: [asc(sentences.position)] });
}
