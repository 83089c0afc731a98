import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { firstOfOurs } from '@/components/language/language-choice';
import { addToQuery, pathOfSegments } from '@/components/language/language-links';
import { sayAllowed, ViewNotices } from '@/components/view/view-notices';
import { LANGUAGES } from '@/domain/words';
import { ALLOWED } from '@/lib/inputs/view';
import { BROWSER_MESSAGES } from '@/lib/browser-messages';
import { messagesFor, wordsOf } from '@/lib/words';
import { printSitemap } from '@/lib/sitemap';

describe('the language of a reader', () => {
  it.each([
    [['ur-PK', 'en'], 'ur'], [['de-DE', 'ps', 'en'], 'ps'], [['fa-IR'], 'fa-AF'], [['prs'], 'fa-AF'], [['EN-gb', 'ur'], 'en'], [['de', 'fr'], null], [[], null], [['constructor'], null],
  ])('%j is %s', (tags, language) => {
    expect(firstOfOurs(tags)).toBe(language);
  });
});

describe('the page in another language', () => {
  it.each([
    [[], '/'], [['charts', 'border-closures'], '/charts/border-closures'], [['charts', 'x', 'history'], '/charts/x/history'], [['search', 'qtorkham'], '/search'], [['missing'], null], [['data', 'api'], '/data/api'],
  ])('of the segments %j is %s', (segments, path) => {
    expect(pathOfSegments(segments)).toBe(path);
  });

  it('keeps what was looked for', () => {
    expect([addToQuery('', 'q', 'spin boldak'), addToQuery('?theme=dark', 'q', 'x'), addToQuery('?a=1', 'q', '')]).toEqual(['?q=spin%20boldak', '?theme=dark&q=x', '?a=1']);
  });

  it('is in the site map with the others beside it', () => {
    const map = printSitemap([{ path: '/', changedAt: '2025-10-02T01:02:03.000Z' }], 'https://a.example');
    expect(map.match(/<loc>[^<]+/g)).toEqual(['<loc>https://a.example/', '<loc>https://a.example/ur', '<loc>https://a.example/ps', '<loc>https://a.example/fa-AF']);
    expect(map.match(/hreflang="ps" href="https:\/\/a\.example\/ps"/g)).toHaveLength(LANGUAGES.length);
  });
});

describe('what a parameter may be', () => {
  const names = Object.keys(ALLOWED) as (keyof typeof ALLOWED)[];

  it.each(names)('%s: pages say in English what machines are told', (name) => {
    expect(sayAllowed(name, wordsOf('en'))).toBe(ALLOWED[name]);
  });

  it('is said in every language', () => {
    for (const language of LANGUAGES) {
      const said = renderToStaticMarkup(<ViewNotices view={{ dropped: names }} words={wordsOf(language)} />);
      expect(said.match(/<li>/g)).toHaveLength(names.length);
      expect(said.includes('an unknown parameter')).toBe(language === 'en');
    }
  });
});

describe('the messages for the browser', () => {
  it('are plain objects, which alone React hands over', () => {
    const odd = (value: unknown): boolean => typeof value === 'object' && value !== null
      && (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype || Object.values(value).some(odd));
    for (const language of LANGUAGES) {
      const messages = messagesFor(language, BROWSER_MESSAGES);
      expect(Object.keys(messages).length).toBeGreaterThan(BROWSER_MESSAGES.length);
      expect(odd(messages)).toBe(false);
    }
  });
});
