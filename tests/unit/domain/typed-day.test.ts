import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { fromEpochDay } from '@/domain/day';
import { labelTypedDay, lastDayOf, parseTypedDay, printTypedDay } from '@/domain/typed-day';

const read = (text: string) => {
  const parsed = parseTypedDay(text);
  return parsed.ok ? `${parsed.value.day} ${parsed.value.precision}` : parsed.refusal.code;
};

describe('a typed date', () => {
  it.each([
    ['2025-10-12', '2025-10-12 day'], ['2025/10/2', '2025-10-02 day'], ['12 Oct 2025', '2025-10-12 day'], ['12 october 2025', '2025-10-12 day'], ['Oct 12, 2025', '2025-10-12 day'],
    ['1st Sept 2025', '2025-09-01 day'], ['Sep. 3, 2024', '2024-09-03 day'], ['2025-10', '2025-10-01 month'], ['October 2025', '2025-10-01 month'], ['2025', '2025-01-01 year'],
    ['', 'blank'], ['12/10/2025', 'ambiguous-day'], ['12.10.25', 'ambiguous-day'], ['2025-02-30', 'not-a-day'], ['31 Apr 2025', 'not-a-day'], ['2025-13', 'not-a-day'], ['last spring', 'not-a-day'],
    ['12 Octember 2025', 'not-a-day'], ['ma 2025', 'not-a-day'],
  ])('%s is %s', (text, said) => expect(read(text)).toBe(said));

  property.prop([fc.integer({ min: -100_000, max: 100_000 }), fc.constantFrom('day', 'month', 'year')])('reads again what it prints', (epochDay, precision) => {
    const day = fromEpochDay(epochDay);
    const first = precision === 'day' ? day : precision === 'month' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;
    expect(parseTypedDay(printTypedDay(first, precision))).toEqual({ ok: true, value: { day: first, precision } });
    expect(parseTypedDay(labelTypedDay({ day: first, precision }))).toEqual({ ok: true, value: { day: first, precision } });
    expect(lastDayOf({ day: first, precision }) >= first).toBe(true);
  });

  it('ends with its month or year', () => {
    expect(lastDayOf({ day: '2024-02-01', precision: 'month' })).toBe('2024-02-29');
    expect(lastDayOf({ day: '2024-01-01', precision: 'year' })).toBe('2024-12-31');
  });
});
