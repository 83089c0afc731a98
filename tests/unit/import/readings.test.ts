import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, readHeader } from '@/domain/import/header';
import { proposeMapping, proposeReadings } from '@/domain/import/layout';
import { knownSources, matchSources } from '@/domain/import/known-sources';
import { NO_COLUMNS, type ReadingsMapping } from '@/domain/import/mapping';
import { readPeriodText } from '@/domain/import/period-text';
import { confirmable, MOST_SHOWN, PlanMaker } from '@/domain/import/plan';
import { readingReader } from '@/domain/import/reading-rows';
import { judgeReading, type ProposedReading } from '@/domain/import/reading-verdict';
import { columnLetter } from '@/domain/import/sheet';
import type { OpenRow } from '@/domain/import/verdict';
import { formatPeriod, parsePeriod, periodOf } from '@/domain/period';
import { draftRow } from '@/lib/inputs/row-content';

const sources = knownSources([
  { id: 'dawn', title: 'Deaths saw decline', url: 'https://www.dawn.com/news/1/', archiveUrl: null },
  { id: 'pti', title: 'Violence | up', url: 'https://pti.example/2', archiveUrl: 'https://web.archive.example/2' },
  { id: 'twin-a', title: 'Annual report', url: null, archiveUrl: null },
  { id: 'twin-b', title: 'Annual report', url: null, archiveUrl: null },
]);
const series = new Map<string, string | null>([[foldName('crss-deaths'), 'crss-deaths'], [foldName('CRSS, deaths'), 'crss-deaths'], [foldName('KP'), 'crss-kp'], [foldName('Doubtful'), null]]);
const context = { series, sources, fileName: 'table.csv' };
const base: ReadingsMapping = {
  kind: 'readings', shape: 'long', columns: NO_COLUMNS, seriesId: null, seriesNames: {}, dateMeans: 'day', reportedOn: null, change: 'correct', reason: null, sourceId: 'dawn', locator: null,
};

function read(names: readonly string[], cells: readonly string[], mapping: Partial<ReadingsMapping> = {}) {
  const columns = { ...NO_COLUMNS, ...Object.fromEntries(Object.keys(NO_COLUMNS).map((field) => [field, names.find((name) => foldName(name) === foldName(field.replace('citation', 'citation_'))) ?? null])) };
  return readingReader({ ...base, columns, ...mapping }, names, context)({ row: 7, cells }).map((answer) =>
    answer.kind === 'reading' ? answer.reading : answer.kind === 'refused' ? `${answer.problem.column}: ${answer.problem.reason}` : answer.reason);
}

