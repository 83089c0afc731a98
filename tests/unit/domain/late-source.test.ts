import { describe, expect, it } from 'vitest';
import { nextReports, type PastReport } from '@/domain/late-source';
import { labelPeriod } from '@/domain/period';
import { period } from './build-rows';

function report(text: string, knownFrom: string, change: Partial<PastReport> = {}): PastReport {
  return { organisationId: 'crss', period: period(text), knownFrom, hasDay: true, citations: [], ...change };
}

const quarters = [report('2025-Q1', '2025-04-02'), report('2025-Q2', '2025-07-15'), report('2025-Q3', '2025-10-01'), report('2025-Q4', '2026-01-05')];
const only = (reports: readonly PastReport[], day: string) => nextReports(reports, day).map(({ state, period: next, earliest, usual, latest, missing }) =>
  ({ state, next: labelPeriod(next), earliest, usual, latest, missing: missing.map(labelPeriod) }));

describe('when the next report is to be expected', () => {
  it('follows from how many days after their periods the past ones came', () => {
    expect(only(quarters, '2026-01-06')).toEqual([{ state: 'expected', next: 'Q1 2026', earliest: '2026-04-01', usual: '2026-04-05', latest: '2026-04-15', missing: [] }]);
  });

  it('is due from the earliest day on, and overdue only after the latest', () => {
    const stateOn = (day: string) => only(quarters, day)[0]?.state;
    expect([stateOn('2026-03-31'), stateOn('2026-04-01'), stateOn('2026-04-15'), stateOn('2026-04-16')]).toEqual(['expected', 'due', 'due', 'overdue']);
  });

  it('names every period that is missing', () => {
    expect(only(quarters, '2026-11-22')[0]).toMatchObject({ state: 'overdue', next: 'Q1 2026', missing: ['Q1 2026', 'Q2 2026', 'Q3 2026'] });
  });

  it('does not miss a quarter that a report of the year ends with', () => {
    const withYear = [...quarters.slice(0, 3), report('2025', '2026-01-01')];
    expect(only(withYear, '2026-02-01')[0]).toMatchObject({ next: 'Q1 2026', state: 'expected' });
    expect(only(quarters.slice(0, 3), '2026-02-01')[0]).toMatchObject({ next: 'Q4 2025', state: 'overdue' });
  });

  it('knows nothing of reports that came after the day it is judged on', () => {
    expect(only(quarters, '2025-12-31')[0]).toMatchObject({ next: 'Q4 2025', state: 'expected' });
    expect(only(quarters, '2025-09-30')).toEqual([]);
  });

  it('takes the first report of a period, not a comparison a year later, and no month for a day', () => {
    const [next] = nextReports([...quarters, report('2025-Q1', '2026-01-05'), report('2024-Q4', '2025-12-31'), report('2024-Q3', '2024-10-31', { hasDay: false })], '2026-01-06');
    expect(next?.reckonedFrom.map(({ lag }) => lag)).toEqual([5, 1, 15, 2]);
  });

  it('takes a total given long before its period ends for no report of it', () => {
    const years = [report('2022', '2023-01-02'), report('2023', '2024-01-02'), report('2024', '2024-12-28')];
    expect(only([...years, report('2025', '2025-03-31')], '2025-06-01')[0]).toMatchObject({ next: '2025', state: 'expected' });
  });

  it('speaks of no rhythm below three dated reports, nor after thirteen in a row are missing', () => {
    expect(nextReports(quarters.slice(0, 2), '2026-01-06')).toEqual([]);
    const months = [report('2024-08', '2024-09-05'), report('2024-09', '2024-10-05'), report('2024-10', '2024-11-05')];
    expect(only(months, '2025-11-01')[0]?.missing).toHaveLength(11);
    expect(only(months, '2026-01-01')).toEqual([]);
  });
});
