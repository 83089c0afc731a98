import { and, eq } from 'drizzle-orm';
import { isSystemId, type Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { Database, Transaction } from '../client';
import { findDue, toSchedule, type Schedule } from '../queries/find-schedules';
import { findStandingRole } from '../queries/find-standing-role';
import { schedules } from '../schema/index';
import { writeLedger } from './ledger-transaction';
import { publishWithin } from './publish-changeset';
import { recordAudit } from './record-audit';

/** What became of a schedule that was due. */
export interface Settled {
  readonly schedule: Schedule;
  readonly outcome: Outcome<{ readonly release: number }>;
}

/** Makes the editor in whose name a schedule is published. */
export type MintFor = (schedule: Schedule) => Editor;

/**
 * Publishes the changeset that is due first, or answers null when none is. Several instances may ask at once: the row is taken under the
 * lock of every write, in the transaction that makes the release, so that it is published once, whole or not at all. What is refused is
 * marked as failed with its reason, and not tried again; what breaks is thrown, and stays due.
 */
export async function publishDue(db: Database, mintFor: MintFor, now: Date): Promise<Settled | null> {
  const id = await findDue(db, now);
  if (id === null) return null;
  let schedule: Schedule | null = null;
  const outcome = await writeLedger<{ release: number } | null, Refusal>(db, async (tx) => {
    schedule = await takeDue(tx, id);
    // Another instance was quicker.
    if (schedule === null) return accept(null);
    const editor = mintFor(schedule);
    const stands = await mayStillPublish(tx, schedule);
    if (!stands) return refuse({ code: 'not-allowed', message: `${schedule.setBy.name}, who set the time, may no longer publish.` });
    const published = await publishWithin(tx, editor, schedule, now, true);
    if (!published.ok) return published;
    await tx.update(schedules).set({ state: 'published', settledAt: now, release: published.value.release }).where(eq(schedules.id, id));
    return accept(published.value);
  });
  // Set inside the transaction above, which TypeScript cannot see.
  const taken = schedule as Schedule | null;
  if (taken === null) return null;
  const isOurs = outcome.ok || (await markFailed(db, mintFor(taken), taken, outcome.refusal, now));
  if (!isOurs) return null;
  return outcome.ok && outcome.value === null ? null : { schedule: taken, outcome: outcome as Settled['outcome'] };
}

async function takeDue(tx: Transaction, id: string): Promise<Schedule | null> {
  const [row] = await tx.select().from(schedules).where(and(eq(schedules.id, id), eq(schedules.state, 'waiting'))).for('update');
  return row ? toSchedule(row) : null;
}

/** The right of whoever set the time is asked for again when it has come. */
async function mayStillPublish(tx: Transaction, { setBy }: Schedule): Promise<boolean> {
  if (isSystemId(setBy.id)) return true;
  const role = await findStandingRole(tx, setBy.id);
  return role === 'reviewer' || role === 'admin';
}

/** False where another instance has marked it already. */
async function markFailed(db: Database, editor: Editor, { id, changesetId, dueAt }: Schedule, { code, message }: Refusal, now: Date): Promise<boolean> {
  const told = await writeLedger<boolean, Refusal>(db, async (tx) => {
    const marked = await tx.update(schedules).set({ state: 'failed', settledAt: now, failure: { code, message } })
      .where(and(eq(schedules.id, id), eq(schedules.state, 'waiting'))).returning({ id: schedules.id });
    if (marked.length === 0) return accept(false);
    await recordAudit(tx, editor, [
      { action: 'fail-schedule', subject: 'changeset', subjectId: changesetId, revision: null, changesetId, before: { dueAt }, after: { code, message } },
    ], now);
    return accept(true);
  });
  return told.ok && told.value;
}
