import { sql } from 'drizzle-orm';
import { refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { Database, Transaction } from '../client';

/** Carries a refusal out of a transaction so that it is rolled back. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/**
 * One write to the ledger: everything in `work` or nothing. A refusal rolls back, a thrown error rolls back and goes on.
 * Writers queue at the head of the audit chain, so `work` may look first and then write. Inside, use the transaction only.
 */
export async function writeLedger<T, R extends Refusal>(db: Database, work: (tx: Transaction) => Promise<Outcome<T, R>>): Promise<Outcome<T, R>> {
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql`select seq from audit_head for update`);
      const outcome = await work(tx);
      if (!outcome.ok) throw new Refused(outcome.refusal);
      return outcome;
    });
  } catch (error) {
    // Only the throw above makes a Refused, so the refusal inside is an R.
    if (error instanceof Refused) return refuse(error.refusal as R);
    throw error;
  }
}
