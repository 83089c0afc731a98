'use client';

import { useState, type FormEvent } from 'react';
import { copyText } from '@/components/cite/clipboard';
import { SMALL_BUTTON } from '@/components/editor/buttons';
import { postJson } from '@/components/editor/post-json';

const SPANS = [[24, 'one day'], [72, 'three days'], [168, 'a week'], [744, 'a month']] as const;

/** Makes a link to the site as it will be. The link is shown this once: only its hash is stored. */
export function PreviewLinkForm({ changesetId }: { readonly changesetId: string }) {
  const [hours, setHours] = useState('72');
  const [made, setMade] = useState<string | null>(null);
  const [isCopied, setCopied] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    const posted = await postJson<{ readonly url: string }>(`/api/admin/changesets/${changesetId}/preview-links`, { hours: Number(hours) });
    if (posted.ok) setMade(posted.data.url);
    else setProblem(posted.problem.title);
  }

  if (made !== null) {
    return (
      <div role="status" className="border-s-4 border-rule-strong bg-sunk px-4 py-3">
        <p className="mb-2">Copy the link now: it is not shown again. Whoever has it can look until it ends.</p>
        <p className="flex flex-wrap items-center gap-3">
          <a href={made} target="_blank" rel="noreferrer" dir="ltr" className="[overflow-wrap:anywhere]">{made}</a>
          <button type="button" className={SMALL_BUTTON} onClick={() => void copyText(made, null).then(setCopied)}>{isCopied ? 'Copied' : 'Copy the link'}</button>
        </p>
        <p className="mt-2 text-sm"><a href="">Show all links</a></p>
      </div>
    );
  }
  return (
    <form onSubmit={send} className="flex flex-wrap items-center gap-3">
      <label className="inline-flex items-center gap-2">
        Good for
        <select value={hours} onChange={(event) => setHours(event.target.value)} className="min-h-9 border border-rule-strong bg-raised px-2">
          {SPANS.map(([value, text]) => <option key={value} value={value}>{text}</option>)}
        </select>
      </label>
      <button type="submit" className={SMALL_BUTTON}>Make a link</button>
      {problem !== null && <p role="alert" className="w-full text-sm text-accent">{problem}</p>}
    </form>
  );
}
