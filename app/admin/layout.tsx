import type { Metadata } from 'next';
import type { ReactNode } from 'react';
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
      <body className="min-h-dvh bg-paper font-sans text-ink antialiased">
        <header className="border-b border-rule">
          <div className="mx-auto flex max-w-5xl flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-5 py-4">
            {/* Plain links: the readers' pages have a root layout of their own, so a soft navigation is not possible anyway. */}
            <a href="/" className="font-serif text-xl font-semibold">
              Frontier Ledger
            </a>
            <span className="text-sm text-muted">Editors’ desk</span>
          </div>
        </header>
        <main className="mx-auto max-w-5xl px-5 py-10">{children}</main>
      </body>
    </html>
  );
}
