import type { Metadata, Viewport } from 'next';
import { preload } from 'react-dom';
import plexSans from '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wdth-normal.woff2';
import newsreader from '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2';
import naskh from '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2';
import { LanguageOffer } from '@/components/language/language-offer';
import { LanguageSwitch, TranslationNotice } from '@/components/language/language-switch';
import { FeedLinks } from '@/components/layout/feed-links';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { SkipLink } from '@/components/layout/skip-link';
import { THEME_SCRIPT } from '@/components/layout/theme-script';
import { WordsProvider } from '@/components/words/words';
import { BROWSER_MESSAGES } from '@/lib/browser-messages';
import { env } from '@/lib/env';
import { writeAddress } from '@/lib/inputs/address';
import { joinLanguage } from '@/lib/inputs/language-path';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf, siteLinks } from '@/lib/inputs/site-links';
import { messagesFor } from '@/lib/words';
import { digitsChoices, languageOffers } from './_parts/language-choices';
import '@/app/globals.css';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf8f1' },
    { media: '(prefers-color-scheme: dark)', color: '#14161a' },
  ],
};

export async function generateMetadata({ params }: LayoutProps<'/r/[release]/[lang]/[view]'>): Promise<Metadata> {
  const { words } = readInternalParams(await params);
  return {
    metadataBase: new URL(env().siteUrl),
    title: { default: 'Frontier Ledger', template: '%s · Frontier Ledger' },
    description: words.say('layout.description'),
  };
}

export default async function SiteLayout({ children, params }: LayoutProps<'/r/[release]/[lang]/[view]'>) {
  const { release, lang, view, words } = readInternalParams(await params);
  const address = (path: string): string => writeAddress(path, { theme: view.theme }, pinOf(view, release));
  const isRightToLeft = words.direction === 'rtl';
  const choices = languageOffers(view, release);
  const english = choices.find(({ language }) => language === 'en');
  for (const font of [isRightToLeft ? naskh : newsreader, plexSans]) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return (
    <html lang={lang} dir={words.direction} data-theme={view.theme ?? undefined} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
        <FeedLinks path={joinLanguage(lang, '/releases')} title={words.say('layout.feeds.releases')} />
        <FeedLinks path={joinLanguage(lang, '/corrections')} title={words.say('layout.feeds.corrections')} />
      </head>
      <body>
        <WordsProvider language={lang} digits={words.digits} messages={messagesFor(lang, BROWSER_MESSAGES)}>
          <SkipLink words={words} />
          <SiteHeader
            release={release} homeHref={address('/')} links={siteLinks(view, release, words)} releaseHref={address(`/releases/${release}`)} searchHref={address('/search')} view={view} words={words}
            languages={<LanguageSwitch choices={choices.map(({ language, name, query }) => ({ language, name, query }))} digits={digitsChoices(view, release)} siteUrl={env().siteUrl} />}
          />
          {lang !== 'en' && english && <TranslationNotice english={{ language: 'en', name: english.name, query: english.query }} />}
          <main id="content" tabIndex={-1} className="mx-auto max-w-6xl px-4 outline-none sm:px-6">
            {children}
          </main>
          <SiteFooter
            release={release}
            releaseHref={address(`/releases/${release}`)}
            correctionsHref={address('/corrections')}
            sourcesHref={address('/sources')}
            words={words}
          />
          <LanguageOffer language={lang} offers={choices.filter(({ language }) => language !== lang)} />
        </WordsProvider>
      </body>
    </html>
  );
}
