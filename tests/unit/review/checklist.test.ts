import { describe, expect, it } from 'vitest';
import type { ChartRows } from '@/domain/chart/rows';
import type { Reading } from '@/domain/reading';
import { findChecks, settleChecks, type ChecklistFacts, type DraftFact } from '@/domain/review/checklist';
import { compareSides } from '@/domain/review/compare';
import { markChanges, rowChanges } from '@/domain/review/mark-changes';
import { buildSide, type ReviewRows } from '@/domain/review/side';
import { numbersIn } from '@/domain/review/stale-formulas';
import { seedChartRows, seedCharts, seedRows } from '../../fixtures/starting-data';

// The starting data as they stand, and with one thing changed at a time.

const STANDING: ReviewRows = { charts: seedCharts(2), sentences: seedRows('sentence', 2), rows: seedChartRows(2) };
const before = buildSide(STANDING);

interface Changed {
  readonly rows?: Partial<ChartRows>;
  readonly charts?: ReviewRows['charts'];
  readonly sentences?: ReviewRows['sentences'];
  readonly drafts?: readonly DraftFact[];
  readonly problems?: ChecklistFacts['problems'];
  readonly commented?: readonly string[];
}

function check({ rows = {}, charts = STANDING.charts, sentences = STANDING.sentences, drafts = [], problems = [], commented = [] }: Changed) {
  const after = buildSide({ charts, sentences, rows: { ...STANDING.rows, ...rows } });
  return { after, compared: compareSides(before, after), ...settleChecks(findChecks({ before, after, drafts, problems }), new Set(commented)) };
}

const reading = (id: string): Reading => {
  const found = STANDING.rows.readings.find((row) => row.id === id);
  if (found === undefined) throw new Error(`There is no reading ${id}.`);
  return found;
};
const withReading = (id: string, more: Partial<Reading>): Pick<ChartRows, 'readings'> => ({ readings: STANDING.rows.readings.map((row) => (row.id === id ? { ...row, ...more } : row)) });
const draftOf = (row: { readonly id: string }, kind: DraftFact['kind'], change: DraftFact['change'] = 'correct'): DraftFact => ({ kind, id: row.id, change, content: row as unknown as DraftFact['content'] });
const rules = (checks: readonly { readonly rule: string }[]) => [...new Set(checks.map(({ rule }) => rule))].sort();