describe('a row of a long table', () => {
  const names = ['series', 'period', 'value', 'qualifier', 'empty', 'kind', 'status', 'reported_on', 'note', 'citation_url', 'citation_title'];
  const row = (cells: Readonly<Record<string, string>>) => names.map((name) => ({ series: 'crss-deaths', period: '2025-Q2', value: '616', ...cells })[name] ?? '');

  it.each<[Readonly<Record<string, string>>, Partial<ProposedReading>]>([
    [{}, { seriesId: 'crss-deaths', period: periodOf('2025-04-01', '2025-06-30'), value: 616, qualifier: 'exact', empty: null, reportedOn: null, row: 7, column: 'C “value”' }],
    [{ value: '>200' }, { value: 200, qualifier: 'more-than' }],
    [{ value: 'at least 600' }, { value: 600, qualifier: 'at-least' }],
    [{ value: '~450' }, { value: 450, qualifier: 'about' }],
    [{ value: '1,234' }, { value: 1234 }],
    [{ value: '1234', qualifier: 'at-least' }, { value: 1234, qualifier: 'at-least' }],
    [{ value: '≥ 1234', qualifier: 'at least' }, { qualifier: 'at-least' }],
    [{ value: '', empty: 'withheld' }, { value: null, empty: 'withheld' }],
    [{ value: 'not yet reported' }, { value: null, empty: 'not-yet-reported' }],
    [{ series: 'CRSS,  Deaths', period: 'Q2 2025' }, { seriesId: 'crss-deaths', period: periodOf('2025-04-01', '2025-06-30') }],
    [{ reported_on: '2025-07-10' }, { reportedOn: '2025-07-10', reportedPrecision: 'day' }],
    [{ reported_on: '2025-07' }, { reportedOn: '2025-07-01', reportedPrecision: 'month' }],
    [{ reported_on: '2025' }, { reportedOn: '2025-01-01', reportedPrecision: 'year' }],
    [{ reported_on: '2025-07-10 00:00:00' }, { reportedOn: '2025-07-10' }],
    [{ note: "'=said so" }, { note: '=said so' }],
  ])('%j', (cells, expected) => expect(read(names, row(cells))[0]).toMatchObject(expected));

  it.each<[Readonly<Record<string, string>>, RegExp]>([
    [{ value: 'many' }, /^C “value”: “many” is/],
    [{ value: '<200' }, /^C “value”: .*(at most|fewer than)/],
    [{ value: '12%' }, /^C “value”: /],
    [{ value: '200', qualifier: 'maybe' }, /^D “qualifier”: “maybe” is none of exact/],
    [{ value: '>200', qualifier: 'about' }, /^D “qualifier”: The figure says more-than/],
    [{ value: '200', empty: 'withheld' }, /^E “empty”: There is a figure/],
    [{ value: '', empty: 'lost' }, /^E “empty”: “lost” is none of/],
    [{ period: '2025-Q5' }, /^B “period”: There is no quarter/],
    [{ period: '' }, /^B “period”: No period/],
    [{ series: 'PICSS' }, /^A “series”: There is no series “PICSS”/],
    [{ series: 'Doubtful' }, /^A “series”: “Doubtful” is the name of several/],
    [{ series: '' }, /^A “series”: No series/],
    [{ reported_on: 'yesterday' }, /^H “reported_on”: /],
  ])('%j is refused', (cells, expected) => expect(read(names, row(cells))[0]).toMatch(expected));

  it('a row too long is refused, one without a figure or not in force is left out', () => {
    expect(read(names, [...row({}), 'more'])[0]).toMatch(/^L: The row has 12 cells, the header 11 columns/);
    expect(read(names, row({ value: '' }))).toEqual(['Nothing is written for the figure.']);
    expect(read(names, row({ status: 'withdrawn' }))).toEqual(['The row is withdrawn.']);
    expect(read(names, row({ status: 'superseded' }))).toEqual(['The row is superseded.']);
    expect(read(names, row({ kind: 'derived' }))[0]).toMatch(/computed/);
  });

  it('documents are named by address, by title, or by the choice for all rows', () => {
    const cited = (cells: Readonly<Record<string, string>>, mapping: Partial<ReadingsMapping> = { sourceId: null }) => {
      const [answer] = read(names, row(cells), mapping);
      return typeof answer === 'object' ? answer.citations.map(({ sourceId, locator }) => [sourceId, locator]) : answer;
    };
    expect(cited({}, {})).toEqual([['dawn', 'Row 7 of table.csv']]);
    expect(cited({}, { locator: 'table 3' })).toEqual([['dawn', 'table 3']]);
    expect(cited({ citation_url: 'http://dawn.com/news/1' })).toEqual([['dawn', 'Row 7 of table.csv']]);
    expect(cited({ citation_title: 'violence | UP' })).toEqual([['pti', 'Row 7 of table.csv']]);
    expect(cited({ citation_url: 'https://dawn.com/news/1 | https://pti.example/2', citation_title: 'Deaths saw decline | Violence | up' })).toEqual([['dawn', expect.any(String)], ['pti', expect.any(String)]]);
    expect(cited({ citation_url: 'https://elsewhere.example' })).toMatch(/^J “citation_url”: No document “https:\/\/elsewhere\.example” is recorded/);
    expect(cited({ citation_title: 'Annual report' })).toMatch(/several documents/);
    expect(cited({})).toEqual([]);
    expect(matchSources(sources, ' | https://pti.example/2', '')).toEqual({ ok: true, value: ['pti'] });
  });
});

