import type { Database } from '../client';
import { auditHead } from '../schema/index';

/** The number of the last audit row; every write of the ledger moves it on. */
export async function findAuditSeq(db: Database): Promise<number> {
  const [head] = await db.select({ seq: auditHead.seq }).from(auditHead);
  return head?.seq ?? 0;
}
