'use client';

import { useState } from 'react';
import { QUIET_BUTTON } from '@/components/ui/button-look';
import { copyPicture, type PictureOutcome } from './copy-picture';

interface CopyPictureButtonProps {
  readonly light: string;
  readonly dark: string;
  readonly fileName: string;
}

const SAID: Record<PictureOutcome, string> = {
  copied: 'Copied: paste it where you need it.',
  saved: 'This browser does not copy pictures. It was saved as a file.',
};

/** Copies the chart as the reader sees it, light or dark, at double size. Unseen without JavaScript: the files stand beside it. */
export function CopyPictureButton({ light, dark, fileName }: CopyPictureButtonProps) {
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const copy = (): void => {
    if (isBusy) return;
    setBusy(true);
    setSaid('Drawing the picture…');
    copyPicture(isDark() ? dark : light, fileName)
      .then((outcome) => setSaid(SAID[outcome]), () => setSaid('The picture could not be had. Try again when the network is back.'))
      .finally(() => setBusy(false));
  };
  return (
    <span className="hidden flex-wrap items-center gap-x-4 gap-y-1 in-[[data-js]]:inline-flex">
      <button type="button" onClick={copy} aria-disabled={isBusy} className={QUIET_BUTTON}>Copy as picture</button>
      <span role="status" className="text-sm font-medium text-accent-strong">{said}</span>
    </span>
  );
}

/** What the reader has before him: his own choice, else the system's. */
function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme === undefined ? window.matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
}
