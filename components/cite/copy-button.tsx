'use client';

import { useEffect, useState } from 'react';
import { QUIET_BUTTON } from '@/components/ui/button-look';
import { copyText } from './clipboard';

interface CopyButtonProps {
  readonly text: string;
  /** The same with its italics, for programs that keep them. */
  readonly html?: string;
  /** What is copied, for those who do not see where the button stands: `APA reference`. */
  readonly what: string;
}

/** How long in ms it says that it has copied. */
const SAID = 4_000;

/** Copies a text and says that it did. Unseen without JavaScript: the text can be selected by hand. */
export function CopyButton({ text, html, what }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = window.setTimeout(() => setSaid(''), SAID);
    return () => window.clearTimeout(timer);
  }, [said]);
  const copy = (): void => {
    void copyText(text, html ?? null).then((isCopied) => setSaid(isCopied ? 'Copied' : 'Not allowed here: select the text'));
  };
  return (
    <span className="hidden items-center gap-3 in-[[data-js]]:inline-flex print:hidden">
      <button type="button" onClick={copy} className={QUIET_BUTTON}>
        Copy<span className="visually-hidden"> {what}</span>
      </button>
      <span role="status" className="text-sm font-medium text-accent-strong">{said}</span>
    </span>
  );
}
