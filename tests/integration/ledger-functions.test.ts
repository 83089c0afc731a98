import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { countWords } from '@/domain/citation';
import { addDays } from '@/domain/day';
import { periodOf, periodsBetween } from '@/domain/period';
import { databases } from '../fixtures/databases';

// Rules that stand twice, in the domain and in a constraint of the database: they must say the same.

describe.each(databases)('rules of the database on %s', (_name, factory) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await factory();
  });
  afterAll(() => open.close());

  it('the kind of a period follows from its days as in the domain', async () => {
    const day = fc.nat({ max: 6_000 }).map((days) => addDays('2015-01-01', days));
    const random = fc.sample(fc.tuple(day, fc.nat({ max: 800 })), { numRuns: 2_000, seed: 7 }).map(([start, length]) => ({ start, end: addDays(start, length) }));
    const whole = (['day', 'month', 'quarter', 'half', 'year'] as const).flatMap((kind) => periodsBetween(kind, '2019-01-01', '2024-12-31'));
    const spans = [...random, ...whole, { start: '2024-01-01', end: '2024-09-30' }, { start: '2024-04-01', end: '2024-12-31' }, { start: '2024-02-01', end: '2024-04-30' }];
    const days = JSON.stringify(spans.map(({ start, end }) => ({ first: start, last: end })));
    const { rows } = await open.db.execute<{ first: string; last: string; kind: string }>(sql`
      select first::text, last::text, period_kind_of(first, last) as kind from jsonb_to_recordset(${days}::jsonb) as span(first date, last date)`);
    expect(rows).toHaveLength(spans.length);
    for (const { first, last, kind } of rows) expect(kind, `${first}..${last}`).toBe(periodOf(first, last).kind);
  });

  it('words of a quote are counted as in the domain', async () => {
    const word = fc.constantFrom('killed', '2,414', 'well-known', '“quoted”', 'کہا', 'كابل', 'don’t', '—', '-', '...', 'x/y', 'one—two', '\u00a0', '(TTP)', '&', '616');
    const texts = fc.sample(fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')), { numRuns: 500, seed: 7 });
    const { rows } = await open.db.execute<{ text: string; words: number }>(sql`
      select value as text, word_count(value) as words from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb)`);
    expect(rows).toHaveLength(texts.length);
    for (const { text, words } of rows) expect(words, text).toBe(countWords(text));
  });

  it('the days a closure certainly shut are half-open and at least one', async () => {
    const days = async (end: string | null, state: string, low: string | null, known: string) => {
      const { rows } = await open.db.execute<{ days: string }>(sql`
        select closure_days('2025-10-12', ${end}::date, ${state}::text, ${low}::date, ${known}::date)::text as days`);
      return rows[0]?.days;
    };
    expect(await days('2025-11-01', 'reopened', null, '2025-11-01')).toBe('[2025-10-12,2025-11-01)');
    expect(await days('2025-10-12', 'reopened', null, '2025-10-12')).toBe('[2025-10-12,2025-10-13)');
    expect(await days(null, 'ongoing', null, '2026-02-25')).toBe('[2025-10-12,2026-02-26)');
    expect(await days(null, 'unknown', null, '2025-10-12')).toBe('[2025-10-12,2025-10-13)');
    expect(await days(null, 'unknown', null, '2025-01-01')).toBe('[2025-10-12,2025-10-13)');
    expect(await days(null, 'reopened', null, '2025-11-06')).toBe('[2025-10-12,2025-11-06)');
    expect(await days(null, 'reopened', '2025-10-30', '2025-11-06')).toBe('[2025-10-12,2025-10-30)');
  });
});
