import 'server-only';
import { findLedgerSummary } from '@/db/queries/find-ledger-summary';
import { ledgerAt } from './ledger';

/** How many rows of each kind a release holds. */
export async function readLedgerSummary(release: number) {
  return findLedgerSummary(await ledgerAt(release), release);
}
