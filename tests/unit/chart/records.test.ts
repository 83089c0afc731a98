import { describe, expect, test } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import type { ChartDefinition } from '@/domain/chart/definition';
import { chartJson } from '@/domain/chart/json';
import { chartRecords } from '@/domain/chart/records';
import { CLOSURES, CRSS_ALL, CRSS_READINGS, KINDS, chartRows, citation, definition, reading } from './rows-fixture';

const CITATION = 'citation_title,citation_publisher,citation_date,citation_url';
const PERIODS = 'series,organisation,indicator,geography,breakdown,period,period_start,period_end,value,value_low,value_high,qualifier,empty,kind,status,'
  + `reported_on,revised,release,${CITATION}`;

function recordsOf(chart: ChartDefinition, rows = chartRows(), history = false) {
  return chartRecords(chart, rows, buildChart(chart, rows), { history });
}

describe('columns', () => {
  test.each([
    ['periods', PERIODS],
    ['year-to-date', PERIODS],
    ['closures', `closure,crossing,lane,start,start_precision,start_low,start_high,end,end_state,end_precision,end_low,end_high,known_on,reason,status,release,${CITATION}`],
    ['closed-days', 'crossing,lane,period,period_start,period_end,days_low,days_high,release'],
    ['claims', `claim,incident,incident_start,incident_end,claimant,lens,losses_of,measure,value_low,value_high,qualifier,stance,said_on,status,release,${CITATION}`],
  ] as const)('%s', (kind, columns) => {
    const { columns: actual, records } = recordsOf(definition(kind));
    expect(actual.join(',')).toBe(columns);
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) expect(Object.keys(record)).toEqual(actual);
  });
});

describe('periods', () => {
  const at = (period: string, rows = chartRows(), history = false) => recordsOf(definition('periods'), rows, history).records.filter((record) => record.period === period);

  test('one row a mark, with the value before this one', () => {
    expect(at('2025-Q2')).toEqual([{
      series: 'crss-fatalities', organisation: 'crss', indicator: 'violence-fatalities', geography: 'PK', breakdown: 'all', period: '2025-Q2',
      period_start: '2025-04-01', period_end: '2025-06-30', value: 616, value_low: 616, value_high: 616, qualifier: 'exact', empty: null, kind: 'reported',
      status: 'current', reported_on: '2025-09-30', revised: 615, release: 2, citation_title: 'Report 2025-09-30-crss-fatalities', citation_publisher: 'Dawn',
      citation_date: '2025-09-30', citation_url: 'https://example.org/2025-09-30-crss-fatalities',
    }]);
  });

  test('with history the superseded vintages follow, newest first', () => {
    const rows = at('2025-Q1', chartRows(), true);
    expect(rows.map(({ value, status, revised }) => [value, status, revised])).toEqual([[900, 'current', 897], [897, 'superseded', null]]);
  });

  test('an empty has no number, no qualifier and no kind', () => {
    const readings = CRSS_READINGS.filter(({ period }) => period.start !== '2024-04-01');
    expect(at('2024-Q2', chartRows({ readings }))).toMatchObject([{ value: null, value_low: null, value_high: null, qualifier: null, kind: null, empty: 'unknown', status: 'current' }]);
  });

  test('a withdrawn reading stays in the file', () => {
    const withdrawn = reading(CRSS_ALL.id, '2025-Q2', 999, '2025-08-01', { status: 'withdrawn' });
    expect(at('2025-Q2', chartRows({ readings: [...CRSS_READINGS, withdrawn] })).map(({ value, status }) => [value, status])).toEqual([[616, 'current'], [999, 'withdrawn']]);
  });

  test('several citations stand in one field, in the order of the mark', () => {
    const readings = [reading(CRSS_ALL.id, '2025-Q1', 900, '2025-07-01', { citations: [citation('a', 'Dawn'), citation('b', 'PTI', null)] })];
    expect(at('2025-Q1', chartRows({ readings }))[0]).toMatchObject({ citation_publisher: 'Dawn | PTI', citation_date: '2025-10-12 | ', citation_title: 'Report a | Report b' });
  });
});

describe('other kinds', () => {
  test('year to date writes the period each sum covers', () => {
    const { records } = recordsOf(definition('year-to-date'), chartRows(), true);
    const in2025 = records.filter(({ period_start: start }) => start === '2025-01-01');
    expect(in2025.map(({ period, value, status }) => [period, value, status])).toEqual([
      ['2025-Q1', 900, 'current'], ['2025-Q1', 897, 'superseded'],
      ['2025-H1', 1516, 'current'], ['2025-H1', 1515, 'superseded'], ['2025-H1', 1512, 'superseded'],
      ['2025-Q1..Q3', 2417, 'current'], ['2025', 3420, 'current'],
    ]);
    expect(in2025.find(({ value }) => value === 1515)).toMatchObject({ qualifier: 'at-least', value_low: 1515, value_high: null });
  });

  test('closures keep the edges unknown and withdrawn rows marked', () => {
    const closures = CLOSURES.map((one) => (one.id === 'torkham-2025-02-cargo' ? { ...one, status: 'withdrawn' as const } : one));
    const { records } = recordsOf(definition('closures'), chartRows({ closures }));
    expect(records.find(({ closure }) => closure === 'kharlachi-2024-01')).toMatchObject({ end: null, end_state: 'unknown', known_on: '2024-01-23', status: 'current' });
    expect(records.at(-1)).toMatchObject({ closure: 'torkham-2025-02-cargo', status: 'withdrawn' });
  });

  test('a vintage of closures holds no later end', () => {
    const { records } = recordsOf(definition('closures'), chartRows({ asOf: '2025-10-20' }));
    expect(records.find(({ closure }) => closure === 'torkham-2025-10-returnees')).toMatchObject({ end: null, end_state: 'ongoing', end_high: null, known_on: '2025-10-20' });
  });

  test('a denial has no number', () => {
    const { records } = recordsOf(definition('claims'));
    expect(records.find(({ claim }) => claim === 'ispr-civilians-denied')).toMatchObject({ value_low: null, value_high: null, stance: 'denies', qualifier: null });
    expect(records.find(({ claim }) => claim === 'ispr-taliban-killed')).toMatchObject({ value_low: 200, value_high: null, qualifier: 'more-than' });
  });
});

describe('JSON', () => {
  test('says what the CSV says in camelCase, citations as a list of objects', () => {
    const rows = chartRows();
    for (const kind of KINDS) {
      const chart = definition(kind);
      const model = buildChart(chart, rows);
      const { records } = chartRecords(chart, rows, model, { history: false });
      const json = chartJson(chart, rows, model, { history: false });
      expect(json).toHaveLength(records.length);
      json.forEach((object, index) => {
        const { citations, ...fields } = object;
        expect(Object.values(fields)).toEqual(Object.entries(records[index] ?? {}).filter(([column]) => !column.startsWith('citation_')).map(([, value]) => value));
        if (kind !== 'closed-days') expect(Array.isArray(citations)).toBe(true);
      });
    }
  });

  test('one object', () => {
    const rows = chartRows();
    const chart = definition('periods');
    const [first] = chartJson(chart, rows, buildChart(chart, rows), { history: false });
    expect(first).toMatchObject({
      periodStart: '2023-01-01', valueLow: 358, reportedOn: '2023-04-17',
      citations: [{ title: 'Report 2023-04-17-crss-fatalities', publisher: 'Dawn', date: '2023-04-17', locator: null, quote: null, paraphrase: null }],
    });
  });
});
