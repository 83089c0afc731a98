'use client';

import { type ReactNode, useSyncExternalStore } from 'react';
import { chooseSlash, isSlashOn } from './slash-choice';

const listeners = new Set<() => void>();

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Switches the slash key on or off for this browser. */
export function SlashControl({ children }: { readonly children: ReactNode }) {
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
      <span>{children}</span>
    </label>
  );
}
