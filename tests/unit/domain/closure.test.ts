import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closureInterval, closureLabel, daysClosed, describeCrossing, laneStates } from '@/domain/closure';
import type { Closure, Lane } from '@/domain/closure';
import { addDays, daysIn, fromEpochDay, periodOf, toEpochDay } from '@/domain/period';
import { closure, period } from './build-rows';

const torkham: readonly Closure[] = [
  closure('trade', { lane: 'trade', start: '2025-10-12', knownOn: '2026-02-25' }),
  closure('pedestrian', { lane: 'pedestrian', start: '2025-10-12', knownOn: '2026-02-25' }),
  closure('returnees', { lane: 'returnees', start: '2025-10-12', end: '2025-11-01' }),
];

describe('days closed', () => {
  it('counts half-open: 12 October to 1 November 2025 is 20 days', () => {
    expect(daysClosed(torkham, 'returnees', period('2025'))).toEqual({ low: 20, high: 20, isOpenEnded: false });
    expect(daysClosed(torkham, 'returnees', period('2025-10'))).toEqual({ low: 20, high: 20, isOpenEnded: false });
    expect(daysClosed(torkham, 'returnees', period('2025-11'))).toEqual({ low: 0, high: 0, isOpenEnded: false });
    expect(daysClosed(torkham, 'returnees', period('2025-11-01'))).toEqual({ low: 0, high: 0, isOpenEnded: false });
    expect(daysClosed(torkham, 'returnees', period('2025-10-31'))).toEqual({ low: 1, high: 1, isOpenEnded: false });
  });

  it('is certain of an open end only up to the day it was last seen shut', () => {
    expect(daysClosed(torkham, 'trade', period('2025-Q4'))).toEqual({ low: 81, high: 81, isOpenEnded: true });
    expect(daysClosed(torkham, 'trade', period('2026-Q1'))).toEqual({ low: 55, high: 90, isOpenEnded: true });
    expect(daysClosed(torkham, 'trade', period('2026-Q2'))).toEqual({ low: 0, high: 91, isOpenEnded: true });
    expect(daysClosed(torkham, 'trade', period('2025-Q3'))).toEqual({ low: 0, high: 0, isOpenEnded: false });
  });

  it('ends an unknown closure at the next start on the same lane', () => {
    const rows = [
      closure('a', { lane: 'all', start: '2023-01-05', endState: 'unknown', knownOn: '2023-01-07' }),
      closure('b', { lane: 'pedestrian', start: '2023-02-19', end: '2023-02-25' }),
    ];
    expect(daysClosed(rows, 'pedestrian', period('2023'))).toEqual({ low: 2 + 6, high: 45 + 6, isOpenEnded: false });
    expect(daysClosed(rows, 'trade', period('2023'))).toEqual({ low: 2, high: 361, isOpenEnded: true });
  });

  it('does not end a closure at a start while it was still seen shut', () => {
    const rows = [
      closure('trade', { lane: 'trade', start: '2025-10-12', knownOn: '2026-03-11' }),
      closure('all', { lane: 'all', start: '2026-02-26', end: '2026-03-01' }),
    ];
    expect(daysClosed(rows, 'trade', period('2026-Q1'))).toEqual({ low: 69, high: 90, isOpenEnded: true });
  });

  it('bounds disputed edges', () => {
    const disputed = closure('torkham-2025-02', {
      start: '2025-02-21', end: '2025-03-19', endLow: '2025-03-18', endHigh: '2025-03-19', startLow: '2025-02-20', startHigh: '2025-02-22',
    });
    expect(daysClosed([disputed], 'trade', period('2025'))).toEqual({ low: 24, high: 27, isOpenEnded: false });
    expect(closureInterval(disputed)).toEqual({
      solidFrom: toEpochDay('2025-02-22'), solidTo: toEpochDay('2025-03-18'),
      softFrom: toEpochDay('2025-02-20'), softTo: toEpochDay('2025-03-19'), openEnded: false,
    });
  });

  it('bounds an edge of which only the month is known', () => {
    const angoorAdda = closure('angoor-adda', {
      start: '2023-09-01', startPrecision: 'month', startLow: '2023-09-01', startHigh: '2023-09-30',
      end: '2023-10-10', knownOn: '2023-10-09',
    });
    expect(daysClosed([angoorAdda], 'trade', period('2023'))).toEqual({ low: 10, high: 39, isOpenEnded: false });
    // Seen shut on the 9th, it was shut by the 9th.
    expect(daysClosed([{ ...angoorAdda, knownOn: '2023-09-09' }], 'trade', period('2023')))
      .toEqual({ low: 31, high: 39, isOpenEnded: false });
  });

  it('knows a reopening without its day only by its bounds', () => {
    const chaman = closure('chaman-2021-07', { start: '2021-07-14', endState: 'reopened', knownOn: '2021-07-25', endHigh: '2021-08-06' });
    expect(daysClosed([chaman], 'trade', period('2021'))).toEqual({ low: 11, high: 23, isOpenEnded: false });
    expect(daysClosed([{ ...chaman, endHigh: null }], 'trade', period('2021'))).toEqual({ low: 11, high: 171, isOpenEnded: true });
  });

  it('counts a day shut and reopened as none', () => {
    const hours = closure('torkham-2021-08', { start: '2021-08-15', end: '2021-08-15' });
    expect(daysClosed([hours], 'trade', period('2021-08'))).toEqual({ low: 0, high: 0, isOpenEnded: false });
  });

  it('counts overlapping rows once, and `all` on every lane', () => {
    const rows = [
      closure('a', { lane: 'trade', start: '2025-01-01', end: '2025-01-11' }),
      closure('b', { lane: 'all', start: '2025-01-06', end: '2025-01-16' }),
      closure('c', { lane: 'trade', start: '2025-01-16', end: '2025-01-18' }),
    ];
    expect(daysClosed(rows, 'trade', period('2025'))).toMatchObject({ low: 17, high: 17 });
    expect(daysClosed(rows, 'returnees', period('2025'))).toMatchObject({ low: 10, high: 10 });
    expect(daysClosed(rows, 'all', period('2025'))).toMatchObject({ low: 10, high: 10 });
    expect(daysClosed(torkham, 'all', period('2025'))).toEqual({ low: 20, high: 20, isOpenEnded: false });
  });

  it('does not count withdrawn rows, and refuses to mix crossings', () => {
    expect(daysClosed(torkham.map((row) => ({ ...row, status: 'withdrawn' as const })), 'trade', period('2025')))
      .toMatchObject({ low: 0, high: 0 });
    expect(daysClosed([], 'trade', period('2025'))).toEqual({ low: 0, high: 0, isOpenEnded: false });
    expect(() => daysClosed([closure('a'), closure('b', { crossingId: 'chaman' })], 'trade', period('2025'))).toThrow(RangeError);
  });
});

