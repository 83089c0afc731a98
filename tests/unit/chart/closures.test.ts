import { describe, expect, test } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import type { ClosureBar, ClosuresModel } from '@/domain/chart/closures-model';
import { WHOLE_VIEW } from '@/domain/chart/view';
import { toEpochDay } from '@/domain/period';
import { CLOSURES, chartRows, closure, definition } from './rows-fixture';

const build = (asOf: string | null = null, options = {}) => buildChart(definition('closures', options), chartRows({ asOf }));

function barOf(model: ClosuresModel, id: string): ClosureBar {
  const bar = model.bars.find((one) => one.id === id);
  if (bar === undefined) throw new Error(`no bar ${id}`);
  return bar;
}

const cellsOf = (model: ClosuresModel, id: string) => model.table.rows.find((row) => row.id === id)?.cells.map(({ text }) => text);

describe('bars', () => {
  test('twenty days are twenty days wide', () => {
    const bar = barOf(build(), 'torkham-2025-10-returnees');
    expect([bar.solidFrom, bar.solidTo]).toEqual([toEpochDay('2025-10-12'), toEpochDay('2025-11-01')]);
    expect(bar.solidTo - bar.solidFrom).toBe(20);
    expect(bar).toMatchObject({ label: '12 Oct 2025 to 1 Nov 2025, 20 days', daysLow: 20, daysHigh: 20, softTo: bar.solidTo, softFrom: bar.solidFrom });
  });

  test('an ongoing closure stops on the last day it was known, and says so', () => {
    const bar = barOf(build(), 'chaman-2025-10-trade');
    expect(bar).toMatchObject({ solidTo: toEpochDay('2026-02-25'), softTo: toEpochDay('2026-02-25'), endState: 'ongoing', daysHigh: null });
    expect(bar.spoken).toContain('still shut on 25 Feb 2026');
    expect(bar.spoken).toContain('nothing known since');
    expect(cellsOf(build(), 'chaman-2025-10-trade')?.[3]).toBe('still shut on 25 Feb 2026, nothing known since');
  });

  test('an unknown end fades out over thirty days at most and never reaches today', () => {
    const bar = barOf(build(), 'kharlachi-2024-01');
    expect(bar.solidTo).toBe(toEpochDay('2024-01-23'));
    expect(bar.softTo).toBe(toEpochDay('2024-01-23') + 30);
    expect(bar).toMatchObject({ endState: 'unknown', daysLow: 11, daysHigh: null });
    expect(cellsOf(build(), 'kharlachi-2024-01')?.[3]).toBe('end unknown, last known shut on 23 Jan 2024');
  });

  test('an unknown end fades out no further than the next event of the lane, closures of all lanes included', () => {
    expect(barOf(build(), 'kharlachi-2024-09-clash').softTo).toBe(toEpochDay('2024-09-21'));
  });

  test('no bar leaves the axis', () => {
    const model = build(null, { from: '2024-01-15', to: '2024-02-10' });
    const bar = barOf(model, 'kharlachi-2024-01');
    expect(bar).toMatchObject({ solidFrom: toEpochDay('2024-01-15'), softTo: toEpochDay('2024-02-11'), daysLow: 11 });
    expect(model.bars).toHaveLength(1);
  });

  test('month precision and rival dates are soft edges with their sources', () => {
    const month = barOf(build(), 'kharlachi-2024-11');
    expect([month.softFrom, month.solidFrom]).toEqual([toEpochDay('2024-11-01'), toEpochDay('2024-11-30')]);
    const rival = barOf(build(), 'torkham-2025-10-trade');
    expect([rival.softFrom, rival.solidFrom]).toEqual([toEpochDay('2025-10-11'), toEpochDay('2025-10-12')]);
    expect(rival.rivals).toEqual([{ edge: 'start', at: toEpochDay('2025-10-11'), label: '11 Oct 2025, Express Tribune' }]);
    expect(rival.spoken).toContain('other sources: shut on 11 Oct 2025 by Express Tribune');
  });

  test('a closure seen on one day only has no count of days, and is still drawn', () => {
    const rows = chartRows({ closures: [closure('seen-once', 'torkham', 'all', '2025-03-01', null, { endState: 'ongoing' })] });
    const model = buildChart(definition('closures'), rows);
    expect(cellsOf(model, 'seen-once')?.[4]).toBe('not known');
    expect(model.bars[0]).toMatchObject({ softFrom: toEpochDay('2025-03-01'), softTo: toEpochDay('2025-03-02'), daysLow: 0, daysHigh: null });
  });

  test('a closure of some hours can still be seen', () => {
    const rows = chartRows({ closures: [closure('hours', 'torkham', 'all', '2025-03-01', '2025-03-01')] });
    const [bar] = buildChart(definition('closures'), rows).bars;
    expect(bar).toMatchObject({ daysLow: 0, solidFrom: toEpochDay('2025-03-01'), solidTo: toEpochDay('2025-03-01'), softTo: toEpochDay('2025-03-02') });
  });
});

