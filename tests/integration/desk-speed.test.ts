import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database, OpenDatabase } from '@/db/client';
import { draftRows } from '@/db/mutations/draft-rows';
import { parseAuditFilter } from '@/lib/inputs/audit-filter';
import { parseGridQuestion } from '@/lib/inputs/grid-question';
import { readAuditPage } from '@/lib/reads/desk/audit';
import { readBuilderStock } from '@/lib/reads/desk/builder-stock';
import { readChangeset } from '@/lib/reads/desk/changeset';
import { DRAFTS_A_PAGE } from '@/lib/reads/desk/changeset-rows';
import { readOpenChangesets } from '@/lib/reads/desk/changesets';
import { readCitableSources } from '@/lib/reads/desk/citable-sources';
import { readClaimsDesk } from '@/lib/reads/desk/claims-desk';
import { readDeskRows, readLivingRows } from '@/lib/reads/desk/desk-rows';
import { readEntryGrid } from '@/lib/reads/desk/entry-grid';
import { readFormStock } from '@/lib/reads/desk/form-stock';
import { readImportGround } from '@/lib/reads/desk/import-ground';
import { readWrittenChangeset } from '@/lib/reads/desk/open-changeset';
import { readOverview } from '@/lib/reads/desk/overview';
import { readRowForm } from '@/lib/reads/desk/row-form';
import { findAnyRows } from '@/lib/reads/desk/rows';
import { readReviewPage } from '@/lib/review/review-page';
import { addDays } from '@/domain/period';
import { openFreshEmbedded } from '../fixtures/databases';
import { writer } from '../fixtures/ledger-editors';
import { draftOf, draftsOfEveryKind } from '../fixtures/ledger-rows';
import { NOW, openWith, publishRows, valueOf } from '../fixtures/ledger-steps';

// What makes a screen of the desk slow is how often it asks and how much it is given: both have a bound here, times have none.

const holder = vi.hoisted(() => ({ db: null as Database | null }));
vi.mock('@/lib/reads/ledger', () => ({ ledgerAt: async () => holder.db }));

const P = 'speed-';
const MANY = 120;
const days = (from: string, count: number) => Array.from({ length: count }, (_, at) => {
  const day = addDays(from, at);
  return draftOf(P, 'reading', { id: `${P}${day}` }, { period: { kind: 'day', start: day, end: day }, value: at, reportedOn: day, knownFrom: day });
});