describe('what stands open', () => {
  it.each([
    ['2025-10-11', 'not known'],
    ['2025-10-12', 'closed to all'],
    ['2025-10-31', 'closed to all'],
    ['2025-11-01', 'open to returnees, closed to trade and travellers'],
    ['2026-02-25', 'open to returnees, closed to trade and travellers'],
    ['2026-02-26', 'not known'],
    ['2030-01-01', 'not known'],
  ])('Torkham on %s: %s', (day, words) => {
    expect(describeCrossing(torkham, day)).toBe(words);
  });

  it('names each lane', () => {
    expect(laneStates(torkham, '2025-11-01')).toEqual([
      { lane: 'trade', state: 'closed' }, { lane: 'pedestrian', state: 'closed' }, { lane: 'returnees', state: 'open' },
    ]);
  });

  it('says what is not known beside what is', () => {
    const rows = [
      closure('a', { lane: 'pedestrian', start: '2023-01-05', endState: 'unknown', knownOn: '2023-01-07' }),
      closure('b', { lane: 'trade', start: '2023-01-06', end: '2023-02-25' }),
    ];
    expect(describeCrossing(rows, '2023-01-07')).toBe('open to returnees, closed to trade and travellers');
    expect(describeCrossing(rows, '2023-01-08')).toBe('open to returnees, closed to trade, not known for travellers');
    expect(describeCrossing(rows, '2023-01-05')).toBe('open to trade and returnees, closed to travellers');
    expect(describeCrossing([closure('a', { end: '2025-10-14' })], '2025-10-14')).toBe('open to all');
  });

  it('does not call a disputed day open or closed', () => {
    const disputed = closure('a', { lane: 'all', start: '2025-02-21', end: '2025-03-19', endLow: '2025-03-18', endHigh: '2025-03-19' });
    expect(describeCrossing([disputed], '2025-03-17')).toBe('closed to all');
    expect(describeCrossing([disputed], '2025-03-18')).toBe('not known');
    expect(describeCrossing([disputed], '2025-03-19')).toBe('open to all');
  });
});

