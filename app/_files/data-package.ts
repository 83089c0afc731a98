import type { CitedWork } from '@/domain/cite';
import type { PackageRows } from '@/domain/package/rows';
import { buildDataPackage, type DataPackage } from '@/lib/data-package';
import { env } from '@/lib/env';
import { writeAddress } from '@/lib/inputs/address';
import type { View } from '@/lib/inputs/view';
import { readPackage } from '@/lib/reads/package';
import { citedWork } from './cited-work';

export interface LedgerPackage extends DataPackage {
  readonly rows: PackageRows;
  readonly work: CitedWork;
}

/** The whole ledger of a release as known by the view's day. Null while nothing is published. */
export async function ledgerPackage(release: number, view: View): Promise<LedgerPackage | null> {
  const rows = await readPackage(release, view.asOf);
  const work = await citedWork({
    id: 'all-data', title: 'Frontier Ledger: violence and border closures along the Pakistan-Afghanistan frontier', path: '/data', view, release,
    abstract: 'Readings of deaths and attacks, border closures by lane, incidents and the claims of each side, every row with its source.',
  });
  if (rows === null || work === null) return null;
  const address = (path: string): string => `${env().siteUrl}${writeAddress(path, { asOf: view.asOf }, release)}`;
  return { ...buildDataPackage(rows, work, { page: address('/data'), archive: address('/data.zip') }), rows, work };
}