describe('the checklist', () => {
  it('has nothing against what stands already, however it stands', () => {
    const { blocks, warnings, settled, compared } = check({});
    expect([blocks, warnings, settled]).toEqual([[], [], []]);
    expect(compared.charts.some(({ isChanged }) => isChanged)).toBe(false);
    expect(compared.sentences.some(({ isChanged }) => isChanged)).toBe(false);
  });

  it('passes on what the ledger itself refuses', () => {
    const problem = { rule: 'citation-missing', kind: 'reading' as const, id: 'x', message: 'The reading x has no citation.' };
    expect(check({ problems: [problem] }).blocks).toEqual([{ ...problem, settledBy: null }]);
  });

  it('blocks a sentence that would vanish, until it is withdrawn with what it rests on', () => {
    const shown = before.sentences.find(({ sentence, result }) => result.shown && sentence.bindings.some(({ kind }) => kind === 'cell'));
    const binding = shown?.sentence.bindings.find((one) => one.kind === 'cell');
    if (shown === undefined || binding?.kind !== 'cell') throw new Error('No sentence rests on a cell.');
    const gone = { readings: STANDING.rows.readings.filter(({ seriesId }) => seriesId !== binding.seriesId) };
    const vanished = check({ rows: gone }).blocks.filter(({ rule, id }) => rule === 'sentence-vanishes' && id === shown.sentence.id);
    expect(vanished).toHaveLength(1);
    expect(vanished[0]?.message).toContain('would vanish');
    const withdrawn = { ...shown.sentence, status: 'withdrawn' as const };
    const sentences = STANDING.sentences.map((one) => (one.id === withdrawn.id ? withdrawn : one));
    expect(check({ rows: gone, sentences, drafts: [draftOf(withdrawn, 'sentence', 'withdraw')] }).blocks.some(({ id }) => id === shown.sentence.id)).toBe(false);
  });

  it('blocks a new sentence that cannot be shown, and one that comes back until somebody has said that it is true', () => {
    const broken = { ...STANDING.sentences[0], id: 'new', text: 'A {slot} that nothing fills.' } as ReviewRows['sentences'][number];
    expect(rules(check({ sentences: [...STANDING.sentences, broken], drafts: [draftOf(broken, 'sentence', 'add')] }).blocks)).toEqual(['sentence-fails']);
    const hidden = { ...broken, id: 'back', text: 'Plain words.', bindings: [], conditions: [{ kind: 'present' as const, binding: 'x' }] };
    const was = buildSide({ ...STANDING, sentences: [hidden] });
    const is = buildSide({ ...STANDING, sentences: [{ ...hidden, conditions: [] }] });
    const facts = { before: was, after: is, drafts: [], problems: [] };
    expect(rules(settleChecks(findChecks(facts), new Set()).blocks)).toEqual(['sentence-appears']);
    const said = settleChecks(findChecks(facts), new Set(['sentence:back']));
    expect([rules(said.blocks), rules(said.settled)]).toEqual([[], ['sentence-appears']]);
  });

  it('blocks a chart that can no longer be built and one without alt text or description', () => {
    const chart = STANDING.charts.find(({ kind }) => kind === 'year-to-date');
    if (chart?.kind !== 'year-to-date') throw new Error('No such chart.');
    const gone = { series: STANDING.rows.series.filter(({ id }) => id !== chart.options.seriesId) };
    expect(check({ rows: gone }).blocks.some(({ rule, id }) => rule === 'chart-cannot-be-built' && id === chart.id)).toBe(true);
    const bare = { ...chart, altText: ' ', description: '' };
    expect(rules(check({ drafts: [draftOf(bare, 'chart', 'update')] }).blocks)).toEqual(['alt-text-missing', 'description-missing']);
    expect(check({ drafts: [draftOf(bare, 'chart', 'withdraw')] }).blocks).toEqual([]);
  });

  it('blocks a derived value whose terms changed, until it is worked out anew or somebody says why it stands', () => {
    const year = STANDING.rows.readings.find(({ seriesId, value, kind, period }) => seriesId === 'crss-violence-fatalities' && value === 3417 && kind === 'reported' && period.kind === 'year');
    if (year === undefined) throw new Error('The year 2025 is missing.');
    const rows = withReading(year.id, { value: 3430 });
    const stale = check({ rows }).blocks.filter(({ rule }) => rule === 'formula-stale').map(({ id }) => id);
    expect(stale).toContain('crss-2025q4-violence-fatalities-all');
    expect(stale).not.toContain(year.id);
    const derived = reading('crss-2025q4-violence-fatalities-all');
    expect(check({ rows, drafts: [draftOf(derived, 'reading')] }).blocks.map(({ id }) => id)).not.toContain(derived.id);
    const said = check({ rows, commented: stale.map((id) => `reading:${id}`) });
    expect(rules(said.blocks)).not.toContain('formula-stale');
    expect(rules(said.settled)).toContain('formula-stale');
  });

  it('blocks a total that its parts no longer meet, until somebody has said why', () => {
    const quarter = STANDING.rows.readings.find(({ seriesId, kind, period }) => seriesId === 'crss-violence-fatalities' && kind === 'reported' && period.start === '2023-01-01' && period.end === '2023-03-31');
    if (quarter?.value == null) throw new Error('The quarter is missing.');
    const rows = withReading(quarter.id, { value: quarter.value + 5000 });
    const broken = check({ rows }).blocks.filter(({ rule }) => rule === 'total-breaks');
    expect(broken.length).toBeGreaterThan(0);
    expect(broken[0]?.message).toMatch(/the printed total is [\d,≥> ]+.*its parts add up to/);
    expect(rules(check({ rows, commented: [`reading:${quarter.id}`] }).blocks)).not.toContain('total-breaks');
  });

  it('warns of a draft that a newer report stands before, while the two differ', () => {
    const newest = reading('crss-2024-violence-fatalities-all-v2');
    const late = { ...newest, id: 'late', knownFrom: '2025-01-02', reportedOn: '2025-01-02', value: 1 } as Reading;
    const withLate = (more: Partial<Reading>) => ({ readings: [...STANDING.rows.readings, { ...late, ...more }] });
    const told = check({ rows: withLate({}), drafts: [draftOf(late, 'reading', 'add')] }).warnings.filter(({ rule }) => rule === 'overshadowed');
    expect(told).toMatchObject([{ id: 'late', message: expect.stringMatching(/^Charts will not show 1 for 2024: .+, known since \d+ \w+ \d{4}, is newer\./) }]);
    for (const more of [{ value: newest.value, qualifier: newest.qualifier }, { knownFrom: '2026-11-01', reportedOn: '2026-11-01' }]) {
      expect(rules(check({ rows: withLate(more), drafts: [draftOf(late, 'reading', 'add')] }).warnings)).not.toContain('overshadowed');
    }
  });

  it('warns of what is unconfirmed and of jumps, and blocks nothing for it', () => {
    const q3 = STANDING.rows.readings.find(({ seriesId, kind, period }) => seriesId === 'crss-violence-fatalities' && kind === 'reported' && period.start === '2025-07-01' && period.end === '2025-09-30');
    if (q3?.value == null) throw new Error('The quarter is missing.');
    const slip = { ...q3, value: q3.value * 10, isUnconfirmed: true };
    const { warnings } = check({ rows: withReading(q3.id, slip), drafts: [draftOf(slip, 'reading')] });
    expect(rules(warnings)).toEqual(['jump', 'unconfirmed']);
  });
});

