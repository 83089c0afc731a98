'use client';

import { useEffect, useRef, useState } from 'react';
import { MAIN_BUTTON, SMALL_BUTTON } from '@/components/editor/buttons';
import { KeptOffer } from '@/components/editor/kept-offer';
import { postJson, type Problem } from '@/components/editor/post-json';
import { useKept } from '@/components/editor/use-kept';

interface DecideProps {
  readonly person: string;
  readonly changesetId: string;
  /** What the page shows: an approval is of that. */
  readonly seen: { readonly hash: string; readonly seq: number };
  /** Why it may not be approved by this person now, or null. */
  readonly notApproved: string | null;
  readonly maySendBack: boolean;
}

interface ChangeSince {
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly kind: string;
  readonly id: string;
}

/** Approve what is shown here, or send it back with a comment. */
export function Decide({ person, changesetId, seen, notApproved, maySendBack }: DecideProps) {
  const comment = useKept(person, `send-back:${changesetId}`, '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);
  const alert = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (problem !== null) alert.current?.focus();
  }, [problem]);

  async function send(verb: string, body: unknown, done?: () => void) {
    setSending(true);
    setProblem(null);
    const posted = await postJson(`/api/admin/changesets/${changesetId}/${verb}`, body);
    if (posted.ok) {
      done?.();
      return window.location.assign(posted.location);
    }
    setProblem(posted.problem);
    setSending(false);
  }

  return (
    <div className="max-w-3xl">
      {problem !== null && (
        <div ref={alert} role="alert" tabIndex={-1} className="mb-6 border-s-4 border-accent bg-accent-wash px-4 py-3">
          <p>{problem.title}</p>
          {Array.isArray(problem.changes) && <ChangesSince changes={problem.changes as readonly ChangeSince[]} />}
          {problem.code === 'seen-stale' && <p className="mt-2"><a href="">Load the page anew</a></p>}
          {problem.code === 'signed-out' && <p className="mt-2"><a href={problem.location} target="_blank" rel="noreferrer">Sign in in another tab</a>, then try again here.</p>}
        </div>
      )}
      {notApproved === null
        ? (
          <div className="mb-8">
            <button type="button" disabled={isSending} className={MAIN_BUTTON} onClick={() => void send('approve', seen)}>Approve what is shown here</button>
            <p className="mt-2 text-sm text-muted">Any change after this voids the approval. Nothing is published yet: that is the next page.</p>
          </div>
        )
        : <p className="mb-8">{notApproved}</p>}
      {maySendBack && (
        <form onSubmit={(event) => { event.preventDefault(); void send('send-back', { comment: comment.value }, comment.forget); }}>
          <KeptOffer kept={comment} />
          <label htmlFor="send-back" className="mb-1.5 block font-medium">Or send it back with a comment</label>
          <textarea
            id="send-back" rows={3} required maxLength={4000} value={comment.value} onChange={(event) => comment.set(event.target.value)}
            className="block w-full border border-rule-strong bg-raised px-3 py-2"
          />
          <button type="submit" disabled={isSending} className={`${SMALL_BUTTON} mt-2`}>Send back</button>
        </form>
      )}
    </div>
  );
}

const DONE: Readonly<Record<string, string>> = { 'draft-row': 'changed', 'discard-draft': 'threw away' };

function ChangesSince({ changes }: { readonly changes: readonly ChangeSince[] }) {
  if (changes.length === 0) return null;
  return (
    <ul className="mt-2 list-disc ps-5">
      {changes.map(({ at, by, action, kind, id }) => (
        <li key={`${at} ${kind} ${id} ${action}`} className="[overflow-wrap:anywhere]">{by} {DONE[action] ?? action} the {kind} {id} at <time dateTime={at}>{at.slice(11, 16)} UTC</time></li>
      ))}
    </ul>
  );
}
