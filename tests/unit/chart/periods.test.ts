import { describe, expect, test } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import { ChartDefinitionError } from '@/domain/chart/definition-error';
import type { PeriodMark, PeriodsModel } from '@/domain/chart/model';
import { WHOLE_VIEW } from '@/domain/chart/view';
import {
  CRSS_ALL, CRSS_CIVILIANS, CRSS_OUTLAWS, CRSS_READINGS, FATALITIES, PICSS_ATTACKS, chartRows, citation, definition, reading, series,
} from './rows-fixture';

function markAt(model: PeriodsModel, label: string, seriesId = CRSS_ALL.id): PeriodMark {
  const band = model.bands.findIndex((one) => one.label === label);
  const mark = model.panels.flatMap(({ marks }) => marks).find((one) => one.band === band && one.seriesId === seriesId);
  if (mark === undefined) throw new Error(`no mark at ${label}`);
  return mark;
}

const rowOf = (model: PeriodsModel, label: string) => model.table.rows.filter(({ cells }) => cells[0]?.text === label);

describe('values and vintages', () => {
  test('Q2 2025 is 615 to a reader of 10 July 2025 and 616 today', () => {
    const then = markAt(buildChart(definition('periods'), chartRows({ asOf: '2025-07-10' })), 'Q2 2025');
    expect(then).toMatchObject({ value: 615, qualifier: 'at-least', label: '≥ 615', low: 615, high: null, vintages: [] });
    const now = markAt(buildChart(definition('periods'), chartRows()), 'Q2 2025');
    expect(now).toMatchObject({ value: 616, qualifier: 'exact', label: '616', low: 616, high: 616, reportedOn: '2025-09-30' });
    expect(now.vintages).toMatchObject([{ value: 615, label: '≥ 615', reportedOn: '2025-06-30' }]);
    expect(now.spoken).toBe('Q2 2025: 616 deaths, CRSS as read in Dawn, reported on 30 Sep 2025; first given as at least 615 deaths on 30 Jun 2025.');
  });

  test('a derived value says how it was made and that nobody printed it', () => {
    const mark = markAt(buildChart(definition('periods'), chartRows()), 'Q4 2025');
    expect(mark).toMatchObject({ value: 1003, kind: 'derived', formula: '3417 (year) - 2414 (Q1-Q3 as published)' });
    expect(mark.spoken).toContain('derived, not printed by the source');
  });

  test('a reported value replaces a derived one and keeps it as vintage', () => {
    const mark = markAt(buildChart(definition('periods'), chartRows()), 'Q4 2024');
    expect(mark).toMatchObject({ value: 1028, kind: 'reported' });
    expect(mark.vintages).toMatchObject([{ value: 1012, kind: 'derived' }]);
    expect(mark.spoken).toContain('first worked out as 1,012 deaths');
  });

  test('an unconfirmed value says so on the mark, in the table and in the notes', () => {
    const readings = [reading(CRSS_ALL.id, '2025-Q1', 600, '2025-10-13', { isUnconfirmed: true, qualifier: 'at-least' })];
    const model = buildChart(definition('periods', { from: '2025-Q1', to: '2025-Q1' }), chartRows({ readings }));
    expect(markAt(model, 'Q1 2025')).toMatchObject({ isUnconfirmed: true, label: '≥ 600' });
    expect(model.table.rows[0]?.cells[1]?.remarks).toContain('unconfirmed');
    expect(model.notes.join(' ')).toContain('Unconfirmed, the original statement was not found: Q1 2025.');
  });

  test('two sources of one day that differ are both said and both cited', () => {
    const readings = [
      reading(CRSS_ALL.id, '2025-Q1', 59, '2025-04-01', { id: 'a', citations: [citation('a', 'Pakistan Today')] }),
      reading(CRSS_ALL.id, '2025-Q1', 62, '2025-04-01', { id: 'b', citations: [citation('b', 'Dawn')] }),
    ];
    const model = buildChart(definition('periods', { from: '2025-Q1', to: '2025-Q1' }), chartRows({ readings }));
    const mark = markAt(model, 'Q1 2025');
    expect(mark.rivals).toEqual(['59 deaths by Pakistan Today']);
    expect(mark.citations).toHaveLength(2);
    expect(model.notes.join(' ')).toContain('Reports of the same day differ');
  });

  test('a report from before the end of its period is said to be early', () => {
    const readings = [reading(CRSS_ALL.id, '2024', 2546, '2024-12-30')];
    const model = buildChart(definition('periods', { periodKind: 'year', from: '2024', to: '2024' }), chartRows({ readings }));
    expect(markAt(model, '2024').isIncomplete).toBe(true);
    expect(model.notes.join(' ')).toContain('Reported before the period was over');
  });
});