describe('what a changeset does to charts', () => {
  it('is told chart by chart and mark by mark, and says which are corrections', () => {
    const q2 = STANDING.rows.readings.find(({ seriesId, kind, period, value }) => seriesId === 'crss-violence-fatalities' && kind === 'reported' && period.start === '2025-04-01' && period.end === '2025-06-30' && value === 616);
    if (q2 === undefined) throw new Error('Q2 2025 is missing.');
    const corrected = { ...q2, value: 626 };
    const { compared } = check({ rows: withReading(q2.id, corrected) });
    const changed = compared.charts.filter(({ isChanged }) => isChanged);
    expect(changed.map(({ slug }) => slug)).toContain('fatalities-by-quarter');
    expect(changed.map(({ slug }) => slug)).not.toContain('border-map');
    const drafts = [{ ...draftOf(corrected, 'reading'), changeNote: 'misread' }];
    const chart = changed.find(({ slug }) => slug === 'fatalities-by-quarter');
    const [mark] = chart === undefined ? [] : markChanges(chart, rowChanges(drafts, before, 3));
    expect(mark).toMatchObject({ name: expect.stringContaining('Q2 2025'), after: '626', nature: 'correction' });
  });
});

it.each([
  ['3,417 (year) minus 2,414 (January to September)', [3417, 2414]],
  ['73 (January 2026) divided by 2.43, as January is said to be 143% higher', [73, 2026, 2.43]],
  ['402 plus 283 (153 civilians and 130 security personnel) plus 385 (first three quarters)', [402, 283, 153, 130, 385]],
  ['Q1 plus H2', []],
])('the numbers in %s', (formula, numbers) => {
  expect(numbersIn(formula)).toEqual(numbers);
});
