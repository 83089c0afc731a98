import { inArray, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Claim } from '../../domain/claim';
import type { Closure } from '../../domain/closure';
import type { Day } from '../../domain/period';
import type { Reading } from '../../domain/reading';
import { referencesOf } from '../../domain/reference';
import type { RowKind } from '../../domain/release';
import type { Sentence } from '../../domain/sentence';
import type { Database } from '../client';
import { claims, closures } from '../schema/index';
import { findReadings } from './find-readings';
import { findRows } from './find-rows';

/** What the bindings of sentences resolve in. */
export interface SentenceRows {
  readonly readings: readonly Reading[];
  readonly closures: readonly Closure[];
  readonly claims: readonly Claim[];
}

/**
 * Every row that a binding of the sentences can resolve to, as of a release and a vintage: all readings of the series named,
 * all closures of the crossings named (a closure's days may depend on its neighbours), and the claims named.
 */
export async function findSentenceRows(db: Database, release: number, sentences: readonly Sentence[], asOf: Day | null): Promise<SentenceRows> {
  const references = sentences.flatMap((sentence) => referencesOf('sentence', sentence));
  const idsOf = (kind: RowKind) => [...new Set(references.filter((reference) => reference.kind === kind).map((reference) => reference.id))];
  const seriesIds = idsOf('series');
  return {
    readings: seriesIds.length === 0 ? [] : await findReadings(db, { release, asOf, seriesIds }),
    closures: await findNamed(closures.crossingId, idsOf('crossing'), (where) => findRows(db, 'closure', release, { where })),
    claims: await findNamed(claims.id, idsOf('claim'), (where) => findRows(db, 'claim', release, { where })),
  };
}

/** None named, none looked up. */
async function findNamed<T>(column: AnyPgColumn, ids: readonly string[], find: (where: SQL) => Promise<T[]>): Promise<T[]> {
  return ids.length === 0 ? [] : find(inArray(column, [...ids]));
}
