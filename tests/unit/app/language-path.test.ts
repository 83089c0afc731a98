import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/domain/words';
import { hasWords, matchAddress, writeAddress } from '@/lib/inputs/address';
import { parseEmbed, writeEmbedAddress } from '@/lib/inputs/embed';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { joinLanguage, splitLanguage } from '@/lib/inputs/language-path';
import { parseOembed } from '@/lib/inputs/oembed';
import { pinOf } from '@/lib/inputs/site-links';
import { DEFAULT_VIEW, narrowView, parseView, type View } from '@/lib/inputs/view';
import { parseViewSegment, printViewSegment } from '@/lib/inputs/view-segment';
import { routePattern } from '@/lib/route-pattern';
import { siteHeaders } from '@/lib/site-headers';

const limits = { currentRelease: 2, today: '2026-11-22' };

describe('the language of an address', () => {
  it.each(LANGUAGES.flatMap((language) => ['/', '/charts/x', '/charts/x.png', '/releases.atom', '/embed/x'].map((path) => [language, path] as const)))('%s %s is written and read back', (language, path) => {
    expect(splitLanguage(joinLanguage(language, path))).toEqual({ language, path });
  });

  it.each(['/en', '/en/charts', '/fr/charts', '/fa/charts', '/FA-af', '/urdu', '/ur/', '/ur/ur', '/ur/en/charts', '/ur/ps', '/ur//charts', '/ur/admin', '/ur/r/1/ur/-'])('%s names no page', (pathname) => {
    expect(matchAddress(splitLanguage(pathname).path)).toBeNull();
  });

  it('is what a page is asked in, and its words with it', () => {
    expect(readInternalParams({ release: '2', lang: 'ps', view: 'pinned=1' })).toMatchObject({ lang: 'ps', view: { language: 'ps', pinned: true }, words: { language: 'ps', digits: 'arabext', direction: 'rtl' } });
    expect(readInternalParams({ release: '2', lang: 'ur', view: 'digits=arabext' }).words.number(2414)).toContain('۲');
    for (const lang of ['fr', 'EN', '']) expect(() => readInternalParams({ release: '2', lang, view: '-' })).toThrow();
  });

  it('goes along in links, with the digits that were chosen', () => {
    const view: View = { ...DEFAULT_VIEW, language: 'fa-AF', digits: 'latn', theme: 'dark' };
    expect(writeAddress('/', { theme: view.theme }, pinOf(view, 2))).toBe('/fa-AF?theme=dark&digits=latn');
    expect(writeAddress('/charts/x', { theme: view.theme }, pinOf({ ...view, pinned: true }, 2))).toBe('/fa-AF/charts/x?release=2&theme=dark&digits=latn');
    expect(writeAddress('/charts/x.png', view, 1)).toBe('/fa-AF/charts/x.png?release=1&theme=dark&digits=latn');
    expect(writeAddress('', { ...view, table: true }, null)).toBe('?table=1&theme=dark&digits=latn');
    expect(writeAddress('/charts/x', { table: true }, 1)).toBe('/charts/x?release=1&table=1');
  });

  it('keeps digits only where they are not the usual ones', () => {
    const asked = (language: View['language'], digits: string) => narrowView(parseView(new URLSearchParams({ digits }), { ...limits, language }).view, []).digits;
    expect([asked('en', 'arabext'), asked('ur', 'arabext'), asked('ur', 'latn'), asked('ps', 'latn'), asked('ps', 'arabext')]).toEqual([null, 'arabext', null, 'latn', null]);
    expect(parseView(new URLSearchParams('digits=roman'), limits).problems.map(({ parameter }) => parameter)).toEqual(['digits']);
    const view: View = { ...DEFAULT_VIEW, language: 'ur', digits: 'arabext' };
    expect(parseViewSegment(printViewSegment(view), 'ur')).toEqual(view);
  });

  it('matters to what is read by people, not to what is read by programs', () => {
    const worded = (path: string): boolean | null => { const address = matchAddress(path); return address && hasWords(address); };
    expect(['/', '/charts/x.png', '/charts/x.model.json', '/closures.ics', '/releases.atom'].map(worded)).toEqual([true, true, true, true, true]);
    expect(['/charts/x.csv', '/charts/x.json', '/data.zip', '/catalog.jsonld', '/sitemap.xml', '/search.index.json'].map(worded)).toEqual([false, false, false, false, false, false]);
  });

  it('is said for a frame by its address or by lang, and never by both in different words', () => {
    const embed = (query: string, language: View['language'] = 'en') => parseEmbed(new URLSearchParams(query), { ...limits, language });
    expect(embed('lang=ur').embed.view.language).toBe('ur');
    expect(embed('lang=ps', 'ps')).toMatchObject({ embed: { view: { language: 'ps' } }, problems: [] });
    expect(embed('', 'ps').embed.view.language).toBe('ps');
    for (const [query, language] of [['lang=ur', 'ps'], ['lang=fr', 'en'], ['lang=en', 'ur'], ['lang=ur&lang=ur', 'en']] as const) {
      expect(embed(query, language).problems.map(({ parameter }) => parameter)).toEqual(['lang']);
    }
    expect(writeEmbedAddress('x', { view: { ...DEFAULT_VIEW, language: 'ur' } })).toBe('/ur/embed/x');
    expect(parseOembed(new URLSearchParams({ url: 'http://a.example/ur/charts/x' }), 'http://a.example', limits)).toMatchObject({ slug: 'x', view: { language: 'ur' } });
  });

  it('has its own patterns in logs, no more than there are addresses', () => {
    expect([routePattern('/ur/charts/border-closures.png'), routePattern('/ps'), routePattern('/fa-AF/embed/zzz')]).toEqual(['/ur/charts/[slug].png', '/ps', '/fa-AF/embed/[slug]']);
  });
});

describe('the headers of a page', () => {
  it('go to no frame, in any language', () => {
    const paged = siteHeaders(false).filter(({ headers }) => headers.some(({ key }) => key === 'Content-Security-Policy')).map(({ source }) => new RegExp(`^${source}$`));
    const isPaged = (path: string): boolean => paged.some((shape) => shape.test(path));
    for (const language of LANGUAGES) {
      expect(isPaged(joinLanguage(language, '/embed/border-closures'))).toBe(false);
      expect(isPaged(joinLanguage(language, '/charts/border-closures'))).toBe(true);
    }
  });
});
