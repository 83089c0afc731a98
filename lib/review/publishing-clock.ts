import { getDatabase } from '@/db/client';
import { publishDue, type MintFor } from '@/db/mutations/publish-due';
import { findNow } from '@/db/queries/find-now';
import { mintSystemEditor } from '@/lib/auth';

// What was set to be published at a time is published by whichever instance asks first; a server that was away does it when it is back.

const ASK_EVERY_MS = 2_000;

const shared = globalThis as { [key: symbol]: NodeJS.Timeout | undefined };
const KEY = Symbol.for('frontier-ledger.publishing-clock');

/** The clock publishes in the name of whoever set the time, and the audit says that it was the clock. */
export const clockOf: MintFor = ({ setBy }) => mintSystemEditor(`schedule of ${setBy.name}`);

/** Starts asking what is due, once a process. It keeps no process alive. */
export function startPublishingClock(): void {
  if (shared[KEY] !== undefined) return;
  let isAsking = false;
  let isBroken = false;
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      const db = await getDatabase();
      // By the database's clock: an instance whose own is ahead must not publish before the time.
      const publish = async () => publishDue(db, clockOf, await findNow(db));
      for (let settled = await publish(); settled !== null; settled = await publish()) {
        const { schedule: { id, changesetId }, outcome } = settled;
        console.info(JSON.stringify({ event: outcome.ok ? 'schedule-published' : 'schedule-failed', id, changesetId, ...(outcome.ok ? outcome.value : { code: outcome.refusal.code }) }));
      }
      isBroken = false;
    } catch (cause) {
      // It stays due and is tried again; one line tells of it, not one every two seconds.
      if (!isBroken) console.error(JSON.stringify({ event: 'schedule-broken', cause: String(cause) }));
      isBroken = true;
    } finally {
      isAsking = false;
    }
  };
  shared[KEY] = setInterval(() => void ask(), ASK_EVERY_MS).unref();
}
