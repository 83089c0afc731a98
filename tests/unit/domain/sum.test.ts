import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addQualifiers, addQuantities, printValue, reconcile, sumReadings } from '@/domain/reading';
import type { Quantity, Qualifier } from '@/domain/reading';
import { indicator, reading, series } from './build-rows';

const QUALIFIERS: readonly Qualifier[] = ['exact', 'at-least', 'more-than', 'about', 'nearly'];
const qualifiers = fc.constantFrom(...QUALIFIERS);
const quantities = fc.record({ value: fc.integer({ min: 0, max: 5000 }), qualifier: qualifiers });

describe('qualifiers in a sum', () => {
  it.each<[Qualifier, Qualifier, Qualifier | null]>([
    ['exact', 'exact', 'exact'], ['exact', 'at-least', 'at-least'], ['exact', 'more-than', 'more-than'], ['exact', 'about', 'about'],
    ['exact', 'nearly', 'nearly'], ['at-least', 'at-least', 'at-least'], ['at-least', 'more-than', 'more-than'],
    ['more-than', 'more-than', 'more-than'], ['about', 'about', 'about'], ['about', 'nearly', 'about'], ['nearly', 'nearly', 'nearly'],
    // A lower bound and an error that may point down bound nothing together.
    ['at-least', 'nearly', null], ['more-than', 'nearly', null], ['at-least', 'about', null], ['more-than', 'about', null],
  ])('%s + %s = %s', (a, b, together) => {
    expect(addQualifiers(a, b)).toBe(together);
    expect(addQualifiers(b, a)).toBe(together);
  });

  it('come out the same in every order', () => {
    fc.assert(fc.property(fc.array(quantities, { minLength: 1, maxLength: 6 }), (list) => {
      const forward = addQuantities(list);
      const backward = addQuantities([...list].reverse());
      expect(backward.ok).toBe(forward.ok);
      if (forward.ok) expect(backward).toEqual(forward);
    }));
  });

  /** Numbers that a qualifier allows, for a generous reading of `about` and `nearly` (within a tenth). */
  function truths({ value, qualifier }: Quantity): number[] {
    if (qualifier === 'at-least') return [value, value + 1, value + 900];
    if (qualifier === 'more-than') return [value + 1, value + 900];
    if (qualifier === 'about') return [value - value / 10, value, value + value / 10];
    return qualifier === 'nearly' ? [value - value / 10, value - 1] : [value];
  }

  function allows({ value, qualifier }: Quantity, truth: number): boolean {
    if (qualifier === 'at-least') return truth >= value;
    if (qualifier === 'more-than') return truth > value;
    if (qualifier === 'nearly') return truth < value;
    return qualifier === 'about' ? Math.abs(truth - value) <= value / 10 + 1 : truth === value;
  }

  it('never promise more than the parts do', () => {
    const some = fc.record({ value: fc.integer({ min: 10, max: 5000 }), qualifier: qualifiers });
    fc.assert(fc.property(some, some, (a, b) => {
      const sum = addQuantities([a, b]);
      fc.pre(sum.ok);
      for (const x of truths(a)) for (const y of truths(b)) expect(sum.ok && allows(sum.value, x + y)).toBe(true);
    }), { numRuns: 1000 });
  });
});

