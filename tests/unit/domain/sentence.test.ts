import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Closure } from '@/domain/closure';
import { evaluateSentence, holdsForCertain, resolveBindings } from '@/domain/sentence';
import type { Binding, BindingContext, Condition, Operator, Sentence, SentenceResult } from '@/domain/sentence';
import type { Qualifier, Reading } from '@/domain/reading';
import { citation, claim, closure, indicator, reading, sentence, series } from './build-rows';

const cell = (name: string, written: string, seriesId = 'crss-fatalities'): Binding => ({ name, kind: 'cell', seriesId, period: written });

const readings: readonly Reading[] = [
  reading('now', { period: '2025-Q1..Q3', value: 2414, reportedOn: '2025-09-30', knownFrom: '2025-09-30' }),
  reading('before', { period: '2024-Q1..Q3', value: 1527, knownFrom: '2025-09-30' }),
  reading('year', { period: '2024', value: 2546, knownFrom: '2024-12-30' }),
  reading('q1', { period: '2025-Q1', value: 897, knownFrom: '2025-03-29' }),
  reading('q2', { period: '2025-Q2', value: 615, knownFrom: '2025-06-30' }),
  reading('q2-v2', { period: '2025-Q2', value: 616, knownFrom: '2025-09-30' }),
  reading('q3', { period: '2025-Q3', value: 901, knownFrom: '2025-09-30' }),
  reading('q4', { period: '2025-Q4', value: null, empty: 'not-yet-reported', knownFrom: '2025-10-01' }),
  reading('acled', { seriesId: 'acled', period: '2025', value: 600, qualifier: 'at-least' }),
  reading('about', { seriesId: 'picss', period: '2025-Q2', value: 450, qualifier: 'about' }),
  reading('nil', { seriesId: 'nil', period: '2025-Q2', value: 0 }),
];

const context: BindingContext = {
  readings,
  closures: [closure('torkham-returnees', { lane: 'returnees', end: '2025-11-01' }), closure('torkham-trade', { knownOn: '2026-02-25' })],
  claims: [
    claim('over-200', { low: 200, high: null, qualifier: 'more-than' }), claim('58', { low: 58, high: 58, claimantId: 'mujahid' }),
    claim('denial', { low: 0, high: 0, stance: 'denies' }), claim('undated', { saidOn: null }),
  ],
};

function show(change: Partial<Sentence>, rows: BindingContext = context, asOf: string | null = null): SentenceResult {
  const one = sentence('s', change);
  return evaluateSentence(one, resolveBindings(one, rows, asOf));
}

function words(result: SentenceResult): string {
  return result.shown ? result.parts.map((part) => part.text).join('') : `not shown: ${result.reason}`;
}

/** The printed value of the last binding, or why there is none. */
function value(bindings: readonly Binding[], rows: BindingContext = context, asOf: string | null = null): string {
  return words(show({ text: `{${bindings.at(-1)?.name ?? ''}}`, bindings }, rows, asOf));
}

const headline: Partial<Sentence> = {
  text: 'CRSS counted {now} deaths in the first nine months of 2025, {change} more than the {before} a year before.',
  bindings: [
    cell('now', '2025-Q1..Q3'), cell('before', '2024-Q1..Q3'), { name: 'change', kind: 'change-percent', from: 'before', to: 'now' },
  ],
  conditions: [{ kind: 'compare', left: 'change', operator: '>', right: 0 }, { kind: 'present', binding: 'now' }],
};

