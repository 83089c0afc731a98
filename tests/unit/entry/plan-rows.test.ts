import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '@/domain/citation';
import { NO_FACTS, planCell, type CellEntry, type KnownReading } from '@/domain/entry/plan-rows';
import { readingId } from '@/domain/entry/reading-id';
import { knownSince, parseReported, printReported } from '@/domain/entry/reported';
import { periodOf, periodsBetween } from '@/domain/period';
import { draftRow } from '@/lib/inputs/row-content';

const source = (id: string, publishedOn: string | null, publishedPrecision: Source['publishedPrecision'] = 'day'): Source => ({
  id, title: id, publisher: 'CRSS', url: 'https://crss.pk', urlIsCopy: false, linkNote: null, publishedOn, publishedPrecision, accessedOn: '2026-11-01', archiveUrl: null, language: 'en', licence: 'all rights reserved',
});
const SOURCES = [source('crss-annual', '2026-01-05'), source('crss-q3', '2025-10-02'), source('dna-march', '2025-03-01', 'month'), source('undated', null, 'unknown')];
const sourceOf = (id: string) => SOURCES.find((one) => one.id === id) ?? null;
const Q3 = periodOf('2025-07-01', '2025-09-30');
const series = { id: 'crss-violence-fatalities', organisationId: 'crss', breakdown: 'all', label: 'CRSS, Violence fatalities' };
const exact = (value: number) => ({ value, qualifier: 'exact' as const, empty: null });

const told = (value: number, more: Partial<KnownReading> = {}): KnownReading => ({
  id: 'crss-2025q3-violence-fatalities-all', revision: 1, change: 'add', changeNote: null, isDraft: false,
  content: {
    seriesId: series.id, period: Q3, ...exact(value), reportedOn: '2025-10-02', reportedPrecision: 'day', knownFrom: '2025-10-02', kind: 'reported', formula: null, confidence: 'medium', isUnconfirmed: false, note: 'kept',
  },
  citations: [{ sourceId: 'crss-q3', locator: 'p. 2', quote: null, paraphrase: null, role: 'main' }], ...more,
});
const entry = (value: number, more: Partial<CellEntry> = {}): CellEntry => ({
  series, period: Q3, typed: exact(value), sitting: { ...NO_FACTS, sourceId: 'crss-q3' }, own: {}, choice: null, readings: [], recordsRepeats: false, ...more,
});
const plan = (one: CellEntry, shown = one.readings.findLast(({ change }) => change !== 'withdraw') ?? null) => planCell(one, shown, sourceOf);
const rowOf = (one: CellEntry) => {
  const planned = plan(one);
  if (planned.kind !== 'row') throw new Error(JSON.stringify(planned));
  return planned;
};

