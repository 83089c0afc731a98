import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-heading';
import { THEME_SCRIPT } from '@/components/layout/theme-script';
import './globals.css';

export const metadata: Metadata = { title: 'Nothing at this address · Frontier Ledger' };

/** For addresses that no page and no route handler has; those of the public site end at their own page before this. */
export default function GlobalNotFound() {
  return (
    <html lang="en" dir="ltr" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <main className="mx-auto max-w-6xl px-4 sm:px-6">
          <PageHeading title="Nothing at this address">
            <p>It may have been mistyped. <a href="/">To the overview</a></p>
          </PageHeading>
        </main>
      </body>
    </html>
  );
}
