import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EMBED, EMBED_ALLOWED, EMBED_PARAMETERS, matchEmbed, parseEmbed, parseFrameSegment, printFrameSegment, writeEmbedAddress, type EmbedMode } from '@/lib/inputs/embed';
import { DEFAULT_VIEW } from '@/lib/inputs/view';
import { frameAncestors } from '@/lib/embed-headers';
import { env, EnvError } from '@/lib/env';

const limits = { currentRelease: 5, today: '2026-11-22' };
const parse = (query: string) => parseEmbed(new URLSearchParams(query), limits);

describe('the address of a frame', () => {
  it('is live, whole and in the colours of the reader when nothing is asked', () => {
    expect(parse('')).toEqual({ embed: DEFAULT_EMBED, problems: [] });
    expect(parse('theme=auto&lang=en&hide=&utm_source=x')).toEqual({ embed: DEFAULT_EMBED, problems: [] });
  });

  it('takes what it is given', () => {
    const { embed, problems } = parse('release=3&asof=2025-07-10&from=2024&to=2025-Q2&series=b,a&breakdown=province&lens=taliban&theme=dark&hide=legend,title&table=1');
    expect(problems).toEqual([]);
    expect(embed).toMatchObject({ mode: { kind: 'pinned', release: 3 }, hide: ['title', 'legend'], view: { asOf: '2025-07-10', series: ['a', 'b'], breakdown: 'province', theme: 'dark', table: true, pinned: false } });
    expect(parse('guard=5').embed.mode).toEqual({ kind: 'guarded', release: 5 });
  });

  it.each([
    ['lang=fr', 'lang'], ['lang=en&lang=en', 'lang'], ['release=6', 'release'], ['release=0', 'release'], ['guard=6', 'guard'], ['guard=-1', 'guard'], ['release=2&guard=2', 'guard'],
    ['hide=source', 'hide'], ['hide=title,date', 'hide'], ['hide=correction', 'hide'], ['theme=pink', 'theme'], ['table=2', 'table'], ['title=Mine', 'unknown'], ['history=1', 'unknown'],
    ['scale=2', 'unknown'], ['bom=1', 'unknown'], ['breakdown=Province', 'breakdown'], ['__proto__=1', 'unknown'], ['asof=2999-01-01', 'asof'], ['from=2025&to=2024', 'to'], ['series=%00', 'series'], ['lens=both', 'lens'],
  ])('%s is refused by name', (query, parameter) => {
    const { problems } = parse(query);
    expect(problems.map((problem) => problem.parameter)).toEqual([parameter]);
    expect(problems[0]?.allowed).toBe(EMBED_ALLOWED[parameter as keyof typeof EMBED_ALLOWED]);
  });

  it('never throws, and what it answers can be written and read again', () => {
    const name = fc.oneof(fc.constantFrom(...EMBED_PARAMETERS), fc.string());
    fc.assert(fc.property(fc.array(fc.tuple(name, fc.oneof(fc.string(), fc.constantFrom('3', 'title', 'dark', '2025', 'province'))), { maxLength: 5 }), (pairs) => {
      const query = new URLSearchParams();
      for (const [key, value] of pairs) query.append(key, value);
      const { embed, problems } = parseEmbed(query, limits);
      const again = parseEmbed(new URL(writeEmbedAddress('x', embed), 'https://x.example').searchParams, limits);
      if (problems.length === 0) expect(again).toEqual({ embed, problems: [] });
    }));
  });

  it('mode and hidden parts make a segment that says them all', () => {
    const mode = fc.oneof(fc.constant<EmbedMode>({ kind: 'live' }), fc.record({ kind: fc.constantFrom('pinned' as const, 'guarded' as const), release: fc.integer({ min: 1, max: 9999 }) }));
    fc.assert(fc.property(mode, fc.subarray(['title' as const, 'legend' as const]), (how, hide) => {
      expect(parseFrameSegment(printFrameSegment({ mode: how, hide }))).toEqual({ mode: how, hide });
    }));
    for (const text of ['', 'pinned', 'pinned-0', 'live~source', 'guarded-x']) expect(parseFrameSegment(text)).toBeNull();
  });

  it('names a chart or nothing', () => {
    expect(matchEmbed('/embed/border-closures')).toBe('border-closures');
    for (const path of ['/embed', '/embed/', '/embed/A', '/embed/a/b', '/embed/a.svg', `/embed/${'a'.repeat(81)}`, '/embed/../admin']) expect(matchEmbed(path)).toBeNull();
  });

  it('is written without what is the default', () => {
    expect(writeEmbedAddress('x', { view: DEFAULT_VIEW, mode: { kind: 'live' }, hide: [] })).toBe('/embed/x');
    expect(writeEmbedAddress('x', { mode: { kind: 'pinned', release: 12 }, view: { table: true, series: ['a', 'b'] } })).toBe('/embed/x?release=12&series=a,b&table=1');
  });
});

describe('hosts that may frame a chart', () => {
  it('are all unless the instance says otherwise', () => {
    expect(env({}).embedHosts.size).toBe(0);
    expect(frameAncestors('x')).toBe('*');
  });

  it('are named by chart, with a star for the others', () => {
    const { embedHosts } = env({ EMBED_HOSTS: 'border-closures=news.example https://*.example.org:8443; *=example.net' });
    expect([...embedHosts]).toEqual([['border-closures', ['news.example', 'https://*.example.org:8443']], ['*', ['example.net']]]);
  });

  it.each(["x='unsafe-inline'", 'x=a;b', 'x', 'x=', 'x=a=b', 'X=a.example', 'x=javascript:alert', 'x=a.example, b.example', "x=a.example;\nx='self'", 'x=a.example;x=b.example'])('%s is refused', (value) => {
    expect(() => env({ EMBED_HOSTS: value })).toThrow(EnvError);
  });
});
