import { describe, expect, it } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import { seedChartRows, seedCharts } from '@/tests/fixtures/starting-data';

const rows = seedChartRows(2);
const differencesOf = (slug: string) => {
  const chart = seedCharts(2).find((one) => one.slug === slug);
  const model = chart && buildChart(chart, rows);
  return model?.kind === 'periods' ? model.differences : undefined;
};

describe('what differs between series side by side', () => {
  it('is nothing within one count', () => {
    expect(differencesOf('victims-by-quarter')).toBeNull();
    expect(differencesOf('fatalities-by-province')).toBeNull();
  });

  it('is told by what each includes, shared things first', () => {
    const differences = differencesOf('three-counts-of-deaths');
    expect(differences?.summary).toBe(
      'Not the same count. All include civilians, security personnel and militants killed in attacks. '
      + 'Operations of the security forces: all but PIPS; peace committees: only PICSS.',
    );
    expect(differences?.columns.map(({ label }) => label)).toEqual(['CRSS', 'PICSS', 'PIPS']);
    expect(differences?.rows.map(({ id, isIncluded }) => [id, ...isIncluded])).toEqual([['operations', true, true, false], ['peace-committees', false, true, false]]);
  });

  it('sets apart whoever counts by a rule that nobody shares', () => {
    expect(differencesOf('deaths-by-year-and-source')?.summary).toMatch(/^Not the same count. GTI counts by a rule of its own. The others all include civilians/);
    expect(differencesOf('attacks-by-month')).toMatchObject({ summary: 'Not the same count. Each organisation counts by a rule of its own.', rows: [] });
  });

  it('agrees with the sets of every pair of series in every chart', () => {
    for (const chart of seedCharts(2)) {
      const model = buildChart(chart, rows);
      if (model.kind !== 'periods' || !model.differences) continue;
      for (const { id, isIncluded } of model.differences.rows) {
        model.differences.columns.forEach((column, index) => {
          const [organisation, indicator] = column.id.split('|');
          expect(rows.organisations.some((one) => one.id === organisation)).toBe(true);
          const { includes = [] } = rows.indicators.find((one) => one.id === indicator) ?? {};
          const isCounted = includes.includes(id) || (id.startsWith('militants-') && includes.includes('militants'));
          expect(isIncluded[index], `${chart.slug} ${column.label} ${id}`).toBe(isCounted);
        });
      }
    }
  });
});
