import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { draftRows } from '@/db/mutations/draft-rows';
import { NO_FACTS, planCell, type CellEntry, type CellPlan } from '@/domain/entry/plan-rows';
import { formatPeriod } from '@/domain/period';
import { parseGridQuestion } from '@/lib/inputs/grid-question';
import { readEntryGrid, type EntryGridRead } from '@/lib/reads/desk/entry-grid';
import { databases } from '../fixtures/databases';
import { loader } from '../fixtures/ledger-editors';
import { draftOf, quarter } from '../fixtures/ledger-rows';
import { NOW, openWith, publishRows, valueOf } from '../fixtures/ledger-steps';

const P = 'grid-';
const part = (id: string, breakdown: string) => draftOf(P, 'series', { id: `${P}${id}` }, { breakdownDimension: 'victim-type', breakdown, breakdownName: breakdown });
const TODAY = '2025-12-31';

describe.each(databases)('what a grid of readings is made of, on %s', (_name, factory) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await factory();
    await publishRows(open.db, [...(['source', 'organisation', 'indicator', 'series'] as const).map((kind) => draftOf(P, kind)), part('civilians', 'civilians'), draftOf(P, 'reading')]);
  });
  afterAll(() => open.close());

  const read = async (changesetId: string, params: Record<string, string>): Promise<EntryGridRead> => {
    const grid = await readEntryGrid(open.db, changesetId, parseGridQuestion(params), TODAY);
    if (grid === null) throw new Error('there is no such changeset');
    return grid;
  };
  const plan = (grid: EntryGridRead, value: number, more: Partial<CellEntry> = {}): CellPlan => {
    const series = grid.catalog.find(({ id }) => id === `${P}series`);
    if (series === undefined) throw new Error('the series is missing');
    const known = [...grid.published.filter(({ id }) => grid.drafts.every((draft) => draft.id !== id)), ...grid.drafts];
    const entry: CellEntry = {
      series, period: quarter, typed: { value, qualifier: 'exact', empty: null }, sitting: { ...NO_FACTS, sourceId: `${P}source` }, own: {}, choice: null, readings: known, recordsRepeats: false, ...more,
    };
    return planCell(entry, known.at(-1) ?? null, (id) => grid.sources.find((source) => source.id === id) ?? null);
  };

  it('gives the chosen series with their kin, the periods up to today and every reading', async () => {
    const changesetId = await openWith(open.db, [part('outlaws', 'outlaws')]);
    const grid = await read(changesetId, { series: `${P}series,nobody` });
    expect(grid.seriesIds).toEqual([`${P}series`]);
    expect(grid.catalog.map(({ id }) => id).sort()).toEqual([`${P}civilians`, `${P}outlaws`, `${P}series`]);
    expect([grid.kind, grid.periods.at(-1) && formatPeriod(grid.periods.at(-1) ?? quarter)]).toEqual(['quarter', '2025-Q4']);
    expect(grid.published.map(({ id, revision, content }) => [id, revision, content.value])).toEqual([[`${P}reading`, 1, 615]]);
    expect(grid.sources.map(({ id }) => id)).toEqual([`${P}source`]);
    const begun = await read(changesetId, { series: `${P}series`, row: `${P}reading` });
    expect(begun.start).toEqual({ seriesId: `${P}series`, period: quarter });
    expect(await readEntryGrid(open.db, 'nobody', parseGridQuestion({}), TODAY)).toBeNull();
  });

  it('what is planned is saved, stands as a draft, and is changed by its revision', async () => {
    const { db } = open;
    const changesetId = await openWith(db, []);
    const save = async (planned: CellPlan) => {
      if (planned.kind !== 'row') throw new Error(JSON.stringify(planned));
      return valueOf(await draftRows(db, loader, { changesetId, rows: [planned.row] }, NOW)).rows[0]?.revision;
    };
    const ask = () => read(changesetId, { series: `${P}series` });
    expect(plan(await ask(), 616).kind).toBe('ask');
    await save(plan(await ask(), 616, { choice: { change: 'correct', reason: 'a slip' } }));
    const once = await ask();
    expect(once.drafts.map(({ id, change, changeNote, content }) => [id, change, changeNote, content.value])).toEqual([[`${P}reading`, 'correct', 'a slip', 616]]);
    expect(plan(once, 616)).toMatchObject({ kind: 'nothing' });
    await save(plan(once, 617));
    await save(plan(await ask(), 620, { own: { reported: { on: '2025-09-30', precision: 'day' } } }));
    const twice = await ask();
    expect(twice.drafts.map(({ change, content }) => `${change} ${content.value} ${content.reportedOn}`).sort()).toEqual(['add 620 2025-09-30', 'correct 617 2025-06-30']);
  });
});
