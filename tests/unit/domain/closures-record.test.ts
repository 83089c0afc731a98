import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import { closedDaysDefinition, reachOf, timelineDefinition } from '@/domain/chart/closures-record';
import { daysOfClosure } from '@/domain/closure-interval';
import { closuresTouching, longestClosures } from '@/domain/closure-choice';
import { laneReports, type Closure } from '@/domain/closure';
import { seedChartRows } from '../../fixtures/starting-data';
import { closure } from './build-rows';

describe('the last that is known of a lane', () => {
  const torkham = [
    closure('trade', { lane: 'trade', start: '2025-10-12', knownOn: '2026-03-11' }),
    closure('pedestrian', { lane: 'pedestrian', start: '2025-10-11', knownOn: '2026-02-25' }),
    closure('returnees', { lane: 'returnees', start: '2025-10-11', end: '2025-11-01' }),
    closure('all', { lane: 'all', start: '2026-02-26', knownOn: '2026-03-11' }),
  ];
  const of = (rows: readonly Closure[], lane: string) => laneReports(rows).find((report) => report.lane === lane);

  it('joins a row that takes over on the next day, and no row that had reopened', () => {
    expect(of(torkham, 'pedestrian')).toMatchObject({ state: 'closed', since: '2025-10-11', day: '2026-03-11', behind: [{ id: 'pedestrian' }, { id: 'all' }] });
    expect(of(torkham, 'returnees')).toMatchObject({ state: 'closed', since: '2026-02-26', behind: [{ id: 'all' }] });
  });

  it('starts anew after a day on which nobody saw it shut', () => {
    const rows = [closure('early', { start: '2025-01-01', endState: 'unknown', knownOn: '2025-01-05' }), closure('late', { start: '2025-01-07', knownOn: '2025-02-01' })];
    expect(of(rows, 'trade')).toMatchObject({ state: 'closed', since: '2025-01-07', behind: [{ id: 'late' }] });
  });

  it('stands on the lane’s own last day, not on that of another lane', () => {
    expect(of(torkham.filter(({ lane }) => lane !== 'all'), 'pedestrian')).toMatchObject({ state: 'closed', day: '2026-02-25' });
    expect(of(torkham.filter(({ lane }) => lane !== 'all'), 'returnees')).toMatchObject({ state: 'open', day: '2025-11-01', since: null });
  });

  it('does not call a lane closed whose reopening nobody reported, nor one open of which nothing is on record', () => {
    const fight = closure('fight', { lane: 'pedestrian', start: '2022-12-11', endState: 'unknown', knownOn: '2022-12-11' });
    expect(of([fight], 'pedestrian')).toMatchObject({ state: 'unknown', day: '2022-12-11', behind: [{ id: 'fight' }] });
    expect(of([fight], 'trade')).toMatchObject({ state: null, day: null, behind: [] });
  });

  it('says nothing of withdrawn rows', () => {
    expect(of([closure('wrong', { status: 'withdrawn' })], 'trade')).toMatchObject({ state: null });
  });
});

describe('which closures are picked', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2025-03-${String(date).padStart(2, '0')}`);
  const rows = fc.array(fc.tuple(day, day, fc.boolean()), { maxLength: 12 }).map((list) => list.map(([a, b, isOpen], index) => {
    const [start, end] = a < b ? [a, b] : [b, a];
    return isOpen ? closure(`c${index}`, { start, knownOn: end }) : closure(`c${index}`, { start, end });
  }));

  it('ranks by certain days and leaves out what is not certain for a day', () => {
    fc.assert(fc.property(rows, (closures) => {
      const lows = longestClosures(closures, 5).map((one) => daysOfClosure(one).low);
      const all = closures.map((one) => daysOfClosure(one).low).filter((low) => low > 0).sort((a, b) => b - a);
      expect(lows).toEqual(all.slice(0, 5));
    }));
  });

  it('finds the closures that touch a range, whose first day counts and whose last day counts', () => {
    const march = closure('march', { start: '2025-03-05', end: '2025-03-10' });
    expect(closuresTouching([march], '2025-03-09', null)).toEqual([march]);
    expect(closuresTouching([march], '2025-03-10', null)).toEqual([]);
    expect(closuresTouching([march], null, '2025-03-05')).toEqual([march]);
    expect(closuresTouching([march], null, '2025-03-04')).toEqual([]);
    expect(closuresTouching([closure('hours', { start: '2025-03-05', end: '2025-03-05' })], '2025-03-05', '2025-03-05')).toHaveLength(1);
  });

  it('splits every record into two ranges that together hold all of it', () => {
    fc.assert(fc.property(rows, day, (closures, cut) => {
      const before = closuresTouching(closures, null, cut);
      const after = closuresTouching(closures, cut, null);
      expect(new Set([...before, ...after]).size).toBe(closures.length);
    }));
  });
});

describe('the whole record of the starting data', () => {
  const rows = seedChartRows(2);
  const reach = reachOf(rows.crossings, rows.closures);
  if (reach === null) throw new Error('the starting data hold closures');

  it('draws every closure, with the crossings that have most first', () => {
    const model = buildChart(timelineDefinition(reach, reach.first), rows, { from: null, to: null, lens: 'all' });
    expect(model.kind === 'closures' && model.bars.length).toBe(rows.closures.length);
    expect(reach.crossings[0]?.name).toBe('Torkham');
    expect(reach).toMatchObject({ first: '2014-06-15', last: '2026-03-11', opening: '2023-01-01' });
    expect(reach.crossings.length - reach.closed.length).toBe(1);
  });

  it.each(['trade', 'pedestrian', 'returnees'] as const)('counts at least and at most the days closed to %s', (lane) => {
    const model = buildChart(closedDaysDefinition(reach, lane, reach.opening), rows, { from: null, to: null, lens: 'all' });
    if (model.kind !== 'closed-days') throw new Error(model.kind);
    const marks = model.panels.flatMap((panel) => panel.marks);
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.filter(({ low, high }) => low > high)).toEqual([]);
  });
});
