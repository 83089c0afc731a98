'use client';

import { useEffect, useRef, useState, type FormEvent } from 'react';
import { MAIN_BUTTON } from '@/components/editor/buttons';
import { KeptOffer } from '@/components/editor/kept-offer';
import { postJson, type Problem } from '@/components/editor/post-json';
import { useKept } from '@/components/editor/use-kept';
import { ProblemNotice } from './problem-notice';

interface PublishFormProps {
  readonly person: string;
  readonly changesetId: string;
  /** What the note says before anybody touched it. */
  readonly start: { readonly title: string; readonly note: string };
  /** The time it is set to, as an ISO instant, or null. */
  readonly dueAt: string | null;
  /** A reviewer publishes his own: readers are told why. */
  readonly isEmergency: boolean;
}

interface Words {
  readonly title: string;
  readonly note: string;
  readonly reason: string;
  /** As the field has it, in the time of whoever types it; empty for now. */
  readonly at: string;
}

/** Title and note of the release, and when: now, or at a set time. What is typed is kept in the browser until it is published. */
export function PublishForm({ person, changesetId, start, dueAt, isEmergency }: PublishFormProps) {
  const words = useKept<Words>(person, `publish:${changesetId}`, { ...start, reason: '', at: '' });
  const [isLater, setLater] = useState(dueAt !== null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);
  const { title, note, reason, at } = words.value;
  const change = (more: Partial<Words>) => words.set((before) => ({ ...before, ...more }));

  // The time is shown in the zone of the browser, which the server does not know.
  const shownAt = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (dueAt !== null && shownAt.current !== null && shownAt.current.value === '') shownAt.current.value = fieldTime(new Date(dueAt));
  }, [dueAt, isLater]);

  async function send(event: FormEvent) {
    event.preventDefault();
    setSending(true);
    setProblem(null);
    const typed = at === '' ? (shownAt.current?.value ?? '') : at;
    const posted = isLater
      ? await postJson(`/api/admin/changesets/${changesetId}/schedule`, { title, note, dueAt: instantOf(typed) })
      : await postJson(`/api/admin/changesets/${changesetId}/publish`, { title, note, ...(isEmergency && { emergencyReason: reason }) });
    if (posted.ok) {
      words.forget();
      window.location.assign(posted.location);
      return;
    }
    // The password once more: what was typed waits in the browser meanwhile.
    if (posted.problem.code === 'confirm-first' && posted.problem.location !== undefined) return window.location.assign(posted.problem.location);
    setProblem(posted.problem);
    setSending(false);
  }

  return (
    <form onSubmit={send} className="max-w-3xl">
      <ProblemNotice problem={problem} />
      <KeptOffer kept={words} />
      <label htmlFor="title" className="mb-1.5 block font-medium">Title of the release</label>
      <input id="title" required maxLength={200} value={title} onChange={(event) => change({ title: event.target.value })} className={FIELD} />
      <label htmlFor="note" className="mt-5 mb-1.5 block font-medium">Release note</label>
      <textarea id="note" rows={6} maxLength={10_000} value={note} onChange={(event) => change({ note: event.target.value })} aria-describedby="note-hint" className={FIELD} />
      <p id="note-hint" className="mt-1 text-sm text-muted">Readers see it on the release, in the list of releases and in the feed.</p>
      {isEmergency ? (
        <>
          <label htmlFor="reason" className="mt-5 mb-1.5 block font-medium">Why it cannot wait for a second person</label>
          <textarea id="reason" rows={2} required maxLength={1000} value={reason} onChange={(event) => change({ reason: event.target.value })} aria-describedby="reason-hint" className={FIELD} />
          <p id="reason-hint" className="mt-1 text-sm text-muted">Readers see this beside the release until a second person has approved it.</p>
        </>
      ) : (
        <fieldset className="mt-5">
          <legend className="mb-1.5 font-medium">When</legend>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <label className="inline-flex min-h-9 items-center gap-2"><input type="radio" name="when" checked={!isLater} onChange={() => setLater(false)} /> Now</label>
            <label className="inline-flex min-h-9 items-center gap-2"><input type="radio" name="when" checked={isLater} onChange={() => setLater(true)} /> At a set time</label>
            {isLater && (
              <label className="inline-flex items-center gap-2">
                <span className="sr-only">Day and time</span>
                <input ref={shownAt} type="datetime-local" required defaultValue={at} onChange={(event) => change({ at: event.target.value })} className="min-h-9 border border-rule-strong bg-raised px-2" />
                <span className="text-sm text-muted">in the time of this computer</span>
              </label>
            )}
          </div>
        </fieldset>
      )}
      <button type="submit" disabled={isSending} className={`${MAIN_BUTTON} mt-6`}>{isSending ? 'One moment…' : label(isLater, dueAt, isEmergency)}</button>
    </form>
  );
}

const FIELD = 'block w-full border border-rule-strong bg-raised px-3 py-2';

function label(isLater: boolean, dueAt: string | null, isEmergency: boolean): string {
  if (isEmergency) return 'Publish in an emergency';
  if (!isLater) return 'Publish now';
  return dueAt === null ? 'Publish at this time' : 'Change title, note and time';
}

/** `2026-11-22T15:20` in the zone of the browser. */
function fieldTime(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function instantOf(typed: string): string {
  const at = new Date(typed);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString();
}

