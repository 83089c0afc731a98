'use client';

import { useRef, useState, type ComponentType } from 'react';
import type { EmbedDialogProps } from './embed-dialog';
import type { EmbedSectionProps } from './embed-section';

/** Opens the dialog, which is loaded when it is about to be wanted. Unseen without JavaScript: the codes below then stand open to everyone. */
export function EmbedButton(props: EmbedSectionProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [Dialog, setDialog] = useState<ComponentType<EmbedDialogProps> | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const load = (): void => {
    if (Dialog !== null) return;
    import('./embed-dialog').then(({ EmbedDialog }) => { setDialog(() => EmbedDialog); setFailed(false); }, () => setFailed(true));
  };
  return (
    <>
      <button
        ref={trigger} type="button" aria-haspopup="dialog" onPointerEnter={load} onFocus={load}
        onClick={() => { load(); setOpen(true); }}
        className="mt-5 hidden min-h-11 items-center rounded-sm border border-ink bg-ink px-6 font-medium text-paper hover:border-accent hover:bg-accent in-[[data-js]]:inline-flex"
      >
        Embed this chart
      </button>
      {isOpen && hasFailed && <p role="alert" className="mt-2 text-sm text-accent">The dialog could not be loaded. Try again when the network is back.</p>}
      {Dialog !== null && <Dialog {...props} isOpen={isOpen} onOpenChange={setOpen} trigger={trigger} />}
    </>
  );
}
