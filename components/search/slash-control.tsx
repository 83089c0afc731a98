'use client';

import { useSyncExternalStore } from 'react';
import { chooseSlash, isSlashOn } from './slash-choice';

const listeners = new Set<() => void>();

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Switches the slash key on or off for this browser. */
export function SlashControl() {
  const isOn = useSyncExternalStore(subscribe, isSlashOn, () => true);
  return (
    <label className="hidden min-h-8 items-center gap-2 text-sm text-muted in-[[data-js]]:sm:inline-flex">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => {
          chooseSlash(currentTarget.checked);
          for (const changed of listeners) changed();
        }}
        className="size-4 accent-accent"
      />
      <span>The key <kbd className="rounded-sm border border-faint px-1.5 font-sans">/</kbd> goes to the search field on every page</span>
    </label>
  );
}
