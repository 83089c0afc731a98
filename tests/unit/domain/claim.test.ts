import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as claimModule from '@/domain/claim';
import { boundsOfClaim, claimsOf, groupClaims, matchesLens, printClaim, quantityOfClaim, sumClaims } from '@/domain/claim';
import type { Claim, ClaimLens, ClaimsOfOneClaimant, Lens } from '@/domain/claim';
import type { Qualifier } from '@/domain/reading';
import { claim, incident } from './build-rows';

describe('a claim in words', () => {
  it.each<[string, Partial<Claim>, number | null, number | null]>([
    ['58', { low: 58, high: 58 }, 58, 58],
    ['> 200', { low: 200, high: null, qualifier: 'more-than' }, 200, null],
    ['> 200', { low: 200, high: 200, qualifier: 'more-than' }, 200, null],
    ['≥ 12', { low: 12, high: 12, qualifier: 'at-least' }, 12, null],
    ['≥ 12', { low: 12, high: null, qualifier: 'exact' }, 12, null],
    ['about 12', { low: 12, high: 12, qualifier: 'about' }, 12, 12],
    ['nearly 12', { low: 12, high: 12, qualifier: 'nearly' }, null, 12],
    ['15–20', { low: 15, high: 20 }, 15, 20],
    ['about 15–20', { low: 15, high: 20, qualifier: 'about' }, 15, 20],
    ['1,200–1,500', { low: 1200, high: 1500 }, 1200, 1500],
    ['up to 23', { low: null, high: 23 }, null, 23],
    ['no figure', { low: null, high: null }, null, null],
    ['denied', { low: null, high: null, stance: 'denies' }, null, null],
    ['none (denied)', { low: 0, high: 0, stance: 'denies' }, 0, 0],
    ['3 (denied)', { low: 3, high: 3, stance: 'denies' }, 3, 3],
    ['0', { low: 0, high: 0, stance: 'admits' }, 0, 0],
  ])('%s', (words, change, low, high) => {
    const one = claim('c', change);
    expect(printClaim(one)).toBe(words);
    expect(boundsOfClaim(one)).toEqual({ low, high });
  });

  it.each<[Partial<Claim>, number | null, Qualifier | null]>([
    [{ low: 58, high: 58 }, 58, 'exact'], [{ low: 15, high: 20 }, 15, 'at-least'],
    [{ low: 200, high: null, qualifier: 'more-than' }, 200, 'more-than'],
    [{ low: null, high: null }, null, null], [{ low: 0, high: 0, stance: 'denies' }, null, null],
  ])('reckons with %j as %s %s', (change, value, qualifier) => {
    expect(quantityOfClaim(claim('c', change))).toEqual(value === null ? null : { value, qualifier });
  });
});

const claims = fc.record({
  id: fc.stringMatching(/^[a-z]{5}$/),
  incidentId: fc.stringMatching(/^[a-d]$/),
  claimantId: fc.constantFrom('ispr', 'mujahid', 'unama'),
  lens: fc.constantFrom<ClaimLens>('pakistan', 'taliban', 'independent', 'other'),
  lossesOf: fc.constantFrom('pakistani-forces', 'taliban-forces'),
  measure: fc.constantFrom<Claim['measure']>('killed', 'wounded', 'other'),
  measureNote: fc.constantFrom('posts destroyed', 'tanks', null),
  low: fc.option(fc.nat(300)),
  status: fc.constantFrom('current' as const, 'withdrawn' as const),
}).map(({ low, ...rest }) => claim('c', { ...rest, low, high: low }));

describe('claims side by side', () => {
  it('are grouped by whose losses and by measure, every claim in one group, in order', () => {
    fc.assert(fc.property(fc.array(claims, { maxLength: 12 }), (list) => {
      const groups = groupClaims(list);
      expect(groups.flatMap((group) => group.claims)).toHaveLength(list.length);
      const keys = groups.map(({ lossesOf, measure, measureNote }) => JSON.stringify([lossesOf, measure, measureNote]));
      expect(new Set(keys).size).toBe(keys.length);
      for (const group of groups) {
        expect(group.claims.every((one) => one.lossesOf === group.lossesOf && one.measure === group.measure)).toBe(true);
        expect(group.claims).toEqual(list.filter((one) => group.claims.includes(one)));
        if (group.measure === 'other') expect(new Set(group.claims.map((one) => one.measureNote)).size).toBe(1);
        else expect(group.measureNote).toBeNull();
      }
      expect(groups.map((group) => list.indexOf(group.claims[0] as Claim))).toEqual(
        groups.map((group) => list.indexOf(group.claims[0] as Claim)).toSorted((a, b) => a - b),
      );
    }));
  });

  it('of the October night: three groups, each with both sides', () => {
    const groups = groupClaims([
      claim('a', { claimantId: 'mujahid', lossesOf: 'pakistani-forces', low: 58, high: 58 }),
      claim('b', { lossesOf: 'pakistani-forces', low: 23, high: 23, stance: 'admits' }),
      claim('c', { lossesOf: 'taliban-forces' }),
      claim('d', { claimantId: 'mujahid', lossesOf: 'taliban-forces', low: 9, high: 9, stance: 'admits' }),
      claim('e', { lossesOf: 'pakistani-forces', measure: 'wounded', low: 29, high: 29 }),
    ]);
    expect(groups.map((group) => [group.lossesOf, group.measure, group.claims.map(printClaim)])).toEqual([
      ['pakistani-forces', 'killed', ['58', '23']], ['taliban-forces', 'killed', ['200', '9']], ['pakistani-forces', 'wounded', ['29']],
    ]);
  });

  it.each<[ClaimLens, Lens, boolean]>([
    ['pakistan', 'all', true], ['other', 'all', true], ['pakistan', 'pakistan', true], ['pakistan', 'taliban', false],
    ['independent', 'independent', true], ['other', 'independent', false],
  ])('a claim of %s under the lens %s: %s', (lens, chosen, expected) => {
    expect(matchesLens({ lens }, chosen)).toBe(expected);
  });
});