describe('a sentence', () => {
  it('is shown with its numbers and their sources', () => {
    const result = show(headline);
    expect(words(result)).toBe('CRSS counted 2,414 deaths in the first nine months of 2025, 58% more than the 1,527 a year before.');
    if (!result.shown) return;
    const numbers = result.parts.filter((part) => 'binding' in part);
    expect(numbers.map((part) => [part.binding, part.citations.map((one) => one.source.id)])).toEqual([
      ['now', ['source-of-now']], ['change', ['source-of-now', 'source-of-before']], ['before', ['source-of-before']],
    ]);
  });

  it('is not shown when a condition fails, and says which', () => {
    const fallen = { ...context, readings: readings.map((row) => (row.id === 'now' ? { ...row, value: 1500 } : row)) };
    expect(words(show(headline, fallen))).toBe('not shown: change (−1.77) is not more than 0.');
  });

  it('is not shown before its numbers were known', () => {
    expect(words(show(headline, context, '2025-07-10')))
      .toBe('not shown: now has no value: nothing had been reported for January–September 2025 of crss-fatalities by 10 Jul 2025.');
  });

  it('speaks with the numbers of its day', () => {
    expect(value([cell('q2', '2025-Q2')], context, '2025-07-10')).toBe('615');
    expect(value([cell('q2', '2025-Q2')])).toBe('616');
  });

  it('refuses to compare nine months with twelve', () => {
    const change: Binding = { name: 'change', kind: 'change-percent', from: 'year', to: 'now' };
    expect(value([cell('now', '2025-Q1..Q3'), cell('year', '2024'), change])).toContain(
      'change has no value: January–September 2025 (9 months) is not compared with 2024 (12 months): they are not equally long. '
      + 'Instead: January–September 2025 against January–September 2024',
    );
  });

  it('is not shown when withdrawn', () => {
    expect(words(show({ ...headline, status: 'withdrawn' }))).toBe('not shown: The sentence was withdrawn.');
  });

  it.each<[string, Partial<Sentence>]>([
    ['The text speaks of {nobody}, which is not bound.', { text: '{nobody}' }],
    ['The text has a brace without its partner.', { text: 'one { two', bindings: [] }],
    ['The text has a brace without its partner.', { text: '{a} } {a}', bindings: [cell('a', '2024')] }],
    ['Two bindings are named a.', { text: '{a}', bindings: [cell('a', '2024'), cell('a', '2025')] }],
    ['The condition speaks of b, which is not bound.', { conditions: [{ kind: 'compare', left: 'b', operator: '>', right: 0 }] }],
    ['The condition speaks of b, which is not bound.',
      { bindings: [cell('a', '2024')], conditions: [{ kind: 'compare', left: 'a', operator: '>', right: 'b' }] }],
    ['The condition asks for b, which is not bound.', { conditions: [{ kind: 'present', binding: 'b' }] }],
    ['a (2,546) is not less than b (2,414).', {
      bindings: [cell('a', '2024'), cell('b', '2025-Q1..Q3')], conditions: [{ kind: 'compare', left: 'a', operator: '<', right: 'b' }],
    }],
    ['acled (at least 600) is not for certain less than 700.', {
      bindings: [cell('acled', '2025', 'acled')], conditions: [{ kind: 'compare', left: 'acled', operator: '<', right: 700 }],
    }],
  ])('says: %s', (reason, change) => {
    expect(show({ text: 'plain', ...change })).toEqual({ shown: false, reason });
  });

  it('without bindings is plain prose', () => {
    expect(show({ text: 'Plain prose.' })).toEqual({ shown: true, parts: [{ text: 'Plain prose.' }] });
  });

  it('has no value where the resolver has none', () => {
    expect(evaluateSentence(sentence('s', { text: '{a}', bindings: [cell('a', '2024')] }), () => null))
      .toEqual({ shown: false, reason: 'a has no value.' });
  });
});

