import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findLedgerSummary } from '@/db/queries/find-ledger-summary';
import { findReadings } from '@/db/queries/find-readings';
import { findRelease } from '@/db/queries/find-releases';
import { loadStartingData, type LoadReport } from '@/db/seed/load';
import { readSeedReport } from '@/db/seed/seed-files';
import { valueAsOf } from '@/domain/reading';
import { mintSystemEditor } from '@/lib/auth';
import { DATA_SET_ROWS } from '@/lib/inputs/seed-check';
import { databases } from '../fixtures/databases';

const NOW = new Date('2026-11-22T10:00:00.000Z');

describe.each(databases)('the starting data on %s', (_name, factory) => {
  let open: OpenDatabase;
  let first: LoadReport;
  const lines: string[] = [];
  const editor = mintSystemEditor('starting data');

  beforeAll(async () => {
    open = await factory();
    first = await loadStartingData(open.db, { editor, now: NOW, report: (line) => lines.push(line) });
  });
  afterAll(async () => {
    await open?.close();
  });

  const q2 = async (release: number, asOf: string | null) => {
    const found = await findReadings(open.db, { release, asOf, seriesIds: ['crss-violence-fatalities'] });
    return valueAsOf(found.filter(({ period }) => period.start === '2025-04-01' && period.end === '2025-06-30'), asOf)?.reading.value ?? null;
  };

  it('become two releases', async () => {
    expect(first.loaded.map(({ number }) => number)).toEqual([1, 2]);
    expect(await findCurrentRelease(open.db)).toBe(2);
    expect(await findRelease(open.db, 1)).toMatchObject({ title: 'What the starting editorial prints', counts: { corrected: 0, withdrawn: 0 } });
    expect(await findRelease(open.db, 2)).toMatchObject({ authors: ['starting data'], counts: { corrected: 13, withdrawn: 0 } });
  });

  const countIn = async (release: number) =>
    Object.fromEntries(Object.entries(await findLedgerSummary(open.db, release)).map(([kind, { current, withdrawn }]) => [kind, current + withdrawn]));

  it('hold every row of the data set', async () => {
    expect(await countIn(1)).toMatchObject({ reading: 3, closure: 2, claim: 3, incident: 1, place: 6, crossing: 2, annotation: 0 });
    expect(await countIn(2)).toMatchObject(DATA_SET_ROWS);
  });

  it('tell what became of the rows that are not simply their own', () => {
    expect(first.entries).toEqual(readSeedReport());
    const printed = lines.join('\n');
    expect(printed).toContain('9 rows of the data set are corrected rows of release 1');
    expect(printed).toContain('2 rows of the data set are named without a link');
    expect(printed).toContain('0 rows of the data set were left out');
    expect(printed).toContain('closures.csv ghulam-khan-2017-02');
  });

  it('give CRSS for Q2 2025 as 615 on 10 July 2025 and as 616 today', async () => {
    expect([await q2(2, '2025-07-10'), await q2(2, null), await q2(1, null)]).toEqual([615, 616, null]);
  });

  it('correct the editorial in place: the same rows, the years it prints in release 1, the right ones in release 2', async () => {
    const periodsIn = async (release: number) => (await findReadings(open.db, { release }))
      .filter(({ id }) => id.endsWith('-editorial-nine-months') || id.endsWith('-editorial-year'))
      .map(({ id, period, value, revision, change }) => ({ id, start: period.start, value, revision, change }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(await periodsIn(1)).toEqual([
      { id: 'crss-violence-fatalities-editorial-nine-months', start: '2023-01-01', value: 2414, revision: 1, change: 'add' },
      { id: 'crss-violence-fatalities-editorial-year', start: '2022-01-01', value: 2546, revision: 1, change: 'add' },
    ]);
    expect(await periodsIn(2)).toEqual([
      { id: 'crss-violence-fatalities-editorial-nine-months', start: '2025-01-01', value: 2414, revision: 2, change: 'correct' },
      { id: 'crss-violence-fatalities-editorial-year', start: '2024-01-01', value: 2546, revision: 2, change: 'correct' },
    ]);
  });

  it('are loaded once: a second load changes nothing', async () => {
    const before = await findLedgerSummary(open.db, 2);
    const second = await loadStartingData(open.db, { editor, now: NOW, report: () => expect.unreachable('nothing is loaded, so nothing is said') });
    expect(second.loaded).toEqual([]);
    expect([await findCurrentRelease(open.db), await findLedgerSummary(open.db, 2)]).toEqual([2, before]);
  });
});

describe('processes that start at once', () => {
  const postgres = databases.find(([name]) => name === 'PostgreSQL');

  it('load once between them', async () => {
    if (postgres === undefined) throw new Error('there is no PostgreSQL among the test databases');
    const open = await postgres[1]();
    try {
      const editor = mintSystemEditor('starting data');
      const reports = await Promise.all([loadStartingData(open.db, { editor, now: NOW }), loadStartingData(open.db, { editor, now: NOW })]);
      expect(reports.map(({ loaded }) => loaded.length).toSorted()).toEqual([0, 2]);
      expect(await findCurrentRelease(open.db)).toBe(2);
    } finally {
      await open.close();
    }
  });
});