describe('empties', () => {
  const readings = CRSS_READINGS.filter(({ period, seriesId }) => seriesId === CRSS_ALL.id && period.kind === 'quarter' && period.start !== '2024-04-01');

  test('a gap behind what is known is unknown, a period after it is not yet reported, and neither is a zero', () => {
    const model = buildChart(definition('periods', { to: '2026-Q2' }), chartRows({ readings }));
    expect(markAt(model, 'Q2 2024')).toMatchObject({ value: null, empty: 'unknown', span: [0, 0] });
    expect(markAt(model, 'Q1 2026')).toMatchObject({ value: null, empty: 'not-yet-reported', low: null, high: null });
    expect(rowOf(model, 'Q1 2026')[0]?.cells[1]).toMatchObject({ text: 'not yet reported', empty: 'not-yet-reported' });
    expect(model.notes.join(' ')).toContain('An empty place is not a zero.');
    expect(model.knownUntil).toBe('2025-12-31');
  });

  test('a source that gave only the year leaves its quarters unknown, not to come', () => {
    const withYear = [...readings.filter(({ period }) => period.start < '2025-10-01'), reading(CRSS_ALL.id, '2025', 3417, '2026-01-01')];
    expect(markAt(buildChart(definition('periods'), chartRows({ readings: withYear })), 'Q4 2025').empty).toBe('unknown');
  });

  test('an empty that the source states keeps its kind, and a reported zero is a value', () => {
    const stated = [reading(CRSS_ALL.id, '2025-Q1', null, '2025-04-01', { empty: 'withheld' }), reading(CRSS_ALL.id, '2025-Q2', 0, '2025-07-01')];
    const model = buildChart(definition('periods', { from: '2025-Q1', to: '2025-Q2' }), chartRows({ readings: stated }));
    expect(markAt(model, 'Q1 2025')).toMatchObject({ empty: 'withheld', label: 'withheld' });
    expect(markAt(model, 'Q2 2025')).toMatchObject({ empty: null, value: 0, label: '0' });
  });

  test('bands that had not begun on the vintage day are not drawn; one that ran is said to be running', () => {
    const model = buildChart(definition('periods'), chartRows({ asOf: '2025-07-10' }));
    expect(model.bands.at(-1)?.label).toBe('Q3 2025');
    expect(markAt(model, 'Q3 2025')).toMatchObject({ empty: 'not-yet-reported', isIncomplete: true });
    expect(model.notes.join(' ')).toContain('Not over on the day of this vintage: Q3 2025.');
  });

  test('a withdrawn reading is no value and stays struck through in the table', () => {
    const withdrawn = reading(CRSS_ALL.id, '2025-Q1', 999, '2025-04-01', { status: 'withdrawn', change: 'withdraw', changeNote: 'Wrong year' });
    const model = buildChart(definition('periods', { from: '2025-Q1', to: '2025-Q1' }), chartRows({ readings: [withdrawn] }));
    expect(markAt(model, 'Q1 2025')).toMatchObject({ value: null, empty: 'not-yet-reported' });
    expect(markAt(model, 'Q1 2025').spoken).toContain('a figure was withdrawn: Wrong year');
    expect(model.panels[0]?.yMax).toBe(1);
    const rows = rowOf(model, 'Q1 2025');
    expect(rows.map(({ status }) => status)).toEqual(['current', 'withdrawn']);
    expect(rows[1]?.cells[1]).toMatchObject({ text: '999', markId: null, remarks: ['withdrawn: Wrong year'] });
  });
});