describe('summing readings', () => {
  const q1 = reading('q1', { period: '2025-Q1', value: 897 });
  const q2 = reading('q2', { period: '2025-Q2', value: 615 });
  const q3 = reading('q3', { period: '2025-Q3', value: 901 });

  it('adds quarters and keeps the qualifier', () => {
    expect(sumReadings([q1, q2, q3])).toEqual({ ok: true, value: { value: 2413, qualifier: 'exact' } });
    expect(sumReadings([q1, { ...q2, qualifier: 'at-least' }])).toEqual({ ok: true, value: { value: 1512, qualifier: 'at-least' } });
    expect(sumReadings([q1, { ...q2, qualifier: 'about' }])).toEqual({ ok: true, value: { value: 1512, qualifier: 'about' } });
  });

  it.each([
    ['nothing', 'nothing-to-sum', []],
    ['a reading without a value', 'missing-part', [q1, reading('q4', { period: '2025-Q4', value: null, empty: 'not-yet-reported' })]],
    ['overlapping periods', 'counted-twice', [q1, reading('h1', { period: '2025-H1' })]],
    ['one cell twice', 'counted-twice', [q1, q1]],
    ['opposed bounds', 'opposed-bounds', [{ ...q1, qualifier: 'at-least' as const }, { ...q2, qualifier: 'nearly' as const }]],
    ['two series', 'mixed-series', [q1, reading('other', { seriesId: 'picss', period: '2025-Q2' })]],
  ])('refuses %s', (_, code, readings) => {
    const outcome = sumReadings(readings);
    expect(outcome.ok ? null : outcome.refusal.code).toBe(code);
    expect(outcome.ok ? '' : outcome.refusal.message).toMatch(/^.{20,}\.$/);
  });

  const victims = { breakdownDimension: 'victim-type' };
  const family = {
    series: [
      series('civilians', { ...victims, breakdown: 'civilians' }),
      series('security', { ...victims, breakdown: 'security_personnel' }),
      series('outlaws', { ...victims, breakdown: 'outlaws' }),
      series('civilians-and-security', { ...victims, breakdown: 'civilians_and_security' }),
      series('whole'),
      series('elsewhere', { ...victims, breakdown: 'outlaws', geography: 'kp' }),
      series('picss', { ...victims, breakdown: 'outlaws', organisationId: 'picss' }),
      series('attacks', { indicatorId: 'attacks', ...victims, breakdown: 'outlaws' }),
      series('percent', { indicatorId: 'percent' }),
      series('kp', { breakdownDimension: 'province', breakdown: 'KP', geography: 'kp' }),
      series('balochistan', { breakdownDimension: 'province', breakdown: 'BAL', geography: 'bal' }),
      series('tribal', { breakdownDimension: 'province', breakdown: 'FATA', geography: 'fata' }),
    ],
    indicators: [indicator('violence-fatalities'), indicator('attacks'), indicator('percent', { isSummable: false })],
  };
  const of = (...ids: string[]) => sumReadings(ids.map((id) => reading(id, { seriesId: id, value: 100 })), family);

  it('adds disjoint parts of one count', () => {
    expect(of('civilians', 'security', 'outlaws')).toEqual({ ok: true, value: { value: 300, qualifier: 'exact' } });
    expect(of('civilians-and-security', 'outlaws').ok).toBe(true);
    expect(of('kp', 'balochistan').ok).toBe(true);
  });

  it.each([
    ['a part and the whole', ['civilians', 'whole']],
    ['parts that overlap', ['civilians', 'civilians-and-security']],
    ['a province and the districts inside it', ['kp', 'tribal']],
    ['parts of different places', ['civilians', 'elsewhere']],
    ['two organisations', ['civilians', 'picss']],
    ['two indicators', ['civilians', 'attacks']],
    ['two kinds of parts', ['civilians', 'kp']],
    ['a series nobody described', ['civilians', 'nobody']],
  ])('refuses %s', (_, ids) => {
    const outcome = of(...ids);
    expect(outcome.ok ? null : outcome.refusal.code).toBe('mixed-series');
  });

  it('refuses percentages, even of one series', () => {
    const outcome = of('percent');
    expect(outcome.ok ? null : outcome.refusal.code).toBe('not-summable');
  });
});

