import 'server-only';
import { cache } from 'react';
import { findLedger } from '@/db/queries/find-ledger';
import { type PackageRows, packageRows } from '@/domain/package/rows';
import type { Day } from '@/domain/period';
import { ledgerAt } from './ledger';

/** Every row of a release that was known by `asOf` and may be passed on. Null while nothing is published. */
export const readPackage = cache(async (release: number, asOf: Day | null): Promise<PackageRows | null> => {
  const rows = await findLedger(await ledgerAt(release), release);
  return rows && packageRows(rows, asOf);
});