describe('bindings', () => {
  const quarters = [cell('q1', '2025-Q1'), cell('q2', '2025-Q2'), cell('q3', '2025-Q3')];
  const sum: Binding = { name: 'sum', kind: 'sum', of: ['q1', 'q2', 'q3'] };

  it.each<[string, readonly Binding[]]>([
    ['2,414', [...quarters, sum]],
    // A sum over quarters is as long as they are together, so it compares with nine months.
    ['58%', [...quarters, cell('before', '2024-Q1..Q3'), sum, { name: 'change', kind: 'change-percent', from: 'before', to: 'sum' }]],
    ['1.6', [cell('now', '2025-Q1..Q3'), cell('before', '2024-Q1..Q3'), { name: 'times', kind: 'ratio', of: 'now', to: 'before' }]],
    ['0.37', [cell('q3', '2025-Q3'), cell('now', '2025-Q1..Q3'), { name: 'share', kind: 'ratio', of: 'q3', to: 'now' }]],
    ['about 0.73', [cell('picss', '2025-Q2', 'picss'), cell('q2', '2025-Q2'), { name: 'ratio', kind: 'ratio', of: 'picss', to: 'q2' }]],
    ['more than 200', [{ name: 'c', kind: 'claim', claimId: 'over-200' }]],
    ['20', [{ name: 'd', kind: 'closure-days', crossingId: 'torkham', lane: 'returnees', closureId: 'torkham-returnees' }]],
    ['at least 136', [{ name: 'd', kind: 'closure-days', crossingId: 'torkham', lane: 'trade', closureId: 'torkham-trade' }]],
    ['at least 600', [cell('acled', '2025', 'acled')]],
  ])('%s', (printed, bindings) => {
    expect(value(bindings)).toBe(printed);
  });

  it.each<[string, readonly Binding[]]>([
    ['“2025-Q5”', [cell('a', '2025-Q5')]],
    ['nothing had been reported for Q1 2020 of crss-fatalities.', [cell('a', '2020-Q1')]],
    ['Q4 2025 of crss-fatalities is not yet reported.', [cell('a', '2025-Q4')]],
    ['a is not bound.', [{ name: 's', kind: 'sum', of: ['a'] }]],
    ['s is defined by itself.', [{ name: 's', kind: 'sum', of: ['s'] }]],
    ['s has none: s is defined by itself.', [{ name: 's', kind: 'sum', of: ['t'] }, { name: 't', kind: 'sum', of: ['s'] }]],
    ['q4 has none: Q4 2025 of crss-fatalities is not yet reported.', [{ name: 's', kind: 'sum', of: ['q4'] }, cell('q4', '2025-Q4')]],
    ['share days', [cell('a', '2025-Q1'), cell('b', '2025-Q1..Q3'), { name: 's', kind: 'sum', of: ['a', 'b'] }]],
    ['only readings and their sums', [{ name: 'c', kind: 'claim', claimId: '58' }, { name: 's', kind: 'sum', of: ['c'] }]],
    ['only readings and their sums', [{ name: 'c', kind: 'claim', claimId: '58' }, { name: 'd', kind: 'claim', claimId: 'over-200' },
      { name: 's', kind: 'ratio', of: 'c', to: 'd' }]],
    ['a change is between two periods of the same series', [cell('a', '2025-Q2'), cell('b', '2025-Q2', 'picss'),
      { name: 's', kind: 'change-percent', from: 'a', to: 'b' }]],
    ['are not equally long', [cell('a', '2025-Q1..Q3'), cell('b', '2024'), { name: 's', kind: 'ratio', of: 'a', to: 'b' }]],
    ['the periods have gaps', [cell('a', '2025-Q1'), cell('b', '2025-Q3'), { name: 's', kind: 'sum', of: ['a', 'b'] }, cell('c', '2025-Q2'),
      { name: 'r', kind: 'ratio', of: 's', to: 'c' }]],
    ['not above zero', [cell('a', '2025-Q2'), cell('b', '2025-Q2', 'nil'), { name: 'r', kind: 'ratio', of: 'a', to: 'b' }]],
    ['bounds nothing', [cell('a', '2024'), cell('b', '2025', 'acled'), { name: 'r', kind: 'ratio', of: 'a', to: 'b' }]],
    ['gave no figure', [{ name: 'c', kind: 'claim', claimId: 'denial' }]],
    ['the claim is not in this release', [{ name: 'c', kind: 'claim', claimId: 'lost' }]],
    ['the closure is not in this release',
      [{ name: 'd', kind: 'closure-days', crossingId: 'torkham', lane: 'all', closureId: 'torkham-trade' }]],
    ['Nothing shows that their series count the same thing',
      [cell('a', '2025-Q2'), cell('b', '2025-Q2', 'picss'), { name: 's', kind: 'sum', of: ['a', 'b'] }]],
  ])('have no value: %s', (reason, bindings) => {
    const result = value(bindings);
    expect(result).toMatch(/^not shown: /);
    expect(result).toContain(reason);
  });

  it('do not know claims and closures before their day', () => {
    expect(value([{ name: 'c', kind: 'claim', claimId: '58' }], context, '2025-10-12')).toBe('58');
    expect(value([{ name: 'c', kind: 'claim', claimId: '58' }], context, '2025-10-11'))
      .toContain('not known to have been said by 11 Oct 2025');
    expect(value([{ name: 'c', kind: 'claim', claimId: 'undated' }], context, '2025-10-11')).toContain('not known to have been said');
    expect(value([{ name: 'c', kind: 'claim', claimId: 'undated' }])).toBe('200');
    const days: Binding = { name: 'd', kind: 'closure-days', crossingId: 'torkham', lane: 'returnees', closureId: 'torkham-returnees' };
    expect(value([days], context, '2025-11-01')).toBe('20');
    expect(value([days], context, '2025-10-31')).toContain('the record of it reaches to 1 Nov 2025, beyond 31 Oct 2025');
  });

  it('do not see withdrawn rows', () => {
    const gone = { status: 'withdrawn' as const };
    const rows: BindingContext = {
      readings: readings.map((row) => ({ ...row, ...gone })), claims: context.claims.map((row) => ({ ...row, ...gone })),
      closures: context.closures.map((row): Closure => ({ ...row, ...gone })),
    };
    expect(value([cell('a', '2024')], rows)).toContain('nothing had been reported');
    expect(value([{ name: 'c', kind: 'claim', claimId: '58' }], rows)).toContain('not in this release');
    expect(value([{ name: 'd', kind: 'closure-days', crossingId: 'torkham', lane: 'trade', closureId: 'torkham-trade' }], rows))
      .toContain('not in this release');
  });

  it('add disjoint series where the context shows that they are', () => {
    const victims = { breakdownDimension: 'victim-type' };
    const rows: BindingContext = {
      ...context,
      readings: [reading('c', { seriesId: 'c', value: 107 }), reading('s', { seriesId: 's', value: 91, qualifier: 'at-least' })],
      series: [series('c', { ...victims, breakdown: 'civilians' }), series('s', { ...victims, breakdown: 'security-personnel' })],
      indicators: [indicator('violence-fatalities')],
    };
    expect(value([cell('c', '2025-Q2', 'c'), cell('s', '2025-Q2', 's'), { name: 'both', kind: 'sum', of: ['c', 's'] }], rows))
      .toBe('at least 198');
  });

  it('cite a source once that several of their numbers come from', () => {
    const shared = [citation('one-report')];
    const rows = { ...context, readings: readings.map((row) => (row.id === 'q3' ? row : { ...row, citations: shared })) };
    const result = show({ text: '{sum}', bindings: [...quarters, sum] }, rows);
    expect(result.shown && result.parts.flatMap((part) => ('binding' in part ? part.citations.map((one) => one.source.id) : [])))
      .toEqual(['one-report', 'source-of-q3']);
  });

  it('print a disputed length as a range and keep its low', () => {
    const disputed = closure('x', { start: '2025-10-11', startHigh: '2025-10-12', end: '2025-11-01' });
    const binding: Binding = { name: 'd', kind: 'closure-days', crossingId: 'torkham', lane: 'trade', closureId: 'x' };
    const rows = { ...context, closures: [disputed] };
    expect(value([binding], rows)).toBe('20–21');
    expect(words(show({ text: '{d}', bindings: [binding], conditions: [{ kind: 'compare', left: 'd', operator: '>', right: 20 }] }, rows)))
      .toBe('not shown: d (at least 20) is not for certain more than 20.');
  });
});

