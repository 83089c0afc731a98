import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { SkipLink } from '@/components/layout/skip-link';
import { wordsOf } from '@/lib/words';
import '../globals.css';

// The address itself is the key, so that it goes to nobody: no referrer, no search, no cache.
export const metadata: Metadata = {
  title: { default: 'Preview under embargo', template: '%s · Preview under embargo' },
  robots: { index: false, follow: false, nocache: true },
  referrer: 'no-referrer',
};
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default function PreviewLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" dir="ltr">
      <body>
        <SkipLink words={wordsOf('en')} />
        <main id="content" tabIndex={-1} className="mx-auto max-w-6xl px-4 pb-16 outline-none sm:px-6">{children}</main>
      </body>
    </html>
  );
}
