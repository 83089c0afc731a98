import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { dayAt, labelSpan, overlapsOf, placeOfDay, shiftSpan, spanAround, takenDays, type Planned, type Zoom } from '@/domain/closure-planner';
import { fromEpochDay, toEpochDay } from '@/domain/day';

const closure = (id: string, start: string, end: string | null, more: Partial<Planned> = {}): Planned => ({
  id, crossingId: 'torkham', lane: 'trade', start, end, endState: end === null ? 'ongoing' : 'reopened', endLow: end, knownOn: end ?? start, ...more,
});
const days = (one: Planned) => {
  const { from, to } = takenDays(one);
  return `${fromEpochDay(from)}..${fromEpochDay(to)}`;
};

describe('the days a closure takes in its lane', () => {
  it.each([
    [closure('a', '2025-10-12', '2025-11-01'), '2025-10-12..2025-11-01'],
    [closure('a', '2025-10-12', '2025-10-12'), '2025-10-12..2025-10-13'],
    [closure('a', '2025-10-12', null, { knownOn: '2025-12-01' }), '2025-10-12..2025-12-02'],
    [closure('a', '2025-10-12', null, { endState: 'reopened', endLow: '2025-10-20', knownOn: '2025-10-15' }), '2025-10-12..2025-10-20'],
    [closure('a', '2025-10-12', null, { endState: 'reopened', endLow: null, knownOn: '2025-10-15' }), '2025-10-12..2025-10-15'],
  ])('%#', (one, taken) => expect(days(one)).toBe(taken));

  it('may touch and not overlap; all lanes and one lane may share days', () => {
    const mine = closure('mine', '2025-10-12', '2025-11-01');
    const others = [
      closure('before', '2025-09-01', '2025-10-12'), closure('after', '2025-11-01', '2025-11-05'), closure('inside', '2025-10-20', '2025-10-22'), closure('all', '2025-10-30', '2025-11-03', { lane: 'all' }),
      closure('other-lane', '2025-10-12', '2025-11-01', { lane: 'returnees' }), closure('elsewhere', '2025-10-12', '2025-11-01', { crossingId: 'chaman' }), closure('mine', '2025-10-12', '2025-11-01'),
    ];
    expect(overlapsOf(mine, others).map(({ other, first, last, isRefused }) => [other.id, first, last, isRefused])).toEqual([
      ['inside', '2025-10-20', '2025-10-21', true], ['all', '2025-10-30', '2025-10-31', false],
    ]);
  });
});

describe('the calendar', () => {
  it('shows the month, quarter or year of a day, and those beside it', () => {
    expect(labelSpan(spanAround('2025-11-15', 'month'))).toBe('November 2025');
    expect(labelSpan(spanAround('2025-11-15', 'quarter'))).toBe('October to December 2025');
    expect(labelSpan(shiftSpan(spanAround('2025-11-15', 'quarter'), 'quarter', 1))).toBe('January to March 2026');
    expect(labelSpan(shiftSpan(spanAround('2025-01-15', 'month'), 'month', -1))).toBe('December 2024');
    expect(labelSpan(shiftSpan(spanAround('2025-01-15', 'year'), 'year', 2))).toBe('2027');
  });

  const zooms = fc.constantFrom<Zoom>('month', 'quarter', 'year');
  property.prop([fc.integer({ min: 10_000, max: 30_000 }), zooms])('finds the day again that it placed, and comes back from where it went', (epochDay, zoom) => {
    const day = fromEpochDay(epochDay);
    const span = spanAround(day, zoom);
    expect(span.first <= day && day <= span.last).toBe(true);
    expect(dayAt((placeOfDay(epochDay, span) + placeOfDay(epochDay + 1, span)) / 2, span)).toBe(day);
    expect(shiftSpan(shiftSpan(span, zoom, 1), zoom, -1)).toEqual(span);
    expect(toEpochDay(shiftSpan(span, zoom, 1).first)).toBe(toEpochDay(span.last) + 1);
  });

  it('keeps what lies outside inside', () => {
    const span = spanAround('2025-11-15', 'month');
    expect([dayAt(-3, span), dayAt(0, span), dayAt(1, span), dayAt(9, span)]).toEqual(['2025-11-01', '2025-11-01', '2025-11-30', '2025-11-30']);
  });
});
