import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { SkipLink } from '@/components/layout/skip-link';
import { wordsOf } from '@/lib/words';
import '../globals.css';

// The referrer policy is same-origin, not none: with none a browser sends `Origin: null` with our own forms, which the guard refuses.
export const metadata: Metadata = {
  title: { default: 'Editors’ desk', template: '%s · Editors’ desk · Frontier Ledger' },
  robots: { index: false, follow: false },
  referrer: 'same-origin',
};

/** A layout is no lock: each page of the desk asks requireEditor itself. */
export default function DeskLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" dir="ltr">
      <body className="group/desk min-h-dvh bg-paper font-sans text-ink antialiased">
        <SkipLink words={wordsOf('en')} />
        <header className="border-b border-rule">
          <div className="mx-auto flex max-w-5xl flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-4 group-has-data-wide/desk:max-w-[100rem] sm:px-5">
            {/* Plain links: the readers' pages have a root layout of their own, so a soft navigation is not possible anyway. */}
            <a href="/" className="font-serif text-xl font-semibold">
              Frontier Ledger
            </a>
            <span className="text-sm text-muted">Editors’ desk</span>
          </div>
        </header>
        {/* A page that needs the width, such as a grid, has an element with `data-wide`. */}
        <main id="content" tabIndex={-1} className="mx-auto max-w-5xl px-4 py-6 outline-none group-has-data-wide/desk:max-w-[100rem] sm:px-5 sm:py-10">{children}</main>
      </body>
    </html>
  );
}