describe('rows', () => {
  test('lanes of one crossing are adjacent and only the first names it', () => {
    expect(build().rows.map(({ crossing, laneLabel, isFirstOfCrossing }) => [crossing, laneLabel, isFirstOfCrossing])).toEqual([
      ['Torkham', 'All movement', true], ['Torkham', 'Trade', false], ['Torkham', 'Travellers', false], ['Torkham', 'Returnees', false],
      ['Chaman / Spin Boldak', 'Trade', true], ['Chaman / Spin Boldak', 'Returnees', false],
      ['Kharlachi / Dand-e-Patan', 'All movement', true], ['Kharlachi / Dand-e-Patan', 'Trade', false],
    ]);
  });

  test('a crossing without a record is not called open', () => {
    expect(build().notes.join(' ')).toContain('No closure on record between 1 Jan 2024 and 31 Mar 2026: Badini. That does not mean that it was open.');
  });

  test('a withdrawn closure is struck through in the table and has no bar', () => {
    const closures = CLOSURES.map((one) => (one.id === 'torkham-2025-02-cargo' ? { ...one, status: 'withdrawn' as const, changeNote: 'Counted twice' } : one));
    const model = buildChart(definition('closures'), chartRows({ closures }));
    expect(model.bars.some(({ id }) => id === 'torkham-2025-02-cargo')).toBe(false);
    expect(model.table.rows.at(-1)).toMatchObject({ id: 'torkham-2025-02-cargo', status: 'withdrawn' });
    expect(model.notes.join(' ')).toContain('Counted twice');
  });
});

describe('vintages and views', () => {
  test('before the reopening nobody knew of it', () => {
    const model = build('2025-10-20');
    expect(barOf(model, 'torkham-2025-10-returnees')).toMatchObject({ endState: 'ongoing', daysHigh: null, solidTo: toEpochDay('2025-10-20') });
    expect(model.axis.to).toBe(toEpochDay('2025-10-21'));
    expect(model.knownUntil).toBe('2025-10-20');
    expect(model.notes.join(' ')).toContain('As known on 20 Oct 2025: ends reported later are left out.');
  });

  test('closures that had not begun are not there', () => {
    expect(build('2025-07-10').bars.map(({ id }) => id)).not.toContain('torkham-2025-10-trade');
  });

  test('a view zooms in by days', () => {
    const model = buildChart(definition('closures'), chartRows(), { ...WHOLE_VIEW, from: '2025-10-01', to: '2025-11-30' });
    expect([model.axis.from, model.axis.to]).toEqual([toEpochDay('2025-10-01'), toEpochDay('2025-12-01')]);
    expect(model.annotations).toMatchObject([{ id: 'clashes', at: toEpochDay('2025-10-11') }]);
  });

  test.each([
    [{ crossingIds: ['nowhere'] }, 'unknown-crossing'],
    [{ from: '2026-01', to: '2025-01' }, 'malformed-range'],
  ])('%j is a definition error', (options, fault) => {
    expect(() => build(null, options)).toThrow(expect.objectContaining({ fault }));
  });

  test('alt text says longest, still shut, unknown and disputed', () => {
    expect(build().altText).toBe(
      'Timeline, 1 Jan 2024 to 31 Mar 2026: 12 closures at 3 crossings, a row a lane. Longest: Kharlachi / Dand-e-Patan (trade), Nov 2024 to 9 May 2025, '
        + '160 to 189 days. 5 still shut when last known, the latest on 11 Mar 2026. 2 with unknown end. Dates disputed in 1.',
    );
  });
});
