import type { ReactNode } from 'react';
import { SearchField } from '@/components/search/search-field';
import type { Words } from '@/domain/words';
import type { View } from '@/lib/inputs/view';
import { ThemeControl } from './theme-control';

interface SiteHeaderProps {
  readonly release: number;
  /** Written addresses, so that a pinned reader stays in his release. */
  readonly links: readonly { readonly label: string; readonly href: string }[];
  readonly homeHref: string;
  readonly releaseHref: string;
  /** The page of search, for screens too narrow for its field. */
  readonly searchHref: string;
  readonly view: Pick<View, 'pinned' | 'theme' | 'digits'>;
  /** The other languages. */
  readonly languages: ReactNode;
  readonly words: Words;
}

export function SiteHeader({ release, links, homeHref, releaseHref, searchHref, view, languages, words }: SiteHeaderProps) {
  return (
    <header className="border-b border-rule-strong">
      <div className="mx-auto max-w-6xl px-4 sm:px-6">
        <div className="flex items-end justify-between gap-x-4 border-b border-rule py-3">
          <a href={homeHref} className="group font-serif text-[1.375rem] leading-none font-semibold tracking-tight no-underline sm:text-2xl" lang={words.language === 'en' ? undefined : 'en'} dir={words.language === 'en' ? undefined : 'ltr'}>
            Frontier <span className="border-b-[3px] border-double border-accent">Ledger</span>
          </a>
          <div className="flex min-w-0 items-center gap-3 text-xs text-muted">
            <div className="hidden w-56 sm:block lg:w-72"><SearchField release={release} pinned={view.pinned} theme={view.theme} digits={view.digits} /></div>
            <a href={searchHref} data-search-page aria-label={words.say('search.field.label')} className="inline-flex size-8 items-center justify-center rounded-sm border border-rule no-underline hover:border-ink hover:text-ink sm:hidden">
              <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 fill-none stroke-current" strokeWidth="1.6" strokeLinecap="round"><circle cx="6.75" cy="6.75" r="4.5" /><path d="m10.25 10.25 4 4" /></svg>
            </a>
            <a href={releaseHref} className="inline-flex min-h-8 items-center whitespace-nowrap">{words.say('layout.release', { release: words.ordinal(release) })}</a>
            <ThemeControl />
          </div>
        </div>
        <div className="flex flex-wrap justify-between gap-x-6">
          <nav aria-label={words.say('layout.mainNavigation')} className="-mx-2 flex flex-wrap gap-x-1 py-1 text-sm">
            {links.map((link) => (
              <a key={link.href} href={link.href} className="inline-flex min-h-9 items-center px-2 no-underline decoration-accent hover:underline">
                {link.label}
              </a>
            ))}
          </nav>
          {languages}
        </div>
      </div>
    </header>
  );
}