describe('a wide table', () => {
  it('gives one reading for each period of its row', () => {
    const names = ['Province', 'Q1 2025', '2025-Q2', 'Total'];
    const answers = read(names, ['KP', '400', '', '900'], { shape: 'periods', columns: { ...NO_COLUMNS, series: 'Province' } });
    expect(answers).toEqual([expect.objectContaining({ seriesId: 'crss-kp', period: periodOf('2025-01-01', '2025-03-31'), value: 400, column: 'B “Q1 2025”' }), 'Nothing is written for the figure.']);
  });

  it('gives one reading for each series of its row, and remembers other names', () => {
    const names = ['Month', 'KP', 'All Pakistan', 'Remarks'];
    const answers = read(names, ['Oct 2025', '>40', '1,100', 'x'], { shape: 'series', columns: { ...NO_COLUMNS, period: 'Month' }, seriesNames: { 'All Pakistan': 'crss-deaths' } });
    expect(answers).toEqual([expect.objectContaining({ seriesId: 'crss-kp', value: 40, qualifier: 'more-than' }), expect.objectContaining({ seriesId: 'crss-deaths', value: 1100 })]);
  });

  it.each([
    [['series', 'period', 'value'], 'long'], [['Province', '2024', '2025'], 'periods'], [['Province', 'Jan 2025', 'Feb 2025'], 'periods'], [['Month', 'KP'], 'series'], [['x'], 'long'],
  ])('%j is proposed as %s', (names, shape) => expect(proposeReadings(names, new Set(series.keys()))).toMatchObject({ shape }));

  it('our own files and events are proposed as what they are', () => {
    expect(proposeMapping(['closure', 'crossing', 'lane', 'start', 'end', 'end_state', 'known_on'], new Set()).kind).toBe('closures');
    expect(proposeMapping(['id', 'type_of_violence', 'country', 'date_start', 'date_end', 'best', 'high', 'low'], new Set())).toMatchObject({ kind: 'events', layout: 'ucdp-ged', crossing: 'apart' });
  });
});

describe('periods as others write them', () => {
  it.each([
    ['2025-Q3', '2025-Q3'], ['Q3 2025', '2025-Q3'], ['2025Q3', '2025-Q3'], ['q3-2025', '2025-Q3'], ['Oct 2025', '2025-10'], ['October, 2025', '2025-10'], ['2025 Oct', '2025-10'], ['Jan-Mar 2025', '2025-Q1'],
    ['Jan – Sep 2025', '2025-Q1..Q3'], ['2025.0', '2025'], ['2025-10-01 00:00:00', '2025-10-01'], ['2025-10-11..2025-10-12', '2025-10-11..2025-10-12'], ['Smarch 2025', null], ['Q5 2025', null], ['', null], ['10/2025', null],
  ])('%j', (text, key) => {
    const read = readPeriodText(text, 'day');
    expect(read.ok ? formatPeriod(read.value) : null).toBe(key);
  });

  it('a date means what is said', () => {
    const means = (['day', 'month', 'quarter', 'year'] as const).map((dateMeans) => readPeriodText('2025-10-01', dateMeans));
    expect(means.map((read) => read.ok && formatPeriod(read.value))).toEqual(['2025-10-01', '2025-10', '2025-Q4', '2025']);
  });
});