describe('what a typed cell becomes', () => {
  it('an empty cell gets its first reading, dated and cited as its source is', () => {
    const { row, how } = rowOf(entry(901));
    expect(how).toBe('first');
    expect(row).toMatchObject({
      change: 'add', changeNote: null, expectedRevision: null, content: { value: 901, reportedOn: '2025-10-02', reportedPrecision: 'day', knownFrom: '2025-10-02', kind: 'reported', confidence: 'high' },
      citations: [{ sourceId: 'crss-q3', paraphrase: 'Gives 901 for Q3 2025 (CRSS, Violence fatalities)', role: 'main' }],
    });
    expect(row.id).toMatch(/^crss-2025q3-violence-fatalities-all-[0-9a-z]+$/);
    expect(draftRow.safeParse(row).success).toBe(true);
  });

  it('without a source it asks for one, unless the cell says so already', () => {
    expect(plan(entry(901, { sitting: NO_FACTS }))).toMatchObject({ kind: 'incomplete', what: 'source' });
    expect(plan(entry(901, { sitting: NO_FACTS, readings: [told(901)] }))).toMatchObject({ kind: 'nothing' });
  });

  it('another source, or a later day, is a reading of its own beside the others', () => {
    const annual = entry(905, { sitting: { ...NO_FACTS, sourceId: 'crss-annual' }, readings: [told(901)] });
    expect(rowOf(annual)).toMatchObject({ how: 'later', row: { change: 'add', content: { value: 905, reportedOn: '2026-01-05', note: null } } });
    const later = entry(905, { own: { reported: { on: '2025-12-01', precision: 'day' } }, readings: [told(901)] });
    expect(rowOf(later)).toMatchObject({ how: 'later', row: { change: 'add', content: { reportedOn: '2025-12-01', knownFrom: '2025-12-01' } } });
  });

  it('the same source of the same day with another figure asks, and the answer decides', () => {
    const asked = entry(905, { readings: [told(901)] });
    expect(plan(asked)).toMatchObject({ kind: 'ask', reading: { id: 'crss-2025q3-violence-fatalities-all' } });
    expect(rowOf({ ...asked, choice: { change: 'update', reason: '' } })).toMatchObject({
      how: 'update', row: { id: 'crss-2025q3-violence-fatalities-all', change: 'update', changeNote: null, expectedRevision: 1, content: { value: 905, note: 'kept', confidence: 'medium' }, citations: [{ locator: 'p. 2' }] },
    });
    expect(plan({ ...asked, choice: { change: 'correct', reason: '  ' } })).toMatchObject({ kind: 'incomplete', what: 'reason' });
    expect(rowOf({ ...asked, choice: { change: 'correct', reason: 'typed wrongly' } }).row).toMatchObject({ change: 'correct', changeNote: 'typed wrongly' });
  });

  it('the same figure is nothing, whoever says it, unless repeats are wanted', () => {
    expect(plan(entry(901, { readings: [told(901)] }))).toMatchObject({ kind: 'nothing' });
    const other = entry(901, { sitting: { ...NO_FACTS, sourceId: 'crss-annual' }, readings: [told(901)] });
    expect(plan(other)).toMatchObject({ kind: 'nothing' });
    expect(rowOf({ ...other, recordsRepeats: true })).toMatchObject({ how: 'later' });
    expect(plan(entry(901, { typed: { value: 901, qualifier: 'at-least', empty: null }, readings: [told(901)] }))).toMatchObject({ kind: 'ask' });
  });

  it('a draft of this changeset is replaced, keeps what it is, and is nothing where nothing differs', () => {
    const first = rowOf(entry(901)).row;
    const draft = told(901, { id: first.id, isDraft: true, revision: 4, content: first.content, citations: first.citations });
    expect(plan(entry(901, { readings: [draft] }))).toMatchObject({ kind: 'nothing' });
    const again = rowOf(entry(910, { readings: [draft] }));
    expect(again).toMatchObject({ how: 'redraft', row: { id: first.id, change: 'add', expectedRevision: 4, content: { value: 910 } } });
    expect(again.row.citations).toEqual([expect.objectContaining({ paraphrase: 'Gives 910 for Q3 2025 (CRSS, Violence fatalities)' })]);
    expect(rowOf(entry(910, { sitting: NO_FACTS, readings: [draft] })).row.id).toBe(first.id);
    const correction = told(901, { isDraft: true, revision: 2, change: 'correct', changeNote: 'wrong' });
    expect(rowOf(entry(905, { readings: [correction] })).row).toMatchObject({ change: 'correct', changeNote: 'wrong', expectedRevision: 2 });
  });

  it('a withdrawn reading is not taken up again, nor is its name', () => {
    const first = rowOf(entry(901)).row;
    const gone = told(901, { id: first.id, change: 'withdraw' });
    expect(rowOf(entry(901, { readings: [gone] })).row).toMatchObject({ change: 'add', id: `${first.id}-2` });
  });

  it('a derived value carries its formula; facts of the cell go before those of the sitting', () => {
    const { row } = rowOf(entry(1003, { sitting: { ...NO_FACTS, sourceId: 'crss-q3', confidence: 'low', locator: 'p. 1' }, own: { formula: '3417 - 2414', confidence: 'high', note: 'as printed' } }));
    expect(row.content).toMatchObject({ kind: 'derived', formula: '3417 - 2414', confidence: 'high', note: 'as printed' });
    expect(row.citations).toEqual([{ sourceId: 'crss-q3', locator: 'p. 1', quote: null, paraphrase: null, role: 'main' }]);
  });

  it('a derived value without a formula is not complete', () => {
    expect(plan(entry(1003, { own: { formula: ' ' } }))).toMatchObject({ kind: 'incomplete', what: 'formula' });
  });

  it('gives the same row twice, and a valid one for every source', () => {
    const quarters = periodsBetween('quarter', '2020-01-01', '2026-12-31');
    fc.assert(fc.property(fc.integer({ min: 0, max: 9999 }), fc.constantFrom(...SOURCES), fc.constantFrom(...quarters), (value, { id }, period) => {
      const one = entry(value, { period, sitting: { ...NO_FACTS, sourceId: id } });
      expect(plan(one)).toEqual(plan(one));
      expect(draftRow.safeParse(rowOf(one).row).error?.issues).toBeUndefined();
    }));
  });
});

describe('names and days', () => {
  it('ids differ by series, period, source and day', () => {
    const ids = new Set<string>();
    let count = 0;
    for (const id of ['crss-a', 'crss-a-all', 'crss-b', 'other']) {
      for (const period of [...periodsBetween('month', '2025-01-01', '2025-12-31'), ...periodsBetween('quarter', '2025-01-01', '2025-12-31'), periodOf('2025-01-01', '2025-09-30'), periodOf('2025-01-01', '2025-01-01')]) {
        for (const one of SOURCES) {
          for (const breakdown of ['all', 'kp']) {
            if ((id === 'crss-a') !== (breakdown === 'all')) continue;
            ids.add(readingId({ series: { id, organisationId: 'crss', breakdown }, period, sourceId: one.id, reported: { on: one.publishedOn, precision: one.publishedPrecision } }, new Set()));
            count += 1;
          }
        }
      }
    }
    // `crss-a` as a total and `crss-a-all` as a part read alike: the second is told apart by the ids that are taken.
    expect(ids.size).toBeGreaterThanOrEqual(count - 18 * SOURCES.length);
  });

  it('a reading is known from its day, the end of its month or year, or the day we read it', () => {
    expect(SOURCES.map((one) => knownSince({ on: one.publishedOn, precision: one.publishedPrecision }, one))).toEqual(['2026-01-05', '2025-10-02', '2025-03-31', '2026-11-01']);
    for (const text of ['2025-10-02', '2025-10', '2025']) expect(printReported(parseReported(text) ?? { on: null, precision: 'unknown' })).toBe(text);
    for (const text of ['', 'October', '2025-13', '2025-02-30', '25-1-1']) expect(parseReported(text), text).toBeNull();
  });
});
