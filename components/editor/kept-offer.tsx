'use client';

import { SMALL_BUTTON } from './buttons';
import type { Kept } from './use-kept';

/** Offers what was typed here and not saved; nothing is taken or thrown away unasked. */
export function KeptOffer({ kept }: { readonly kept: Pick<Kept<unknown>, 'found' | 'take' | 'drop'> }) {
  if (kept.found === null) return null;
  return (
    <div role="status" className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 border-s-4 border-rule-strong bg-sunk px-4 py-3">
      <p>You typed something here on {labelMoment(kept.found.at)} and did not save it.</p>
      <span className="flex flex-wrap gap-2">
        <button type="button" className={SMALL_BUTTON} onClick={kept.take}>Take it</button>
        <button type="button" className={SMALL_BUTTON} onClick={kept.drop}>Throw it away</button>
      </span>
    </div>
  );
}

/** `22 Nov at 15:20`, in the time of whoever typed it. */
function labelMoment(at: Date): string {
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
  return `${day} at ${at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
}