describe('the only sum of claims', () => {
  const incidents = [incident('a'), incident('b'), incident('all', { isAggregate: true })];
  const a = claim('1', { incidentId: 'a', low: 10, high: 10 });
  const b = claim('2', { incidentId: 'b', low: 15, high: 20 });

  it('adds what one claimant says about several incidents', () => {
    expect(sumClaims(claimsOf('ispr', [a, { ...a, id: '3', incidentId: 'b' }]), incidents))
      .toEqual({ ok: true, value: { value: 20, qualifier: 'exact', low: 20, high: 20 } });
    expect(sumClaims(claimsOf('ispr', [a, b]), incidents))
      .toEqual({ ok: true, value: { value: 25, qualifier: 'at-least', low: 25, high: 30 } });
    expect(sumClaims(claimsOf('ispr', [a, { ...b, high: null, qualifier: 'more-than' }]), incidents))
      .toEqual({ ok: true, value: { value: 25, qualifier: 'more-than', low: 25, high: null } });
  });

  it.each<[string, string, readonly Claim[]]>([
    ['nothing', 'nothing-to-sum', []],
    ['a running total', 'cumulative', [a, { ...b, isCumulative: true }]],
    ['an aggregate', 'aggregate-incident', [a, { ...b, incidentId: 'all' }]],
    ['an incident nobody knows', 'aggregate-incident', [a, { ...b, incidentId: 'lost' }]],
    ['two claims about one incident', 'same-incident', [a, { ...b, incidentId: 'a' }]],
    ['two measures', 'different-losses', [a, { ...b, measure: 'wounded' }]],
    ['the losses of two', 'different-losses', [a, { ...b, lossesOf: 'pakistani-forces' }]],
    ['a denial', 'no-figure', [a, { ...b, low: 0, high: 0, stance: 'denies' }]],
    ['a claim without a figure', 'no-figure', [a, { ...b, low: null, high: null }]],
    ['opposed bounds', 'opposed-bounds', [{ ...a, qualifier: 'at-least' }, { ...b, low: 20, qualifier: 'nearly' }]],
  ])('refuses %s', (_, code, list) => {
    const outcome = sumClaims(claimsOf('ispr', list), incidents);
    expect(outcome.ok ? null : outcome.refusal.code).toBe(code);
  });

  it('refuses two claimants even behind the back of the compiler', () => {
    const forged = [a, { ...b, claimantId: 'mujahid' }] as unknown as ClaimsOfOneClaimant;
    const outcome = sumClaims(forged, incidents);
    expect(outcome.ok ? null : outcome.refusal.code).toBe('different-claimants');
  });

  it('is made of the current claims of one claimant only', () => {
    fc.assert(fc.property(fc.array(claims, { maxLength: 12 }), fc.constantFrom('ispr', 'mujahid', 'nobody'), (list, claimant) => {
      const own = claimsOf(claimant, list);
      expect([...own]).toEqual(list.filter((one) => one.claimantId === claimant && one.status === 'current'));
    }));
  });

  it('is the only exported function that answers with a sum', () => {
    expect(Object.keys(claimModule).filter((name) => /sum|add|total/i.test(name))).toEqual(['sumClaims']);
  });

  it('does not compile for claims of different claimants', () => {
    const path = fileURLToPath(new URL('./claim-types.ts', import.meta.url));
    const text = readFileSync(path, 'utf8');
    const expected = text.match(/@ts-expect-error/g)?.length ?? 0;
    expect(expected).toBe(5);
    expect(errorsOf(path, text)).toEqual([]);
    // The same lines without their markers: each is one error, so none of the markers is idle.
    expect(errorsOf(path, text.replaceAll('@ts-expect-error', 'refused:'))).toHaveLength(expected);
  });
});

/** Messages of the TypeScript compiler for one file, with the text given in place of the one on disk. */
function errorsOf(path: string, text: string): string[] {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const options: ts.CompilerOptions = {
    strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2023, lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'], types: [],
    module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, paths: { '@/*': [`${root}*`] },
  };
  const host = ts.createCompilerHost(options);
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) => (name === path ? ts.createSourceFile(name, text, version) : readSource(name, version));
  const program = ts.createProgram([path], options, host);
  const file = program.getSourceFile(path);
  return ts.getPreEmitDiagnostics(program, file).map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}