describe('the verdict on a figure', () => {
  const period = periodOf('2025-04-01', '2025-06-30');
  const cite = (sourceId: string) => ({ sourceId, locator: 'p. 1', quote: null, paraphrase: null, role: 'main' as const });
  const reading = (id: string, value: number, reportedOn: string, sourceId = 'dawn', rest: Partial<OpenRow<'reading'>> = {}): OpenRow<'reading'> => ({
    id, revision: 3, changeNote: null, isPublished: true, isWithdrawn: false, heldBy: null, citations: [cite(sourceId)],
    content: {
      seriesId: 's', period, value, empty: null, qualifier: 'exact', reportedOn, reportedPrecision: 'day', knownFrom: reportedOn, kind: 'reported', formula: null, confidence: 'medium', isUnconfirmed: true, note: 'kept',
    },
    ...rest,
  });
  const june = reading('june', 615, '2025-06-30');
  const september = reading('september', 616, '2025-09-30', 'pti');
  const says = (value: number, reportedOn: string | null, sourceId: string | null = 'pti', rest: Partial<ProposedReading> = {}): ProposedReading => ({
    row: 4, subject: 's, 2025-Q2', seriesId: 's', period, value, qualifier: 'exact', empty: null, reportedOn, reportedPrecision: reportedOn === null ? 'unknown' : 'day', kind: 'reported', formula: null, note: null,
    citations: sourceId === null ? [] : [cite(sourceId)], column: 'C “value”', ...rest,
  });
  const rule = { change: 'correct', reason: 'Misread.', today: '2026-11-22' } as const;
  const judge = (proposed: ProposedReading, cell: readonly OpenRow<'reading'>[], given: Partial<typeof rule> | { reason: null } | { change: 'update' } = {}) => judgeReading(proposed, cell, { ...rule, ...given } as typeof rule);

  it('nothing there: added', () => {
    const judged = judge(says(600, '2025-07-10'), []);
    expect(judged).toMatchObject({ verdict: 'added', before: null, after: '600', draft: { kind: 'reading', change: 'add', id: 's-2025-q2-reported-2025-07-10', content: { knownFrom: '2025-07-10' } } });
    expect(draftRow.safeParse(judged.draft).success).toBe(true);
  });
  it('a month is known at its end', () => expect(judge(says(600, '2025-07-01', 'pti', { reportedPrecision: 'month' }), []).draft?.content).toMatchObject({ knownFrom: '2025-07-31' }));
  it('the value in force: same, whoever says it', () => expect(judge(says(616, '2025-12-01', 'dawn'), [june, september]).verdict).toBe('same'));
  it('an earlier value on its own day: same', () => expect(judge(says(615, '2025-06-30', 'dawn'), [june, september]).verdict).toBe('same'));
  it('an earlier value without a day: same', () => expect(judge(says(615, null, null), [june, september]).verdict).toBe('same'));
  it('an earlier value on a later day: a new reading', () => expect(judge(says(615, '2026-01-01'), [june, september])).toMatchObject({ verdict: 'update', draft: { change: 'add' } }));
  it('a later report: an update beside what there is', () => expect(judge(says(620, '2026-01-01'), [june, september])).toMatchObject({ verdict: 'update', before: '616', after: '620', draft: { change: 'add' } }));
  it('the same source and day: a correction that keeps all else', () => {
    const judged = judge(says(619, '2025-09-30'), [june, september]);
    expect(judged).toMatchObject({ verdict: 'correction', draft: { id: 'september', change: 'correct', changeNote: 'Misread.', expectedRevision: 3, content: { value: 619, note: 'kept', confidence: 'medium' }, citations: [cite('pti')] } });
  });
  it('or an update, if the editor says so', () => expect(judge(says(619, '2025-09-30'), [september], { change: 'update' })).toMatchObject({ verdict: 'update', draft: { id: 'september', change: 'update' } }));
  it('a correction without a reason is refused', () => expect(judge(says(619, '2025-09-30'), [september], { reason: null })).toMatchObject({ verdict: 'refused', problem: { row: 4, column: 'C “value”', reason: expect.stringContaining('Say above why') } }));
  it('the same day by another source: a rival reading beside it', () => expect(judge(says(619, '2025-09-30', 'dawn'), [june, september])).toMatchObject({ verdict: 'update', draft: { change: 'add' } }));
  it('neither day nor source: the one in force is meant', () => expect(judge(says(619, null, null), [june, september])).toMatchObject({ verdict: 'correction', draft: { id: 'september' } }));
  it('nothing to cite: refused', () => expect(judge(says(619, '2026-01-01', null), [june])).toMatchObject({ verdict: 'refused', problem: { reason: expect.stringContaining('No document') } }));
  it('another qualifier is another figure', () => expect(judge(says(616, '2025-09-30', 'pti', { qualifier: 'at-least' }), [september])).toMatchObject({ verdict: 'correction', before: '616', after: '≥ 616' }));
  it('held elsewhere: refused by name', () => expect(judge(says(619, '2025-09-30'), [{ ...september, heldBy: 'CRSS Q3' }])).toMatchObject({ verdict: 'refused', problem: { reason: expect.stringContaining('“CRSS Q3”') } }));
  it('drafted elsewhere and nowhere published: in the way', () => expect(judge(says(616, '2025-09-30'), [{ ...september, heldBy: 'CRSS Q3', isPublished: false }]).verdict).toBe('refused'));
  it('a draft of this changeset is replaced without a reason', () => {
    expect(judge(says(619, '2025-09-30'), [{ ...september, isPublished: false }], { reason: null })).toMatchObject({ verdict: 'update', draft: { change: 'add', expectedRevision: 3 } });
  });
  it('a computed figure is not overwritten by a report', () => {
    const computed = { ...september, content: { ...september.content, kind: 'derived' as const, formula: 'a - b' } };
    expect(judge(says(619, '2025-09-30'), [computed])).toMatchObject({ verdict: 'refused', problem: { reason: expect.stringContaining('a - b') } });
  });
  it('a withdrawn one does not stand, and its id is not used again', () => {
    const gone = reading('s-2025-q2-reported-2025-09-30', 616, '2025-09-30', 'pti', { isWithdrawn: true });
    expect(judge(says(616, '2025-09-30'), [gone])).toMatchObject({ verdict: 'added', draft: { id: 's-2025-q2-reported-2025-09-30-2' } });
  });
});

