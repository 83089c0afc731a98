'use client';

import { useEffect, useRef } from 'react';
import { changesetPath } from '@/lib/inputs/desk-links';
import type { Problem } from './post-json';
import { StaleVersions } from './stale-versions';
import type { SaveRows } from './use-save-rows';

/** What kept a save from happening and how to go on; the comparison where a colleague was quicker. Place it beside the button that saves. */
export function SaveNotice({ saving }: { readonly saving: SaveRows }) {
  const { problem, troubles, stale } = saving;
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (problem !== null) place.current?.focus();
  }, [problem]);

  const general = troubles.filter(({ field }) => field === null);
  return (
    <>
      {problem !== null && (
        <div ref={place} role="alert" tabIndex={-1} className="border-s-4 border-accent bg-accent-wash px-4 py-3">
          <p>{problem.title} <GoOn problem={problem} /></p>
          {general.length > 0 && (
            <ul className="mt-1 list-disc ps-5 text-sm">
              {general.map(({ id, message }) => <li key={`${id} ${message}`}>{message}</li>)}
            </ul>
          )}
        </div>
      )}
      {stale !== null && (
        <StaleVersions
          stale={stale} isSaving={saving.isSaving} onKeepMine={() => void saving.keepMine()} onTakeTheirs={saving.takeTheirs} onClose={saving.dismiss}
        />
      )}
    </>
  );
}

/** Where the way goes on after a refusal. */
function GoOn({ problem }: { readonly problem: Problem }) {
  if (problem.code === 'signed-out') {
    return <><a href={problem.location ?? '/admin/sign-in'} target="_blank" rel="noopener">Sign in in another tab</a>, come back and save again: what you typed stays here.</>;
  }
  if (problem.code === 'second-factor-missing') return <a href="/admin/second-factor" target="_blank" rel="noopener">Give it in another tab</a>;
  if (problem.code === 'held-by-changeset' && typeof problem.changesetId === 'string') {
    return <a href={changesetPath(problem.changesetId)}>Open {typeof problem.changesetName === 'string' ? `“${problem.changesetName}”` : 'that changeset'}</a>;
  }
  return null;
}