describe('comparing', () => {
  it.each<[number, Qualifier, Operator, number, Qualifier, boolean]>([
    [600, 'at-least', '>=', 600, 'exact', true], [600, 'at-least', '>', 600, 'exact', false], [600, 'more-than', '>', 600, 'exact', true],
    [600, 'at-least', '>', 500, 'exact', true], [600, 'at-least', '<', 700, 'exact', false], [450, 'nearly', '<', 450, 'exact', true],
    [450, 'nearly', '<=', 450, 'exact', true], [450, 'nearly', '>', 400, 'exact', false], [450, 'about', '=', 450, 'exact', true],
    [600, 'at-least', '=', 600, 'exact', false], [5, 'exact', '=', 5, 'exact', true], [5, 'exact', '=', 6, 'exact', false],
    [5, 'exact', '<', 5, 'exact', false], [5, 'exact', '<', 5, 'more-than', true], [5, 'exact', '<', 5, 'at-least', false],
    [600, 'at-least', '>', 450, 'nearly', true], [600, 'at-least', '<', 650, 'at-least', false],
  ])('%s %s %s %s %s: %s', (left, leftQualifier, operator, right, rightQualifier, expected) => {
    expect(holdsForCertain(operator, { value: left, qualifier: leftQualifier }, { value: right, qualifier: rightQualifier }))
      .toBe(expected);
  });

  it('is the comparison of numbers where both are exact', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), (a, b) => {
      const holds = (operator: Operator) => holdsForCertain(operator, { value: a, qualifier: 'exact' }, { value: b, qualifier: 'exact' });
      expect([holds('<'), holds('<='), holds('='), holds('>='), holds('>')]).toEqual([a < b, a <= b, a === b, a >= b, a > b]);
    }));
  });
});