describe('the plan', () => {
  const judged = (row: number, id: string | null) => ({
    verdict: 'added' as const, row, subject: id ?? '', before: null, after: '1', reason: null, problem: null,
    draft: id === null ? null : ({ kind: 'annotation', id, change: 'add', changeNote: null, content: { day: '2025-01-01', label: 'x', description: 'x' }, citations: [] } as const),
  });

  it('two rows about one row of the ledger: the second is refused and names the first', () => {
    const plan = new PlanMaker();
    plan.add(judged(2, 'a'));
    plan.add(judged(9, 'a'));
    expect(plan.finish()).toMatchObject({ counts: { added: 1, refused: 1 }, drafts: [{ id: 'a' }], shown: [{ row: 2 }, { row: 9, problem: { row: 9, reason: expect.stringContaining('Row 2') } }] });
  });

  it('holds examples, not rows', () => {
    const plan = new PlanMaker();
    for (let row = 0; row < 10_000; row += 1) plan.add({ ...judged(row, null), verdict: 'same' });
    expect([plan.finish().counts.same, plan.finish().shown.length]).toEqual([10_000, MOST_SHOWN]);
  });

  it.each([[0, 3, true], [1, 3, false], [0, 0, false]])('%i refused, %i drafts: %s', (refused, drafts, may) => {
    expect(confirmable({ counts: { added: 0, update: 0, correction: 0, same: 0, 'left-out': 0, refused }, drafts }).ok).toBe(may);
  });
});

describe('headers', () => {
  it.each([[['a', 'b'], null], [['a', 'A '], 'B “A”'], [['Reported on', 'reported_on'], 'B “reported_on”'], [Array.from({ length: 1001 }, (_, at) => `c${at}`), null]])('%#', (cells, column) => {
    const read = readHeader({ row: 3, cells });
    if (cells.length === 2 && column === null) expect(read).toMatchObject({ ok: true });
    else expect(read).toMatchObject({ ok: false, refusal: { problem: { row: 3, column } } });
  });
  it('columns are lettered as spreadsheets do', () => expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']));
  it('every period key there is reads back through any table', () => {
    fc.assert(fc.property(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 4 }), (year, quarter) => {
      const key = `${year}-Q${quarter}`;
      const read = readPeriodText(key, 'month');
      expect(read).toEqual(parsePeriod(key));
    }));
  });
});
