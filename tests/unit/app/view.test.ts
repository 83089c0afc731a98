import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchAddress, writeAddress } from '@/lib/inputs/address';
import { DEFAULT_VIEW, narrowView, parseView, VIEW_PARAMETERS, type View } from '@/lib/inputs/view';
import { parseViewSegment, printViewSegment } from '@/lib/inputs/view-segment';

const limits = { currentRelease: 2, today: '2026-11-22' };
const parse = (query: string) => parseView(new URLSearchParams(query), limits);

describe('the query of a public address', () => {
  it('is the default view of the current release when there is none', () => {
    expect(parse('')).toEqual({ view: DEFAULT_VIEW, release: 2, problems: [] });
    expect(parse('asof=&release=&utm_source=letter').problems).toEqual([]);
  });

  it('gives days for periods', () => {
    const { view, problems } = parse('asof=2025-07-10&from=2025-Q1&to=2025-Q1..Q3&lens=taliban&table=1&series=b,a,b&release=1');
    expect(problems).toEqual([]);
    expect(view).toMatchObject({ asOf: '2025-07-10', from: '2025-01-01', to: '2025-09-30', lens: 'taliban', table: true, series: ['a', 'b'], pinned: true });
  });

  it.each([
    ['asof=2025-02-30', 'asof'], ['asof=2026-11-23', 'asof'], ['asof=0001-01-01', 'asof'], ['asof=2025-07-10&asof=2025-07-11', 'asof'],
    ['release=0', 'release'], ['release=3', 'release'], ['release=1e3', 'release'], ['release=NaN', 'release'], ['release=-1', 'release'],
    ['from=2025-Q5', 'from'], ['from=9999', 'from'], ['from=2025&to=2024', 'to'], ['lens=both', 'lens'], ['table=yes', 'table'], ['theme=blue', 'theme'],
    ['series=%00', 'series'], [`series=${'a,'.repeat(10_000)}a`, 'series'], [`series=${'x'.repeat(8000)}`, 'series'], ['history=2', 'history'],
    ['breakdown=Province', 'breakdown'], ['bom=yes', 'bom'], ['q=boldak', 'unknown'],
    ['__proto__=1', 'unknown'], ['constructor[]=1', 'unknown'], ['preview=1', 'unknown'],
  ])('%.40s is refused by name and left out', (query, parameter) => {
    const { view, problems } = parse(query);
    expect(problems.map((problem) => problem.parameter)).toEqual([parameter]);
    expect(problems[0]?.allowed).not.toBe('');
    expect(view.dropped).toEqual([parameter]);
    const without = { ...view, dropped: [] };
    expect(without.asOf ?? without.to).toBeNull();
  });

  it('never throws, whatever it is given', () => {
    const parameter = fc.oneof(fc.constantFrom(...VIEW_PARAMETERS), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(parameter, fc.string()), { maxLength: 6 }), (pairs) => {
        const { view, release } = parseView(new URLSearchParams(pairs), limits);
        expect(release).toBeLessThanOrEqual(2);
        expect(parseViewSegment(printViewSegment(view))).toEqual(view);
      }),
    );
  });
});

describe('the segment of a view', () => {
  it('is read back, also when the framework encoded it', () => {
    const view: View = { ...DEFAULT_VIEW, asOf: '2025-07-10', table: true, series: ['crss-all', 'picss-all'], dropped: ['lens'] };
    expect(printViewSegment(view)).toBe('asof=2025-07-10,series=crss-all~picss-all,table=1,dropped=lens');
    expect(parseViewSegment(encodeURIComponent(printViewSegment(view)))).toEqual(view);
  });

  it.each(['', 'asof=2025-02-30', 'table=1,asof=2025-01-01', 'x=1', 'lens=all', '%', 'asof=1,asof=2'])('%j is not one of ours', (text) => {
    expect(parseViewSegment(text)).toBeNull();
  });

  it('says only what the address uses', () => {
    const view: View = { ...DEFAULT_VIEW, asOf: '2025-07-10', lens: 'pakistan', pinned: true };
    expect(printViewSegment(narrowView(view, ['release']))).toBe('pinned=1');
  });
});

describe('public addresses', () => {
  it.each(['/charts/x.csv', '/charts/x.json', '/charts/x.model.json'])('%s is a file', (path) => {
    expect(matchAddress(path)).toMatchObject({ kind: 'file', subject: { kind: 'chart', id: 'x' } });
  });

  it.each(['/r/1/en/-', '/charts/', '/charts/X', '/charts/a.xml', '/charts/../x', '/releases/0', '/releases/01', '/sources/x.csv', '/incidents/x/history',
    '/charts/x/history.csv', '/files/data/zip', `/charts/${'a'.repeat(97)}`])('%s is none', (path) => {
    expect(matchAddress(path)).toBeNull();
  });

  it.each([
    ['/closures.ics', '/files/closures/ics'], ['/data.zip', '/files/data/zip'], ['/corrections.feed.json', '/files/corrections/feed'],
    ['/charts/x.card.png', '/charts/x/card'], ['/incidents/2025-10-15-boldak.csv', '/incidents/2025-10-15-boldak/csv'],
  ])('%s is answered at %s', (path, inside) => {
    expect(matchAddress(path)).toMatchObject({ kind: 'file', path: inside });
  });

  it('tell pages of rows from pages of their own', () => {
    expect(matchAddress('/charts/x/history')).toMatchObject({ kind: 'page', subject: { kind: 'chart', id: 'x' } });
    expect(matchAddress('/sources/starting-editorial')).toMatchObject({ kind: 'page', subject: { kind: 'source', id: 'starting-editorial' } });
    expect(matchAddress('/search')).toMatchObject({ kind: 'page', subject: null, isSearch: true });
  });

  it('are written short', () => {
    expect(writeAddress('/charts/x', DEFAULT_VIEW, null)).toBe('/charts/x');
    expect(writeAddress('/charts/x', { asOf: '2025-07-10', series: ['a', 'b'] }, 1)).toBe('/charts/x?asof=2025-07-10&release=1&series=a,b');
  });
});
