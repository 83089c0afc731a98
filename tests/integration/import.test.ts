import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { findAudit } from '@/db/queries/find-audit';
import { findImportMapping } from '@/db/queries/find-import-mapping';
import { findDrafts } from '@/db/queries/find-versions';
import { openChangeset } from '@/db/mutations/open-changeset';
import { loadStartingData } from '@/db/seed/load';
import { buildChart } from '@/domain/chart/build';
import { chartRecords } from '@/domain/chart/records';
import type { RowContents } from '@/domain/draft';
import type { Look, WaitingFile } from '@/domain/import/look';
import type { ImportMapping } from '@/domain/import/mapping';
import type { ImportReport } from '@/domain/import/plan';
import type { Desk } from '@/lib/accounts/desk';
import { mintSystemEditor } from '@/lib/auth';
import { findSession } from '@/lib/accounts/session';
import { printCsv } from '@/lib/csv';
import { layoutHash } from '@/lib/import/layout-hash';
import { MORE_FILES, papaFiles, spectrumFiles } from '../fixtures/awkward-files';
import { databases } from '../fixtures/databases';
import { cookieOf, deskOver, emptyAccounts, join, NOW, SITE, withCookie } from '../fixtures/desk';
import { eventFileHead, eventLine, eventsOf, TRUE_QUARTERS } from '../fixtures/event-file';
import { seedChartRows, seedCharts } from '../fixtures/starting-data';

const holder = vi.hoisted(() => ({ desk: null as Desk | null }));
vi.mock('@/lib/accounts/desk', () => ({ getDesk: async () => holder.desk }));

