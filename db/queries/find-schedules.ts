import { and, asc, desc, eq, getTableColumns, inArray, lte, type SQL } from 'drizzle-orm';
import type { ScheduleFailure, ScheduleState } from '../../domain/review/schedule';
import type { Database } from '../client';
import { changesets, schedules } from '../schema/index';

/** A changeset to be published at a set time; instants are ISO texts. */
export interface Schedule {
  readonly id: string;
  readonly changesetId: string;
  readonly title: string;
  readonly note: string;
  readonly dueAt: string;
  readonly state: ScheduleState;
  readonly setBy: { readonly id: string; readonly name: string };
  readonly setAt: string;
  readonly settledAt: string | null;
  readonly release: number | null;
  readonly failure: ScheduleFailure | null;
}

/** The schedules of a changeset, newest first. */
export async function findSchedules(db: Database, changesetId: string): Promise<Schedule[]> {
  return (await select(db, eq(schedules.changesetId, changesetId))).toSorted((a, b) => (a.setAt < b.setAt ? 1 : -1));
}

/** The one that is still waiting, or null. */
export async function findWaitingSchedule(db: Database, changesetId: string): Promise<Schedule | null> {
  const [waiting] = await select(db, and(eq(schedules.changesetId, changesetId), eq(schedules.state, 'waiting')));
  return waiting ?? null;
}

/** What is to come and what failed in changesets that are still open, latest first, 50 at most: for the desk's overview. */
export async function findOpenSchedules(db: Database): Promise<Schedule[]> {
  const isOpen = inArray(schedules.changesetId, db.select({ id: changesets.id }).from(changesets).where(inArray(changesets.state, ['draft', 'in-review', 'approved'])));
  return select(db, and(inArray(schedules.state, ['waiting', 'failed']), isOpen), [desc(schedules.dueAt)], 50);
}

/** The id of the schedule that is due first, or null when none is due. */
export async function findDue(db: Database, now: Date): Promise<string | null> {
  const [due] = await select(db, and(eq(schedules.state, 'waiting'), lte(schedules.dueAt, now)), [asc(schedules.dueAt), asc(schedules.id)], 1);
  return due?.id ?? null;
}

async function select(db: Database, where: SQL | undefined, orderBy: readonly SQL[] = [desc(schedules.setAt)], limit = 200): Promise<Schedule[]> {
  const rows = await db.select(getTableColumns(schedules)).from(schedules).where(where).orderBy(...orderBy).limit(limit);
  return rows.map(toSchedule);
}

export function toSchedule(row: typeof schedules.$inferSelect): Schedule {
  const { setById, setByName, dueAt, setAt, settledAt, ...rest } = row;
  return { ...rest, dueAt: dueAt.toISOString(), setBy: { id: setById, name: setByName }, setAt: setAt.toISOString(), settledAt: settledAt?.toISOString() ?? null };
}
