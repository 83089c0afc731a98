import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import { refuseTime } from '../../domain/review/schedule';
import type { Database } from '../client';
import { findWaitingSchedule } from '../queries/find-schedules';
import { schedules } from '../schema/index';
import { requireStep, type StateRefusal } from './changeset-step';
import { writeLedger } from './ledger-transaction';
import { recordAudit } from './record-audit';

export interface ScheduleInput {
  readonly changesetId: string;
  readonly title: string;
  readonly note: string;
  readonly dueAt: Date;
}

/**
 * Sets an approved changeset to be published at a time; where it waits for one already, that is changed. Refuses what requireStep refuses
 * for publishing, `title-missing`, and `time` for one that is past, too soon or too far.
 */
export async function schedulePublishing(
  db: Database, editor: Editor, { changesetId, title, note, dueAt }: ScheduleInput, now: Date,
): Promise<Outcome<{ scheduleId: string }, Refusal | StateRefusal>> {
  if (title.trim() === '') return refuse({ code: 'title-missing', message: 'Give the release a title: readers see it.' });
  const badTime = refuseTime(dueAt, now);
  if (badTime !== null) return refuse({ code: 'time', message: badTime });
  return writeLedger<{ scheduleId: string }, Refusal | StateRefusal>(db, async (tx) => {
    const step = await requireStep(tx, editor, changesetId, 'publish');
    if (!step.ok) return step;
    const waiting = await findWaitingSchedule(tx, changesetId);
    const words = { title: title.trim(), note, dueAt, setById: editor.id, setByName: editor.name, setAt: now };
    const scheduleId = waiting?.id ?? randomUUID();
    if (waiting === null) await tx.insert(schedules).values({ id: scheduleId, changesetId, state: 'waiting', ...words });
    else await tx.update(schedules).set(words).where(eq(schedules.id, scheduleId));
    const before = waiting && { title: waiting.title, note: waiting.note, dueAt: waiting.dueAt };
    await recordAudit(tx, editor, [
      { action: 'schedule-publishing', subject: 'changeset', subjectId: changesetId, revision: null, changesetId, before, after: { title: words.title, note, dueAt } },
    ], now);
    return accept({ scheduleId });
  });
}

/** Takes back what was to be published at a time. Refuses what requireStep refuses for an edit, and `nothing-scheduled`. */
export async function cancelSchedule(
  db: Database, editor: Editor, { changesetId }: { readonly changesetId: string }, now: Date,
): Promise<Outcome<null, Refusal | StateRefusal>> {
  return writeLedger<null, Refusal | StateRefusal>(db, async (tx) => {
    const step = await requireStep(tx, editor, changesetId, 'edit');
    if (!step.ok) return step;
    const cancelled = await tx.update(schedules).set({ state: 'cancelled', settledAt: now })
      .where(and(eq(schedules.changesetId, changesetId), eq(schedules.state, 'waiting'))).returning({ id: schedules.id, dueAt: schedules.dueAt });
    const [schedule] = cancelled;
    if (!schedule) return refuse({ code: 'nothing-scheduled', message: 'Nothing is set to be published: it may have been published or taken back meanwhile.' });
    await recordAudit(tx, editor, [
      { action: 'cancel-schedule', subject: 'changeset', subjectId: changesetId, revision: null, changesetId, before: { dueAt: schedule.dueAt }, after: null },
    ], now);
    return accept(null);
  });
}
