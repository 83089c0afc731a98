import 'server-only';
import { cache } from 'react';
import { findCorrections } from '@/db/queries/find-corrections';
import type { Correction, RowKind } from '@/domain/release';
import { ledgerAt } from './ledger';

/** Facts before the words and charts that had to follow them. */
const KINDS_FIRST: readonly RowKind[] = ['reading', 'claim', 'closure', 'incident', 'annotation', 'source'];

function rank({ kind }: Correction): number {
  const position = KINDS_FIRST.indexOf(kind);
  return position < 0 ? KINDS_FIRST.length : position;
}

/** Every correction and withdrawal up to the release, newest release first, facts first within one. */
export const readCorrections = cache(async (release: number): Promise<readonly Correction[]> => {
  const corrections = await findCorrections(await ledgerAt(release), release);
  return corrections.toSorted((a, b) => b.release - a.release || rank(a) - rank(b));
});