describe('reconciliation', () => {
  const notes = buildChart(definition('periods'), chartRows()).notes.join('\n');

  test.each([
    'CRSS prints 1,087 for January–September 2023; its parts shown here add up to the same (358 + 284 + 445).',
    'CRSS prints 2,414 for January–September 2025; its parts shown here add up to ≥ 2,417 (900 + 616 + ≥ 901), 3 deaths more. '
      + 'As first published they add up to ≥ 2,413 (897 + ≥ 615 + ≥ 901). '
      + 'The total is met only by 897 + 616 + 901, a mix of first and revised values.',
    'CRSS prints 1,527 for January–September 2024; its parts shown here add up to 1,534 (432 + 380 + 722), 7 deaths more. The total was first printed as ≥ 1,534.',
    'CRSS prints 2,555 for 2024; its parts shown here add up to 2,562 (432 + 380 + 722 + 1,028), 7 deaths more.',
  ])('%s', (note) => expect(notes).toContain(note));

  test('the vintage day decides what is added and what it is held against', () => {
    const then = buildChart(definition('periods'), chartRows({ asOf: '2025-07-10' })).notes.join('\n');
    expect(then).toContain('CRSS prints 2,546 for 2024; its parts shown here add up to 2,562');
    expect(then).not.toContain('2,414');
  });

  test('a total whose parts are not all shown is not held against them', () => {
    const part = buildChart(definition('periods', { from: '2025-Q2' }), chartRows()).notes.join('\n');
    expect(part).not.toContain('2,414 for January');
  });

  test('values are never changed to make a sum come out', () => {
    const model = buildChart(definition('periods'), chartRows());
    expect(['Q1 2025', 'Q2 2025', 'Q3 2025'].map((label) => markAt(model, label).value)).toEqual([900, 616, 901]);
  });
});

describe('arrangements', () => {
  const parts = [
    reading(CRSS_CIVILIANS.id, '2025-Q1', 402, '2025-04-01'), reading(CRSS_OUTLAWS.id, '2025-Q1', 495, '2025-04-01'),
    reading(CRSS_OUTLAWS.id, '2025-Q2', 333, '2025-07-01'),
  ];
  const range = { from: '2025-Q1', to: '2025-Q2' } as const;

  test('stacked parts stand on each other and the axis covers the pile', () => {
    const model = buildChart(definition('periods', { ...range, arrangement: 'stacked', seriesIds: [CRSS_CIVILIANS.id, CRSS_OUTLAWS.id] }), chartRows({ readings: parts }));
    expect(markAt(model, 'Q1 2025', CRSS_CIVILIANS.id).span).toEqual([0, 402]);
    expect(markAt(model, 'Q1 2025', CRSS_OUTLAWS.id).span).toEqual([402, 897]);
    expect(model.panels[0]?.yMax).toBeGreaterThanOrEqual(897);
    expect(model.legend.map(({ label }) => label)).toEqual(['Civilians and security', 'Outlaws']);
  });

  test.each([
    ['different indicators and organisations', [CRSS_ALL.id, PICSS_ATTACKS.id]],
    ['a whole and its part', [CRSS_ALL.id, CRSS_CIVILIANS.id]],
  ])('stacking %s is refused', (_, seriesIds) => {
    const build = () => buildChart(definition('periods', { arrangement: 'stacked', seriesIds }), chartRows());
    expect(build).toThrow(ChartDefinitionError);
    expect(build).toThrow(/cannot be stacked/);
  });

  test('a view cannot make an incompatible stack pass by leaving a series out', () => {
    const bad = definition('periods', { arrangement: 'stacked', seriesIds: [CRSS_ALL.id, PICSS_ATTACKS.id] });
    expect(() => buildChart(bad, chartRows(), { ...WHOLE_VIEW, seriesIds: [CRSS_ALL.id] })).toThrow(ChartDefinitionError);
  });

  test('an indicator that cannot be summed is not stacked', () => {
    const indicators = [{ ...FATALITIES, isSummable: false }];
    const stacked = definition('periods', { arrangement: 'stacked', seriesIds: [CRSS_CIVILIANS.id, CRSS_OUTLAWS.id] });
    expect(() => buildChart(stacked, chartRows({ indicators }))).toThrow(ChartDefinitionError);
  });

  test('different units never share an axis', () => {
    const grouped = definition('periods', { arrangement: 'grouped', seriesIds: [CRSS_ALL.id, PICSS_ATTACKS.id] });
    expect(() => buildChart(grouped, chartRows())).toThrow(/different units/);
  });

  test('panels keep series apart: an axis and a counting rule each, and words that they are not to be added', () => {
    const model = buildChart(definition('periods', { arrangement: 'panels', seriesIds: [CRSS_ALL.id, PICSS_ATTACKS.id] }), chartRows());
    expect(model.panels.map(({ title }) => title)).toEqual(['CRSS, Violence-linked fatalities', 'PICSS, Militant attacks']);
    expect(model.panels.map(({ yMax }) => yMax)).toEqual([1200, 1]);
    expect(model.panels.every(({ countingRule }) => countingRule !== null)).toBe(true);
    expect(model.notes.join(' ')).toContain('must not be added');
  });

  test('a view may leave a series out without changing the colours of the others', () => {
    const both = definition('periods', { ...range, arrangement: 'stacked', seriesIds: [CRSS_CIVILIANS.id, CRSS_OUTLAWS.id] });
    const model = buildChart(both, chartRows({ readings: parts }), { ...WHOLE_VIEW, seriesIds: [CRSS_OUTLAWS.id] });
    expect(model.legend).toMatchObject([{ id: CRSS_OUTLAWS.id, colour: 1, label: 'Outlaws' }]);
    expect(markAt(model, 'Q1 2025', CRSS_OUTLAWS.id).span).toEqual([0, 495]);
  });

  test.each([
    ['a series the release does not hold', { seriesIds: ['nobody'] }, 'unknown-series'],
    ['two series in a single arrangement', { seriesIds: [CRSS_CIVILIANS.id, CRSS_OUTLAWS.id] }, 'too-many-series'],
    ['a range that is no period', { from: 'spring' }, 'malformed-range'],
  ])('%s is a definition error', (_, options, fault) => {
    expect(() => buildChart(definition('periods', options), chartRows())).toThrow(expect.objectContaining({ fault, slug: 'a-periods-chart' }));
  });

  test('values below zero are refused rather than cut off at the axis', () => {
    const percent = series('change');
    const readings = [reading('change', '2025-Q1', -13, '2025-04-01')];
    expect(() => buildChart(definition('periods', { seriesIds: ['change'] }), chartRows({ series: [percent], readings }))).toThrow(/below zero/);
  });
});

