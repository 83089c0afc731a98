import { describe, expect, it } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import { cautionsOf } from '@/domain/chart/cautions';
import { CitationRegister } from '@/domain/chart/citation-register';
import { chartHistory, type RecordedVersion } from '@/domain/chart/history';
import { totalChecks } from '@/domain/chart/total-checks';
import type { PeriodsDefinition } from '@/domain/chart/definition';
import { parsePeriod } from '@/domain/period';
import { printNumber } from '@/domain/reading';
import { seedChartRows, seedCharts } from '../../fixtures/starting-data';

function period(text: string) {
  const parsed = parsePeriod(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

function reading(id: string, revision: number, over: Partial<RecordedVersion>, content: Record<string, unknown> = {}): RecordedVersion {
  const filled = {
    seriesId: 's', period: period('2025-Q2'), value: 600, empty: null, qualifier: 'exact', reportedOn: '2025-06-30', reportedPrecision: 'day', knownFrom: '2025-06-30',
    kind: 'reported', formula: null, confidence: 'high', isUnconfirmed: false, note: null, ...content,
  };
  return { kind: 'reading', id, revision, change: 'add', changeNote: null, publishedIn: 1, supersededIn: null, citations: [], content: filled as never, ...over };
}

const history = (versions: readonly RecordedVersion[], asOf: string | null = null) => chartHistory(versions, asOf, () => null, new CitationRegister());
const cellsOf = (versions: readonly RecordedVersion[], asOf: string | null = null) => history(versions, asOf).groups[0]?.cells ?? [];

describe('the history of a cell', () => {
  it('keeps a corrected version in the cell where it stood, with the release, the reason and what changed', () => {
    const cells = cellsOf([
      reading('r', 1, { supersededIn: 2 }, { period: period('2023-Q2') }),
      reading('r', 2, { change: 'correct', changeNote: 'the wrong year', publishedIn: 2 }),
    ]);
    expect(cells.map(({ label }) => label)).toEqual(['Q2 2023', 'Q2 2025']);
    expect(cells[0]?.versions).toMatchObject([{ isShown: false, end: { how: 'superseded', release: 2, isCorrection: true, reason: 'the wrong year', fields: [{ name: 'period', before: 'Q2 2023', after: 'Q2 2025' }] } }]);
    expect(cells[1]?.versions).toMatchObject([{ isShown: true, end: null, publishedIn: 2 }]);
  });

  it('tells a withdrawn version once, with its reason, and shows nothing for its cell', () => {
    const cells = cellsOf([reading('r', 1, { supersededIn: 3 }), reading('r', 2, { change: 'withdraw', changeNote: 'read wrongly', publishedIn: 3 })]);
    expect(cells[0]?.versions).toMatchObject([{ label: '600', isShown: false, end: { how: 'withdrawn', release: 3, reason: 'read wrongly', fields: [] } }]);
  });

  it('lists the vintages by the day they were known, and marks the one in force on the day asked for', () => {
    const versions = [reading('b', 1, {}, { value: 616, reportedOn: '2025-09-30', knownFrom: '2025-09-30' }), reading('a', 1, {}, { value: 615 })];
    expect(cellsOf(versions)[0]?.versions.map(({ label, isShown }) => [label, isShown])).toEqual([['615', false], ['616', true]]);
    expect(cellsOf(versions, '2025-07-10')[0]?.versions.map(({ label, isShown }) => [label, isShown])).toEqual([['615', true]]);
  });

  it('says of an update that it is none of a correction', () => {
    const cells = cellsOf([reading('r', 1, { supersededIn: 2 }), reading('r', 2, { change: 'update', changeNote: 'page moved', publishedIn: 2 }, { note: 'moved' })]);
    expect(cells[0]?.versions[0]?.end).toMatchObject({ how: 'superseded', isCorrection: false });
  });
});

describe('about the numbers of the starting data', () => {
  const rows = seedChartRows(2);
  const charts = seedCharts(2).filter((chart): chart is PeriodsDefinition => chart.kind === 'periods');

  it('every printed total differs from the sum of its parts by what is said', () => {
    let seen = 0;
    for (const chart of charts) {
      const model = buildChart(chart, rows);
      for (const { parts, sum, difference, gap, total } of totalChecks(model, rows)) {
        seen += 1;
        const number = (text: string): number => Number(text.replaceAll(/[^\d.]/g, ''));
        const added = parts.reduce((so, { label }) => so + number(label), 0);
        expect(number(sum)).toBe(added);
        expect(sum.startsWith('≥') || sum.startsWith('>')).toBe(parts.some(({ label }) => /^[≥>]/.test(label)));
        expect(difference).toBe(number(total) - added);
        expect(gap).toBe(printNumber(Math.abs(difference)));
        expect(parts.every(({ citations }) => citations.length > 0)).toBe(true);
      }
    }
    expect(seen).toBeGreaterThan(5);
  });

  it('every weak figure in a chart says that it is weak, and no strong one does', () => {
    let seen = 0;
    for (const chart of charts) {
      const model = buildChart(chart, rows);
      const said = new Map(cautionsOf(model, rows).map(({ id, text }) => [id, text]));
      for (const mark of model.panels.flatMap(({ marks }) => marks)) {
        const band = model.bands[mark.band]?.period;
        const ofCell = rows.readings.filter(({ seriesId, period: own, status }) => seriesId === mark.seriesId && own.start === band?.start && own.end === band.end && status === 'current');
        const only = ofCell.length === 1 && mark.kind === 'reported' ? ofCell[0] : undefined;
        if (only === undefined || only.value === null) continue;
        expect(said.get(mark.id)?.startsWith('Weakly sourced.') ?? false).toBe(only.confidence === 'low' && !only.isUnconfirmed);
        seen += only.confidence === 'low' ? 1 : 0;
      }
    }
    expect(seen).toBeGreaterThan(0);
  });
});