describe('the change of one number', () => {
  const names = ['a', 'b', 'c', 'd', 'e'] as const;
  const rowOf = (name: string, number: number) => reading(name, { seriesId: name, period: '2025-Q2', value: number });

  /** Sentences that pin some of the numbers, straight or through a sum with a second quarter of the same series. */
  const pinned = fc.record({ uses: fc.subarray([...names], { minLength: 1 }), throughSum: fc.boolean() });

  it('silences exactly the sentences that depend on it', () => {
    fc.assert(fc.property(
      fc.tuple(...names.map(() => fc.nat(1000))), fc.array(pinned, { minLength: 1, maxLength: 6 }), fc.constantFrom(...names),
      fc.integer({ min: 1, max: 50 }),
      (numbers, plans, changed, by) => {
        const rows = names.map((name, at) => rowOf(name, numbers[at] ?? 0));
        const others = names.map((name) => reading(`${name}-q3`, { seriesId: name, period: '2025-Q3', value: 7 }));
        const sentences = plans.map(({ uses, throughSum }, at) => {
          const bindings: Binding[] = uses.flatMap((name): Binding[] => (throughSum
            ? [cell(`${name}2`, '2025-Q2', name), cell(`${name}3`, '2025-Q3', name), { name, kind: 'sum', of: [`${name}2`, `${name}3`] }]
            : [cell(name, '2025-Q2', name)]));
          const conditions: Condition[] = uses.map((name) => (
            { kind: 'compare', left: name, operator: '=', right: (numbers[names.indexOf(name)] ?? 0) + (throughSum ? 7 : 0) }));
          return { uses, one: sentence(`s${at}`, { text: uses.map((name) => `{${name}}`).join(' and '), bindings, conditions }) };
        });
        const isShown = (one: Sentence, values: readonly Reading[]) =>
          evaluateSentence(one, resolveBindings(one, { ...context, readings: [...values, ...others] }, null)).shown;
        const mutated = rows.map((row) => (row.id === changed ? { ...row, value: (row.value ?? 0) + by } : row));
        const removed = rows.filter((row) => row.id !== changed);
        for (const { uses, one } of sentences) {
          expect(isShown(one, rows)).toBe(true);
          expect(isShown(one, mutated)).toBe(!uses.includes(changed));
          expect(isShown(one, removed)).toBe(!uses.includes(changed));
        }
      },
    ));
  });
});