describe('views and words', () => {
  test('from and to narrow the bands and never reach beyond definition and rows', () => {
    const view = { ...WHOLE_VIEW, from: '2024-07-01', to: '2025-03-31' };
    expect(buildChart(definition('periods'), chartRows(), view).bands.map(({ key }) => key)).toEqual(['2024-Q3', '2024-Q4', '2025-Q1']);
    const endless = buildChart(definition('periods'), chartRows(), { ...WHOLE_VIEW, from: '0001-01-01', to: '9999-12-31' });
    expect(endless.bands).toHaveLength(12);
    const outside = buildChart(definition('periods'), chartRows(), { ...WHOLE_VIEW, from: '2030-01-01' });
    expect(outside).toMatchObject({ bands: [], knownUntil: null, table: { rows: [] } });
    expect(outside.altText).toContain('nothing in this range');
  });

  test('the range may come from the rows alone', () => {
    const model = buildChart(definition('periods', { from: null, to: null }), chartRows());
    expect([model.bands[0]?.key, model.bands.at(-1)?.key]).toEqual(['2023-Q1', '2025-Q4']);
  });

  test('annotations stand inside their band and outside ones are left out', () => {
    const { annotations } = buildChart(definition('periods'), chartRows());
    expect(annotations).toMatchObject([{ id: 'clashes', day: '2025-10-11' }]);
    expect(annotations[0]?.at).toBeCloseTo(11 + 10 / 92, 10);
  });

  test('alt text says span, extremes, last value, what was revised and derived', () => {
    expect(buildChart(definition('periods'), chartRows()).altText).toBe(
      'Bars of deaths by quarter, Q1 2023 to Q4 2025, by CRSS. Highest 1,028 in Q4 2024, lowest 284 in Q2 2023, last 1,003 in Q4 2025. '
        + 'Revised: Q4 2024, Q1 2025 and Q2 2025; derived: Q4 2023 and Q4 2025.',
    );
  });

  test('citations are numbered in the order of the bars, and a source used twice has one number', () => {
    const shared = citation('one-page');
    const readings = [
      reading(CRSS_ALL.id, '2025-Q1', 900, '2025-07-01', { citations: [citation('first')] }),
      reading(CRSS_ALL.id, '2025-Q2', 616, '2025-09-30', { citations: [shared] }),
      reading(CRSS_ALL.id, '2025-Q3', 901, '2025-10-02', { citations: [shared] }),
    ];
    const model = buildChart(definition('periods', { from: '2025-Q1', to: '2025-Q3', showAnnotations: false }), chartRows({ readings }));
    expect(model.citations.map(({ source }) => source.id)).toEqual(['first', 'one-page']);
    expect(model.panels[0]?.marks.map(({ citations }) => citations)).toEqual([[0], [1], [1]]);
  });
});
