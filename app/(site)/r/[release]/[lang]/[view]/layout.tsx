import type { Metadata, Viewport } from 'next';
import { preload } from 'react-dom';
import plexSans from '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wdth-normal.woff2';
import newsreader from '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2';
import { FeedLinks } from '@/components/layout/feed-links';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { SkipLink } from '@/components/layout/skip-link';
import { THEME_SCRIPT } from '@/components/layout/theme-script';
import { env } from '@/lib/env';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf, siteLinks } from '@/lib/inputs/site-links';
import '@/app/globals.css';

const RIGHT_TO_LEFT = new Set(['ur', 'ps', 'fa-AF']);

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf8f1' },
    { media: '(prefers-color-scheme: dark)', color: '#14161a' },
  ],
};

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(env().siteUrl),
    title: { default: 'Frontier Ledger', template: '%s · Frontier Ledger' },
    description: 'Open figures on violence and border closures along the Pakistan-Afghanistan frontier, every number with its source.',
  };
}

export default async function SiteLayout({ children, params }: LayoutProps<'/r/[release]/[lang]/[view]'>) {
  const { release, lang, view } = readInternalParams(await params);
  const address = (path: string): string => writeAddress(path, { theme: view.theme }, pinOf(view, release));
  for (const font of [newsreader, plexSans]) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return (
    <html lang={lang} dir={RIGHT_TO_LEFT.has(lang) ? 'rtl' : 'ltr'} data-theme={view.theme ?? undefined} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
        <FeedLinks path="/releases" title="Releases of Frontier Ledger" />
        <FeedLinks path="/corrections" title="Corrections of Frontier Ledger" />
      </head>
      <body>
        <SkipLink />
        <SiteHeader release={release} homeHref={address('/')} links={siteLinks(view, release)} releaseHref={address(`/releases/${release}`)} searchHref={address('/search')} view={view} />
        <main id="content" tabIndex={-1} className="mx-auto max-w-6xl px-4 outline-none sm:px-6">
          {children}
        </main>
        <SiteFooter
          release={release}
          releaseHref={address(`/releases/${release}`)}
          correctionsHref={address('/corrections')}
          sourcesHref={address('/sources')}
        />
      </body>
    </html>
  );
}
