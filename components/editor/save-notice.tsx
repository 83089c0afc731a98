'use client';

import { ProblemText } from './problem-text';
import { StaleVersions } from './stale-versions';
import type { SaveRows } from './use-save-rows';

/** What kept a save from happening and how to go on; the comparison where a colleague was quicker. Place it beside the button that saves. */
export function SaveNotice({ saving }: { readonly saving: SaveRows }) {
  const { problem, troubles, stale } = saving;
  const general = troubles.filter(({ field }) => field === null);
  return (
    <>
      {problem !== null && (
        <ProblemText problem={problem}>
          {general.length > 0 && (
            <ul className="mt-1 list-disc ps-5 text-sm">
              {general.map(({ id, message }) => <li key={`${id} ${message}`}>{message}</li>)}
            </ul>
          )}
        </ProblemText>
      )}
      {stale !== null && (
        <StaleVersions
          stale={stale} isSaving={saving.isSaving} onKeepMine={() => void saving.keepMine()} onTakeTheirs={saving.takeTheirs} onClose={saving.dismiss}
        />
      )}
    </>
  );
}