describe.each(databases)('importing on %s', (_engine, openTestDatabase) => {
  let open: OpenDatabase;
  let desk: Desk;
  let cookie = '';
  let changesetId = '';

  beforeAll(async () => {
    open = await openTestDatabase();
    desk = deskOver(open);
    holder.desk = desk;
    await emptyAccounts(desk);
    await loadStartingData(open.db, { editor: mintSystemEditor('starting data'), now: NOW });
    await join(desk);
    cookie = await cookieOf(desk);
    changesetId = await newChangeset('Files');
  });
  afterAll(() => open.close());

  async function newChangeset(name: string): Promise<string> {
    const session = await findSession(desk, withCookie(cookie), NOW);
    if (session === null) throw new Error('no session');
    const opened = await openChangeset(open.db, session.editor, { name, note: 'x' }, NOW);
    if (!opened.ok) throw new Error(opened.refusal.message);
    return opened.value.changesetId;
  }

  const routes = {
    send: () => import('@/app/api/admin/changesets/[id]/import/route'),
    look: () => import('@/app/api/admin/changesets/[id]/import/look/route'),
    check: () => import('@/app/api/admin/changesets/[id]/import/check/route'),
    confirm: () => import('@/app/api/admin/changesets/[id]/import/confirm/route'),
    drop: () => import('@/app/api/admin/changesets/[id]/import/drop/route'),
  };
  async function post(name: keyof typeof routes, body: BodyInit, type = 'application/json', into = changesetId): Promise<Response> {
    const { POST } = await routes[name]();
    const headers = { origin: SITE, cookie, accept: 'application/json', 'content-type': type, 'x-file-name': encodeURIComponent('table é.csv') };
    const request = new Request(`${SITE}/api/admin/changesets/${into}/import`, { method: 'POST', headers, body });
    return POST(request, { params: Promise.resolve({ id: into }) });
  }
  async function send(content: string | Uint8Array): Promise<WaitingFile | string> {
    const answer = await post('send', content as BodyInit, 'application/octet-stream');
    const said = (await answer.json()) as { data?: WaitingFile; title?: string };
    expect(answer.status, said.title).toBeLessThan(500);
    return said.data ?? said.title ?? '';
  }
  type Ended<T> = { readonly result?: T; readonly refused?: { readonly code: string; readonly title: string; readonly problem?: { row: number; column: string | null; reason: string } } };
  async function ended<T>(answer: Response): Promise<Ended<T>> {
    expect(answer.status).toBe(200);
    return JSON.parse((await answer.text()).trimEnd().split('\n').at(-1) ?? '{}') as Ended<T>;
  }
  const ask = (fields: object) => JSON.stringify(fields);
  async function look(file: WaitingFile): Promise<Look> {
    return ((await (await post('look', ask({ upload: file.upload, sheet: null }))).json()) as { data: Look }).data;
  }
  async function check(content: string | Uint8Array, change: (mapping: ImportMapping) => ImportMapping = (mapping) => mapping) {
    const file = await send(content);
    if (typeof file === 'string') throw new Error(file);
    const mapping = change((await look(file)).mapping);
    const { result, refused } = await ended<ImportReport>(await post('check', ask({ upload: file.upload, sheet: null, mapping })));
    return { file, mapping, report: result, refused };
  }
  async function chunksOf(upload: string): Promise<number> {
    const { rows } = await open.db.execute<{ count: number }>(sql`select count(*)::int as count from import_chunks where upload_id = ${upload}`);
    return rows[0]?.count ?? 0;
  }
  const drafts = () => findDrafts(open.db, changesetId);

  const charts = seedCharts(2).filter(({ kind }) => ['periods', 'closures', 'claims'].includes(kind));
  test.each(charts.map((chart) => [chart.slug, chart] as const))('the CSV of %s, unchanged, changes nothing', async (_slug, definition) => {
    const rows = seedChartRows(2);
    const { columns, records } = chartRecords(definition, rows, buildChart(definition, rows), { history: true });
    const { report, refused } = await check(printCsv(columns, records));
    expect(refused).toBeUndefined();
    expect(report?.shown.filter(({ verdict }) => verdict !== 'same' && verdict !== 'left-out')).toEqual([]);
    expect(report?.counts.same).toBeGreaterThan(0);
    expect(report?.drafts).toBe(0);
  });

  test('a number changed in a downloaded chart becomes a correction, all or nothing, and its columns are remembered', async () => {
    const rows = seedChartRows(2);
    const chart = seedCharts(2).find(({ slug }) => slug === 'fatalities-by-quarter');
    if (chart === undefined) throw new Error('no chart');
    const { columns, records } = chartRecords(chart, rows, buildChart(chart, rows), { history: false });
    const changed = records.map((record) => (record.period === '2025-Q2' ? { ...record, value: 619 } : record));
    const without = await check(printCsv(columns, changed));
    expect(without.report?.shown.find(({ verdict }) => verdict === 'refused')?.problem).toMatchObject({ row: expect.any(Number), column: 'I “value”', reason: expect.stringContaining('Say above why') });
    const { file, mapping, report } = await check(printCsv(columns, changed), (one) => ({ ...one, reason: 'Misread.' }));
    expect(report?.counts).toMatchObject({ correction: 1, refused: 0, added: 0, update: 0 });
    expect(report?.shown.find(({ verdict }) => verdict === 'correction')).toMatchObject({ before: '616', after: '619' });
    expect(await drafts()).toEqual([]);
    const stale = await ended(await post('confirm', ask({ upload: file.upload, sheet: null, mapping, digest: '0'.repeat(64) })));
    expect([stale.refused?.code, await drafts()]).toEqual(['plan-changed', []]);
    const { result } = await ended<{ drafted: number }>(await post('confirm', ask({ upload: file.upload, sheet: null, mapping, digest: report?.digest })));
    expect(result).toMatchObject({ drafted: 1 });
    expect(await drafts()).toMatchObject([{ kind: 'reading', change: 'correct', changeNote: 'Misread.', content: { value: 619 } }]);
    expect(await findImportMapping(open.db, layoutHash(columns))).toMatchObject({ mapping: { columns: { value: 'value' }, reason: null, sourceId: null, reportedOn: null } });
    const anyOf = { person: null, action: 'keep-import-mapping', subject: null, id: layoutHash(columns), changeset: null, from: null, to: null };
    expect(await findAudit(open.db, anyOf, { before: null, limit: 5 })).toMatchObject([{ editorName: 'Amina Yousaf', before: null, after: { header: columns } }]);
    expect(await chunksOf(file.upload)).toBe(0);
    // The draft stands at the desk now: the same file once more changes nothing, and what it says of itself is remembered.
    const again = await send(printCsv(columns, changed));
    if (typeof again === 'string') throw new Error(again);
    expect(await look(again)).toMatchObject({ kept: { by: 'Amina Yousaf' }, mapping: { reason: null } });
    // Another changeset is told who holds the row.
    const other = await newChangeset('Another');
    const elsewhere = await post('send', printCsv(columns, changed.map((record) => (record.period === '2025-Q2' ? { ...record, value: 620 } : record))), 'text/csv', other);
    const { data } = (await elsewhere.json()) as { data: WaitingFile };
    const held = await ended<ImportReport>(await post('check', ask({ upload: data.upload, sheet: null, mapping }), 'application/json', other));
    expect(held.result?.shown.find(({ verdict }) => verdict === 'refused')?.problem?.reason).toContain('“Files”');
  });

  test('one refused row of many: nothing is written', async () => {
    const before = await drafts();
    const source = seedChartRows(2).readings[0]?.citations[0]?.source.id ?? '';
    const lines = Array.from({ length: 50 }, (_, at) => `crss-violence-fatalities,${1950 + at},${at === 37 ? 'many' : at}`);
    const { file, mapping, report } = await check(`series,period,value\n${lines.join('\n')}\n`, (one) => ({ ...one, sourceId: source, reportedOn: '2026-01-01' }) as ImportMapping);
    expect(report?.counts).toMatchObject({ added: 49, refused: 1 });
    expect(report?.shown[report.shown.length - 1]?.problem).toMatchObject({ row: 39, column: 'C “value”' });
    const { refused } = await ended(await post('confirm', ask({ upload: file.upload, sheet: null, mapping, digest: report?.digest })));
    expect([refused?.code, await drafts()]).toEqual(['rows-refused', before]);
  });

  test('6,416 events become the quarters that another program finds, as drafts of series of their own', async () => {
    const into = await newChangeset('Events');
    const kept = changesetId;
    changesetId = into;
    const source = seedChartRows(2).readings[0]?.citations[0]?.source.id ?? '';
    const made = eventFileHead() + eventsOf(TRUE_QUARTERS.begins).map((event, at) => eventLine(at + 1, event)).join('');
    const { file, mapping, report } = await check(made, (one) => ({ ...one, crossing: 'begins', sourceId: source, reportedOn: '2022-06-01' }) as ImportMapping);
    expect(report).toMatchObject({ rows: 6416, counts: { added: 4 * 132, refused: 0 } });
    const { result, refused } = await ended<{ drafted: number }>(await post('confirm', ask({ upload: file.upload, sheet: null, mapping, digest: report?.digest })));
    expect(refused).toBeUndefined();
    expect(result?.drafted).toBe(report?.drafts);
    const readings = (await drafts()).filter(({ kind }) => kind === 'reading').map(({ content }) => content as RowContents['reading']);
    for (const [measure, at] of [['events-pakistan-per-quarter-all', 0], ['deaths-pakistan-per-quarter-low', 1], ['deaths-pakistan-per-quarter-best', 2], ['deaths-pakistan-per-quarter-high', 3]] as const) {
      const found = Object.fromEntries(readings.filter(({ seriesId }) => seriesId.endsWith(measure)).map(({ period, value }) => [`${period.start.slice(0, 4)}-Q${(Number(period.start.slice(5, 7)) + 2) / 3}`, value]));
      expect(found).toEqual(Object.fromEntries(Object.entries(TRUE_QUARTERS.begins).map(([quarter, row]) => [quarter, row[at]])));
    }
    changesetId = kept;
  });

  test('no awkward file is a fault of the server or leaves a draft', async () => {
    const before = await drafts();
    // Each of them is read in the unit tests; here a part goes all the way through the routes.
    const files = [...spectrumFiles().slice(0, 4), ...papaFiles().filter((_, at) => at % 12 === 0), ...MORE_FILES.map(([name, content]) => ({ name, bytes: Buffer.from(content as string) }))];
    for (const { name, bytes } of files) {
      const file = await send(bytes);
      if (typeof file === 'string') {
        expect(file, name).toMatch(/\S.{10,}/);
        continue;
      }
      const looked = await post('look', ask({ upload: file.upload, sheet: null }));
      expect([200, 422], name).toContain(looked.status);
      if (looked.status === 422) {
        expect(await looked.json(), name).toMatchObject({ title: expect.any(String), problem: { row: expect.any(Number), reason: expect.any(String) } });
        continue;
      }
      const { data } = (await looked.json()) as { data: Look };
      const { result, refused } = await ended<ImportReport>(await post('check', ask({ upload: file.upload, sheet: null, mapping: data.mapping })));
      if (refused !== undefined) expect(refused, name).toMatchObject({ problem: { row: expect.any(Number), reason: expect.any(String) } });
      for (const row of result?.shown ?? []) if (row.verdict === 'refused') expect(row.problem, name).toMatchObject({ row: expect.any(Number), column: expect.any(String), reason: expect.any(String) });
      expect(result?.drafts ?? 0, name).toBe(0);
    }
    expect(await drafts()).toEqual(before);
  });

  test('a file is taken from its owner only, is bounded, and can be forgotten; going away ends the check', async () => {
    const file = await send('a,b\n1,2\n');
    if (typeof file === 'string') throw new Error(file);
    expect(file.name).toBe('table é.csv');
    const other = await newChangeset('Elsewhere');
    expect((await post('look', ask({ upload: file.upload, sheet: null }), 'application/json', other)).status).toBe(422);
    for (const upload of ['../../etc/passwd', 'x', file.upload.toUpperCase().slice(1)]) expect((await post('look', ask({ upload, sheet: null }))).status).toBe(400);
    expect((await post('send', 'a=b', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await post('send', 'a,b', 'text/csv', 'no-such-changeset')).status).toBe(404);
    expect((await post('drop', ask({ upload: file.upload }))).status).toBe(200);
    expect((await post('look', ask({ upload: file.upload, sheet: null }))).status).toBe(422);

    const long = await send(`series,period,value\n${'x,2025,1\n'.repeat(300_000)}`);
    if (typeof long === 'string') throw new Error(long);
    const answer = await post('check', ask({ upload: long.upload, sheet: null, mapping: (await look(long)).mapping }));
    const reader = answer.body?.getReader();
    const first = JSON.parse(new TextDecoder().decode((await reader?.read())?.value)) as { progress?: { done: number } };
    expect(first.progress?.done).toBeLessThan(1);
    await reader?.cancel();
    await post('drop', ask({ upload: long.upload }));
    expect(await chunksOf(long.upload)).toBe(0);
  });
});