describe('the label', () => {
  it.each<[string, Partial<Closure>]>([
    ['12 Oct 2025 to 1 Nov 2025, 20 days', { start: '2025-10-12', end: '2025-11-01' }],
    ['9 May 2025 to 10 May 2025, 1 day', { start: '2025-05-09', end: '2025-05-10' }],
    ['15 Aug 2021, less than a day', { start: '2021-08-15', end: '2021-08-15' }],
    ['12 Oct 2025, still shut on 25 Feb 2026, at least 136 days', { start: '2025-10-12', knownOn: '2026-02-25' }],
    ['29 Jan 2020, last known shut on 29 Jan 2020, end unknown', { start: '2020-01-29', endState: 'unknown' }],
    ['18 Sep 2024, last known shut on 22 Sep 2024, end unknown, at least 4 days',
      { start: '2024-09-18', endState: 'unknown', knownOn: '2024-09-22' }],
    ['11 Oct 2025 to 1 Nov 2025, 19 to 21 days',
      { start: '2025-10-11', startHigh: '2025-10-12', end: '2025-11-01', endLow: '2025-10-31', endHigh: '2025-11-01' }],
    ['Sep 2023 to 30 Sep 2025, 731 to 760 days',
      { start: '2023-09-01', startPrecision: 'month', startHigh: '2023-09-30', end: '2025-09-30' }],
    ['14 Jul 2021, reopened by 6 Aug 2021, 11 to 23 days',
      { start: '2021-07-14', endState: 'reopened', knownOn: '2021-07-25', endHigh: '2021-08-06' }],
    ['14 Jul 2021, reopened on a day that is not known, at least 11 days',
      { start: '2021-07-14', endState: 'reopened', knownOn: '2021-07-25' }],
  ])('%s', (label, change) => {
    expect(closureLabel(closure('x', change))).toBe(label);
  });
});

const ORIGIN = toEpochDay('2024-01-01');
const lanes = fc.constantFrom<Lane>('trade', 'pedestrian', 'returnees', 'all');
const day = (offset: number) => fromEpochDay(ORIGIN + offset);

/** Closures with sharp, disputed, monthly, open and unknown edges; the day last seen shut lies between start and end, as evidence does. */
const closures: fc.Arbitrary<Closure> = fc.record({
  id: fc.stringMatching(/^[a-z]{4}$/),
  lane: lanes,
  from: fc.integer({ min: 0, max: 120 }),
  startSlack: fc.integer({ min: 0, max: 10 }),
  sure: fc.integer({ min: 0, max: 40 }),
  endSlack: fc.integer({ min: 0, max: 10 }),
  endState: fc.constantFrom('reopened' as const, 'ongoing' as const, 'unknown' as const),
}).map(({ id, lane, from, startSlack, sure, endSlack, endState }) => {
  const seen = from + startSlack + sure;
  const isReopened = endState === 'reopened';
  return closure(id, {
    lane, start: day(from), startLow: day(from), startHigh: day(from + startSlack), endState,
    end: isReopened ? day(seen) : null, endLow: isReopened ? day(seen) : null, endHigh: isReopened ? day(seen + endSlack) : null,
    knownOn: day(seen),
  });
});

const windows = fc.tuple(fc.integer({ min: -20, max: 200 }), fc.integer({ min: 0, max: 120 }))
  .map(([start, more]) => periodOf(day(start), day(start + more)));