describe('what a screen of the desk asks of the database', () => {
  let open: OpenDatabase;
  let db: Database;
  let changesetId = '';
  let asked = 0;

  beforeAll(async () => {
    open = await openFreshEmbedded();
    if (open.engine !== 'pglite') throw new Error('This counts the questions of the embedded database.');
    holder.db = db = open.db;
    await publishRows(db, draftsOfEveryKind(P));
    changesetId = await openWith(db, days('2020-01-01', 3), writer);
    const { client } = open.embedded;
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>;
    client.query = ((...given: unknown[]) => {
      asked += 1;
      return query(...given);
    }) as typeof client.query;
  });
  afterAll(() => open.close());

  const grid = () => readEntryGrid(db, changesetId, parseGridQuestion({ series: `${P}series` }), '2025-12-31');
  /** Each screen's reads, and the most questions of one visit that is not the first of its release. */
  const SCREENS: readonly (readonly [name: string, most: number, read: () => Promise<unknown>])[] = [
    ['overview', 7, () => readOverview(db, writer, NOW)],
    ['changesets', 4, () => readOpenChangesets(db)],
    ['a changeset', 16, () => readChangeset(db, changesetId, null)],
    ['the head of a form', 1, () => readWrittenChangeset(db, writer, changesetId)],
    ['readings', 9, grid],
    ['a new source', 4, () => readFormStock(db, changesetId, 'source', null)],
    ['a new series', 10, () => readFormStock(db, changesetId, 'series', null)],
    ['an incident', 8, () => readFormStock(db, changesetId, 'incident', `${P}incident`)],
    ['a row', 10, () => readRowForm(db, changesetId, 'incident', `${P}incident`)],
    ['charts and sentences', 5, () => readBuilderStock(db, changesetId)],
    ['closures', 6, async () => [await readDeskRows(db, changesetId, 'closure'), await readLivingRows(db, changesetId, 'crossing'), await readLivingRows(db, changesetId, 'source')]],
    ['claims', 11, () => readClaimsDesk(db, changesetId, `${P}incident`)],
    ['import', 6, async () => [await readImportGround(db, changesetId), await readCitableSources(db, changesetId)]],
    ['review', 8, () => readReviewPage(db, changesetId, NOW)],
    ['find a row', 2, () => findAnyRows(db, { words: 'CRSS', kind: null, from: 0, limit: 50 })],
    ['audit', 2, () => readAuditPage(db, parseAuditFilter({}).filter, null)],
  ];

  async function visits(): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const [name, , read] of SCREENS) {
      await read();
      asked = 0;
      await read();
      counts.set(name, asked);
    }
    return counts;
  }

  test('a bounded number of questions, which does not grow with what is drafted', async () => {
    const few = await visits();
    expect(Math.min(...few.values())).toBeGreaterThan(0);
    expect(SCREENS.flatMap(([name, most]) => ((few.get(name) ?? 0) > most ? [`${name}: ${few.get(name)} of ${most}`] : []))).toEqual([]);
    valueOf(await draftRows(db, writer, { changesetId, rows: days('2021-01-01', MANY) }, NOW));
    expect([...await visits()]).toEqual([...few]);
  });

  test('a changeset of many rows is told a page at a time, and each row once', async () => {
    const all = MANY + 3;
    const pages = await Promise.all([1, 2, 3].map((page) => readChangeset(db, changesetId, { kind: 'reading', page })));
    expect(pages.map((read) => read?.rows.length)).toEqual([DRAFTS_A_PAGE, DRAFTS_A_PAGE, all - 2 * DRAFTS_A_PAGE]);
    expect(new Set(pages.flatMap((read) => read?.rows.map(({ id }) => id) ?? [])).size).toBe(all);
    expect(pages[0]?.counts).toEqual([{ kind: 'reading', count: all, page: 1 }]);
    expect((await readChangeset(db, changesetId, { kind: 'reading', page: 99 }))?.counts[0]?.page).toBe(3);
    expect(JSON.stringify(pages[0]?.rows).length).toBeLessThan(DRAFTS_A_PAGE * 1_500);
  });

  test('what is kept of a release hides no draft and no later release', async () => {
    const nameOf = async () => (await readDeskRows(db, changesetId, 'place')).find(({ id }) => id === `${P}place`);
    const titles = async () => (await findAnyRows(db, { words: 'Zarghun', kind: 'place', from: 0, limit: 9 })).rows.map(({ id, isNew }) => [id, isNew]);
    expect((await nameOf())?.content.name).toBe('Kurram');
    expect(await titles()).toEqual([]);
    const change = { change: 'update', expectedRevision: 1 } as const;
    valueOf(await draftRows(db, writer, { changesetId, rows: [draftOf(P, 'place', change, { name: 'Upper Kurram' }), draftOf(P, 'place', { id: `${P}other` }, { name: 'Zarghun' })] }, NOW));
    expect(await nameOf()).toMatchObject({ isDraft: true, content: { name: 'Upper Kurram' }, published: { content: { name: 'Kurram' } } });
    expect(await titles()).toEqual([[`${P}other`, true]]);
    expect((await readLivingRows(db, 'no-such-changeset', 'place')).map(({ content }) => content.name)).toEqual(['Kurram']);
    const before = await readOverview(db, writer, NOW);
    await publishRows(db, [draftOf('late-', 'source'), draftOf('late-', 'place', {}, { name: 'Bahram Chah' })]);
    expect((await readLivingRows(db, changesetId, 'place')).map(({ content }) => content.name).sort()).toEqual(['Bahram Chah', 'Upper Kurram', 'Zarghun']);
    expect((await readBuilderStock(db, changesetId)).series.map(({ id }) => id)).toEqual([`${P}series`]);
    expect((await readOverview(db, writer, NOW)).releases.length).toBe(before.releases.length + 1);
  });
});
