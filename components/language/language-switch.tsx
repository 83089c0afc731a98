'use client';

import { useSelectedLayoutSegments } from 'next/navigation';
import type { MouseEvent } from 'react';
import { useWords } from '@/components/words/words';
import { joinLanguage } from '@/lib/inputs/language-path';
import { parseWordsSegment } from '@/lib/inputs/search';
import { rememberLanguage } from './language-choice';
import { addToQuery, type DigitsChoice, type LanguageChoice, pathOfSegments } from './language-links';

interface LanguageSwitchProps {
  readonly choices: readonly LanguageChoice[];
  /** Empty where the language has one kind of digits. */
  readonly digits: readonly DigitsChoice[];
  /** Public address of the site without a trailing slash. */
  readonly siteUrl: string;
}

/** This page in every language, each by its own name, and what search engines are told of them. Plain links, which work without JavaScript. */
export function LanguageSwitch({ choices, digits, siteUrl }: LanguageSwitchProps) {
  const words = useWords();
  const segments = useSelectedLayoutSegments();
  const path = pathOfSegments(segments);
  const sought = segments[0] === 'search' ? parseWordsSegment(segments[1] ?? '') : '';
  const at = ({ language, query }: Pick<LanguageChoice, 'language' | 'query'>): string => `${joinLanguage(language, path ?? '/')}${addToQuery(query, 'q', sought)}`;
  return (
    <div className="flex flex-wrap items-center gap-x-4 text-sm">
      {path !== null && choices.every(({ query }) => query === '') && (
        <>
          {choices.map((choice) => <link key={choice.language} rel="alternate" hrefLang={choice.language} href={`${siteUrl}${at(choice)}`} />)}
          {choices[0] && <link rel="alternate" hrefLang="x-default" href={`${siteUrl}${at(choices[0])}`} />}
        </>
      )}
      {digits.length > 0 && (
        <nav aria-label={words.say('language.digits.label')}>
          <ul className="flex gap-x-2">
            {digits.map((one) => (
              <li key={one.digits}>
                <a href={at({ language: words.language, query: one.query })} aria-current={one.isCurrent ? 'true' : undefined} onClick={keepQuery} data-digits={one.digits} className={LINK}>
                  <bdi>{one.sample}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <nav aria-label={words.say('language.choose')}>
        <ul className="flex gap-x-2">
          {choices.map((choice) => (
            <li key={choice.language}>
              <a
                href={at(choice)} lang={choice.language} hrefLang={choice.language} aria-current={choice.language === words.language ? 'true' : undefined}
                onClick={(event) => { rememberLanguage(choice.language); keepQuery(event); }} className={LINK}
              >
                {choice.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** On the way to the same page in English, from one whose translation nobody has reviewed yet. */
export function TranslationNotice({ english }: { readonly english: LanguageChoice }) {
  const words = useWords();
  const path = pathOfSegments(useSelectedLayoutSegments());
  return (
    <aside aria-label={words.say('language.reviewLabel')} className="border-b border-rule bg-warning-wash px-4 py-2 text-center text-sm print:hidden" data-translation-notice>
      {words.say('language.review')}{' '}
      <a href={`${joinLanguage('en', path ?? '/')}${english.query}`} hrefLang="en" onClick={(event) => { rememberLanguage('en'); keepQuery(event); }}>{words.say('language.inEnglish')}</a>
    </aside>
  );
}

const LINK = 'inline-flex min-h-9 items-center px-1 text-muted no-underline decoration-accent hover:underline aria-[current]:font-semibold aria-[current]:text-ink';

/** A reader who narrowed the chart after the page was sent takes that along. */
function keepQuery({ currentTarget }: MouseEvent<HTMLAnchorElement>): void {
  const query = new URLSearchParams(window.location.search);
  query.delete('digits');
  if (currentTarget.dataset.digits !== undefined) {
    const asked = new URL(currentTarget.href).searchParams.get('digits');
    if (asked !== null) query.set('digits', asked);
  }
  currentTarget.search = query.toString().replaceAll('%2C', ',');
  currentTarget.hash = window.location.hash;
}