describe('any closures', () => {
  const rows = fc.array(closures, { maxLength: 6 });

  it('stay within 0 <= low <= high <= days of the period', () => {
    fc.assert(fc.property(rows, lanes, windows, (list, lane, window) => {
      const { low, high } = daysClosed(list, lane, window);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeGreaterThanOrEqual(low);
      expect(high).toBeLessThanOrEqual(daysIn(window));
    }), { numRuns: 2000 });
  });

  it('add up over adjoining periods, day by day', () => {
    fc.assert(fc.property(rows, lanes, windows, (list, lane, window) => {
      const each = Array.from({ length: daysIn(window) }, (_, at) => addDays(window.start, at))
        .map((one) => daysClosed(list, lane, periodOf(one, one)));
      const whole = daysClosed(list, lane, window);
      expect(each.reduce((sum, one) => sum + one.low, 0)).toBe(whole.low);
      expect(each.reduce((sum, one) => sum + one.high, 0)).toBe(whole.high);
    }), { numRuns: 200 });
  });

  it('count the same row twice as once, and in any order', () => {
    fc.assert(fc.property(rows, lanes, windows, (list, lane, window) => {
      expect(daysClosed([...list, ...list].reverse(), lane, window)).toEqual(daysClosed(list, lane, window));
    }));
  });

  it('are certain of no fewer days when a closure is added', () => {
    fc.assert(fc.property(rows, closures, lanes, windows, (list, more, lane, window) => {
      expect(daysClosed([...list, more], lane, window).low).toBeGreaterThanOrEqual(daysClosed(list, lane, window).low);
    }));
  });

  it('agree with the lane states: certain days are closed, days that cannot be shut are never closed, doubtful ones never open', () => {
    fc.assert(fc.property(rows, windows, (list, window) => {
      const at = window.start;
      for (const { lane, state } of laneStates(list, at)) {
        const { low, high } = daysClosed(list, lane, periodOf(at, at));
        if (low === 1) expect(state).toBe('closed');
        if (high === 1) expect(state).not.toBe('open');
        if (high === 0) expect(state).not.toBe('closed');
      }
    }), { numRuns: 1000 });
  });

  it('are never open after the last day known, nor before the first', () => {
    fc.assert(fc.property(rows, fc.integer({ min: 1, max: 400 }), (list, later) => {
      const last = Math.max(ORIGIN, ...list.map((one) => Math.max(toEpochDay(one.knownOn), toEpochDay(one.endHigh ?? one.knownOn))));
      expect(laneStates(list, fromEpochDay(last + later)).every(({ state }) => state === 'unknown')).toBe(true);
      expect(laneStates(list, fromEpochDay(ORIGIN - later)).every(({ state }) => state === 'unknown')).toBe(true);
    }));
  });

  it('learn monotonically: better evidence on a closure never widens the bounds', () => {
    const evidence = fc.record({
      startLow: fc.nat(10), startHigh: fc.nat(10), seenLater: fc.nat(15), endAfter: fc.nat(10), isEndFound: fc.boolean(),
    });
    fc.assert(fc.property(closures, evidence, windows, (before, found, window) => {
      const { softFrom, solidFrom } = closureInterval(before);
      const low = Math.min(softFrom + found.startLow, solidFrom);
      const high = Math.max(solidFrom - found.startHigh, low);
      const seen = toEpochDay(before.knownOn) + (before.endState === 'reopened' ? 0 : found.seenLater);
      const end = before.endState !== 'reopened' && found.isEndFound ? fromEpochDay(seen + found.endAfter) : null;
      const after: Closure = {
        ...before, start: fromEpochDay(low), startLow: fromEpochDay(low), startHigh: fromEpochDay(high), knownOn: fromEpochDay(seen),
        ...(end === null ? {} : { endState: 'reopened', end, endLow: end, endHigh: end }),
      };
      const lane = before.lane === 'all' ? 'trade' : before.lane;
      const [known, better] = [daysClosed([before], lane, window), daysClosed([after], lane, window)];
      expect(better.low).toBeGreaterThanOrEqual(known.low);
      expect(better.high).toBeLessThanOrEqual(known.high);
    }), { numRuns: 2000 });
  });
});