describe('parts against a printed total', () => {
  const exact = (label: string, value: number) => ({ label, value, qualifier: 'exact' as const });

  it('says the difference and mends nothing: 897 + 615 + 901 against 2,414', () => {
    const parts = [exact('Q1', 897), exact('Q2', 615), exact('Q3', 901)];
    expect(reconcile(parts, { value: 2414, qualifier: 'exact' })).toEqual({
      sum: 2413,
      difference: 1,
      agrees: 'no',
      sentence: 'Q1 897 + Q2 615 + Q3 901 = 2,413; the printed total is 2,414, 1 more than the parts.',
    });
    expect(reconcile([exact('Q1', 900), exact('Q2', 616), exact('Q3', 901)], { value: 2414, qualifier: 'exact' }))
      .toMatchObject({ sum: 2417, difference: -3, agrees: 'no', sentence: expect.stringContaining('3 less than the parts') });
    expect(reconcile([exact('Q1', 897), exact('Q2', 616), exact('Q3', 901)], { value: 2414, qualifier: 'exact' }))
      .toMatchObject({
        sum: 2414, difference: 0, agrees: 'exactly', sentence: 'Q1 897 + Q2 616 + Q3 901 = 2,414; the printed total is the same.',
      });
  });

  it.each<[string, readonly Quantity[], Quantity, number, 'exactly' | 'within-qualifiers' | 'no']>([
    ['at least covers more', [{ value: 600, qualifier: 'at-least' }], { value: 700, qualifier: 'exact' }, 100, 'within-qualifiers'],
    ['at least does not cover less', [{ value: 600, qualifier: 'at-least' }], { value: 599, qualifier: 'exact' }, -1, 'no'],
    ['more than is not the number itself', [{ value: 600, qualifier: 'more-than' }], { value: 600, qualifier: 'exact' }, 0, 'no'],
    ['at least includes the number itself',
      [{ value: 600, qualifier: 'at-least' }], { value: 600, qualifier: 'exact' }, 0, 'within-qualifiers'],
    ['nearly is below', [{ value: 450, qualifier: 'nearly' }], { value: 450, qualifier: 'exact' }, 0, 'no'],
    ['nearly is not far below', [{ value: 450, qualifier: 'nearly' }], { value: 447, qualifier: 'exact' }, -3, 'within-qualifiers'],
    ['nearly is not that far below', [{ value: 450, qualifier: 'nearly' }], { value: 439, qualifier: 'exact' }, -11, 'no'],
    ['about goes either way', [{ value: 450, qualifier: 'about' }], { value: 460, qualifier: 'exact' }, 10, 'within-qualifiers'],
    ['about does not go anywhere', [{ value: 450, qualifier: 'about' }], { value: 470, qualifier: 'exact' }, 20, 'no'],
    ['the total may be qualified too',
      [{ value: 700, qualifier: 'exact' }], { value: 600, qualifier: 'at-least' }, -100, 'within-qualifiers'],
    ['several exact parts',
      [{ value: 1, qualifier: 'exact' }, { value: 2, qualifier: 'exact' }], { value: 3, qualifier: 'exact' }, 0, 'exactly'],
    ['decimals leave no dust',
      [{ value: 0.1, qualifier: 'exact' }, { value: 0.2, qualifier: 'exact' }], { value: 0.3, qualifier: 'exact' }, 0, 'exactly'],
  ])('%s', (_, parts, total, difference, agrees) => {
    expect(reconcile(parts.map((part, at) => ({ ...part, label: `part ${at + 1}` })), total)).toMatchObject({ difference, agrees });
  });

  it('always adds up: sum and difference give the printed total, which the sentence repeats', () => {
    fc.assert(fc.property(fc.array(quantities, { maxLength: 5 }), quantities, (parts, total) => {
      const result = reconcile(parts.map((part, at) => ({ ...part, label: `part ${at + 1}` })), total);
      expect(result.sum).toBe(parts.reduce((sum, part) => sum + part.value, 0));
      expect(result.sum + result.difference).toBe(total.value);
      const isExact = [...parts, total].every(({ qualifier }) => qualifier === 'exact');
      expect(result.agrees === 'exactly').toBe(isExact && result.difference === 0);
      if (result.agrees !== 'exactly') expect(result.sentence).toContain(printValue(total.value, total.qualifier));
    }));
  });
});
