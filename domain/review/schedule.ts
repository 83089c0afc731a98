// A changeset can be published at a set time: once, whole or not at all, and what fails is said with its reason.

export type ScheduleState = 'waiting' | 'published' | 'failed' | 'cancelled';

/** Why it was not published at its time, in the words of the refusal. */
export interface ScheduleFailure {
  readonly code: string;
  readonly message: string;
}

/** Sooner than this it is published by hand; later than that nobody will remember. */
const SOONEST_MS = 30_000;
const LATEST_MS = 366 * 24 * 3_600_000;

/** Why something may not be set to be published at `due`, or null if it may. */
export function refuseTime(due: Date, now: Date): string | null {
  const ahead = due.getTime() - now.getTime();
  if (Number.isNaN(ahead)) return 'Give a day and a time.';
  if (ahead < SOONEST_MS) return 'This time is past or less than half a minute ahead. Choose a later one, or publish now.';
  return ahead > LATEST_MS ? 'This is more than a year ahead. Choose an earlier time.' : null;
}
