import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import type { DraftRow } from '@/domain/draft';
import type { Desk } from '@/lib/accounts/desk';
import { databases } from '../fixtures/databases';
import { cookieOf, deskOver, join, SITE } from '../fixtures/desk';
import { draftOf } from '../fixtures/ledger-rows';
import { publishRows } from '../fixtures/ledger-steps';

// Every save of the desk names the version it was made from. The route handlers ask for the desk of the process; here it is the one under test.
const holder = vi.hoisted(() => ({ desk: null as Desk | null }));
vi.mock('@/lib/accounts/desk', () => ({ getDesk: async () => holder.desk }));

const place = (id: string, name: string, more: Partial<DraftRow> = {}) => draftOf('', 'place', { id, citations: [], ...(more as object) }, { name });

describe.each(databases)('saves of the desk on %s', (_engine, openTestDatabase) => {
  let open: OpenDatabase;
  let cookie = '';
  beforeAll(async () => {
    open = await openTestDatabase();
    holder.desk = deskOver(open);
    await join(holder.desk);
    cookie = await cookieOf(holder.desk);
    await publishRows(open.db, [place('kurram', 'Kurram'), place('torkham', 'Torkham')]);
  });
  afterAll(() => open.close());

  const handlers = {
    '': () => import('@/app/api/admin/changesets/route'),
    rows: () => import('@/app/api/admin/changesets/[id]/rows/route'),
    discard: () => import('@/app/api/admin/changesets/[id]/discard/route'),
    version: () => import('@/app/api/admin/changesets/[id]/version/route'),
  };
  type Body = Record<string, unknown>;
  async function post(verb: 'rows' | 'discard' | '', id: string, body: unknown): Promise<{ status: number; body: Body }> {
    const { POST } = await handlers[verb]();
    const headers = { origin: SITE, accept: 'application/json', 'content-type': 'application/json', cookie };
    const response = await POST(new Request(`${SITE}/api/admin/changesets/${id}/${verb}`, { method: 'POST', headers, body: JSON.stringify(body) }), { params: Promise.resolve({ id }) });
    return { status: response.status, body: (await response.json()) as Body };
  }
  async function openOne(name: string): Promise<string> {
    const { body } = await post('', '', { name });
    return String((body.data as { changesetId: string }).changesetId);
  }
  const save = (id: string, ...rows: DraftRow[]) => post('rows', id, { rows });

  test('without the version a change of what stands is refused with 428, and nothing is written', async () => {
    const id = await openOne('no version');
    const refused = await save(id, place('new-one', 'New'), place('kurram', 'Kuram', { change: 'update' }));
    expect([refused.status, refused.body.code]).toEqual([428, 'version-missing']);
    // All or nothing: the other row of the same save is not there either.
    expect((await post('discard', id, { kind: 'place', rowId: 'new-one', expectedRevision: 1 })).status).toBe(404);
    expect((await save(id, place('new-one', 'New'))).status).toBe(200);
    expect((await save(id, place('new-one', 'Newer'))).status).toBe(428);
    expect((await post('discard', id, { kind: 'place', rowId: 'new-one' })).status).toBe(428);
  });

  test('from an older version it is refused with 412, with both versions, who wrote the other, and the way to save upon it', async () => {
    const id = await openOne('stale');
    const first = await save(id, place('kurram', 'Kurram Agency', { change: 'update', expectedRevision: 1 }));
    expect([first.status, first.body.data]).toEqual([200, { rows: [{ kind: 'place', id: 'kurram', revision: 2 }] }]);
    const mine = place('kurram', 'Kurram District', { change: 'update', expectedRevision: 1 });
    const refused = await save(id, mine);
    expect(refused).toMatchObject({
      status: 412,
      body: {
        code: 'version-stale', kind: 'place', id: 'kurram', expectedRevision: 1,
        expected: { revision: 1, content: { name: 'Kurram' } }, actual: { revision: 2, content: { name: 'Kurram Agency' } }, actualBy: { name: 'Amina Yousaf' },
      },
    });
    const upon = { ...mine, expectedRevision: (refused.body.actual as { revision: number }).revision };
    expect((await save(id, upon)).body.data).toEqual({ rows: [{ kind: 'place', id: 'kurram', revision: 3 }] });
    expect((await post('discard', id, { kind: 'place', rowId: 'kurram', expectedRevision: 2 })).status).toBe(412);
  });

  test('thrown away meanwhile is told too, and what was thrown away can be saved once more', async () => {
    const id = await openOne('discarded');
    await save(id, place('fresh', 'Fresh'));
    const gone = await post('discard', id, { kind: 'place', rowId: 'fresh', expectedRevision: 1 });
    expect(gone).toMatchObject({ status: 200, body: { data: { draft: { revision: 1, content: { name: 'Fresh' } }, standing: null } } });
    const refused = await save(id, place('fresh', 'Fresher', { expectedRevision: 1 }));
    expect(refused).toMatchObject({ status: 412, body: { actual: null, actualBy: null } });
    expect((await save(id, place('fresh', 'Fresh'))).body.data).toEqual({ rows: [{ kind: 'place', id: 'fresh', revision: 2 }] });
  });

  test('a row that another changeset holds says which and whose, with 409', async () => {
    const [holding, wanting] = [await openOne('The holder'), await openOne('The other')];
    await save(holding, place('torkham', 'Torkham Gate', { change: 'update', expectedRevision: 1 }));
    expect(await save(wanting, place('torkham', 'Torkham!', { change: 'update', expectedRevision: 1 }))).toMatchObject({
      status: 409, body: { code: 'held-by-changeset', changesetId: holding, changesetName: 'The holder', authorName: 'Amina Yousaf' },
    });
  });

  test('a page asks what was last done, and hears 304 until something was', async () => {
    const id = await openOne('watched');
    const { GET } = await handlers.version();
    const ask = (headers: Record<string, string>, of = id) => GET(new Request(`${SITE}/api/admin/changesets/${of}/version`, { headers }), { params: Promise.resolve({ id: of }) });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ cookie }, 'none')).status).toBe(404);
    const first = await ask({ cookie });
    const etag = first.headers.get('etag') ?? '';
    expect([first.status, ((await first.json()) as Body).by]).toEqual([200, 'Amina Yousaf']);
    expect((await ask({ cookie, 'if-none-match': etag })).status).toBe(304);
    await save(id, place('watched', 'Watched'));
    expect((await ask({ cookie, 'if-none-match': etag })).status).toBe(200);
  });
});
