import { spawn } from 'node:child_process';
import path from 'node:path';
import Papa from 'papaparse';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { auditHash, FIRST_HASH, type AuditLink } from '@/db/audit-hash';
import { openDatabase, type OpenDatabase } from '@/db/client';
import { findAudit, walkAudit, type AuditQuestion } from '@/db/queries/find-audit';
import { readAuditPage } from '@/lib/reads/desk/audit';
import type { DraftRow } from '@/domain/draft';
import type { Desk } from '@/lib/accounts/desk';
import { createPostgresDatabase, databases } from '../fixtures/databases';
import { cookieOf, deskOver, halfCookieOf, join, SITE } from '../fixtures/desk';
import { otherWriter, writer } from '../fixtures/ledger-editors';
import { openWith, publishRows } from '../fixtures/ledger-steps';

const holder = vi.hoisted(() => ({ desk: null as Desk | null }));
vi.mock('@/lib/accounts/desk', () => ({ getDesk: async () => holder.desk }));

const ANY: AuditQuestion = { person: null, action: null, subject: null, id: null, changeset: null, from: null, to: null };

const place = (id: string): DraftRow => ({
  kind: 'place', id, change: 'add', changeNote: null, citations: [],
  content: { name: `=A place, "${id}"\nof two lines`, province: 'Kunar', country: 'Afghanistan', latitude: 34.87, longitude: 71.15, coordinateNote: 'gazetteer' },
});

describe.each(databases)('reading the audit on %s', (_engine, openTestDatabase) => {
  let open: OpenDatabase;
  let changesetId: string;

  beforeAll(async () => {
    open = await openTestDatabase();
    holder.desk = deskOver(open);
    await publishRows(open.db, [place('a'), place('b')]);
    changesetId = await openWith(open.db, Array.from({ length: 60 }, (_, at) => place(`c${at}`)), writer);
    await openWith(open.db, [place('d')], otherWriter);
  });
  afterAll(() => open.close());

  test('newest first, by person, verb, kind, id, changeset and day', async () => {
    const all = await findAudit(open.db, ANY, { before: null, limit: 1000 });
    expect(all.map(({ seq }) => seq)).toEqual([...all.map(({ seq }) => seq)].sort((a, b) => b - a));
    const idsOf = async (question: Partial<AuditQuestion>) => (await findAudit(open.db, { ...ANY, ...question }, { before: null, limit: 1000 })).map((row) => [row.action, row.subjectId]);
    expect(await idsOf({ person: otherWriter.id, subject: 'place' })).toEqual([['draft-row', 'd']]);
    expect(await idsOf({ id: 'a' })).toEqual([['publish-row', 'a'], ['draft-row', 'a']]);
    expect(await idsOf({ action: 'publish-release' })).toEqual([['publish-release', '1']]);
    expect(await idsOf({ changeset: changesetId })).toHaveLength(61);
    expect(await idsOf({ from: '2026-11-01', to: '2026-11-01' })).toHaveLength(all.length);
    expect(await idsOf({ to: '2026-10-31' })).toEqual([]);
    expect(await idsOf({ from: '2026-11-02' })).toEqual([]);
    expect(await idsOf({ id: "' or 1=1 --" })).toEqual([]);
    const named = await findAudit(open.db, { ...ANY, id: 'd' }, { before: null, limit: 1 });
    expect(named[0]).toMatchObject({ editorName: otherWriter.name, changesetName: 'test', before: null });
  });

  test('pages by cursor give every entry once, also while entries are added', async () => {
    const seen: number[] = [];
    let before: number | null = null;
    for (;;) {
      const page = await findAudit(open.db, { ...ANY, changeset: changesetId }, { before, limit: 7 });
      if (page.length === 0) break;
      seen.push(...page.map(({ seq }) => seq));
      before = page.at(-1)?.seq ?? null;
      if (seen.length === 14) await openWith(open.db, [place('late')], otherWriter);
    }
    expect([seen.length, new Set(seen).size]).toEqual([61, 61]);
  });

  test('what there is to choose from adds up to everything', async () => {
    await readAuditPage(open.db, ANY, null);
    // What was counted once is counted on from.
    await openWith(open.db, [place('counted-later')], otherWriter);
    const { choices } = await readAuditPage(open.db, ANY, null);
    const all = await findAudit(open.db, ANY, { before: null, limit: 1000 });
    expect(choices.entries).toBe(all.length);
    expect(choices.people.reduce((sum, { entries }) => sum + entries, 0)).toBe(all.length);
    expect([...choices.actions].sort()).toEqual([...new Set(all.map(({ action }) => action))].sort());
    expect(choices.people.map(({ name }) => name)).toContain(writer.name);
  });

  test('the files hold everything that fits, part by part: a stranger follows the chain from the lines, Excel runs nothing from the cells', async () => {
    await join(holder.desk as Desk);
    const cookie = await cookieOf(holder.desk as Desk);
    const get = async (kind: 'csv' | 'lines', query = '', headers: Record<string, string> = { cookie }) => {
      const { GET } = kind === 'csv' ? await import('@/app/api/admin/audit/csv/route') : await import('@/app/api/admin/audit/lines/route');
      return GET(new Request(`${SITE}/api/admin/audit/${kind}${query}`, { headers }));
    };
    const lines = (await (await get('lines')).text()).trimEnd().split('\n').map((line) => JSON.parse(line) as AuditLink & { hash: string });
    let previous = FIRST_HASH;
    for (const { hash, ...link } of lines) {
      expect([link.prevHash, auditHash(link)]).toEqual([previous, hash]);
      previous = hash;
    }
    const csv = await get('csv', `?changeset=${changesetId}`);
    expect([csv.status, csv.headers.get('cache-control'), csv.headers.get('content-disposition')]).toEqual([200, 'no-store', expect.stringMatching(/audit-.*\.csv/)]);
    const { data, errors } = Papa.parse<Record<string, string>>(await csv.text(), { header: true, skipEmptyLines: true });
    expect([data.length, errors]).toEqual([61, []]);
    for (const record of data) for (const cell of Object.values(record)) expect(cell).not.toMatch(/^[=+@]/);
    expect(JSON.parse(data.find((record) => record.subject_id === 'c7')?.after ?? '')).toMatchObject({ content: { name: '=A place, "c7"\nof two lines' } });
    const parts: number[] = [];
    for await (const part of walkAudit(open.db, ANY, 25)) parts.push(part.length);
    expect([parts.slice(0, -1).every((size) => size === 25), parts.reduce((sum, size) => sum + size, 0)]).toEqual([true, lines.length]);

    const half = await halfCookieOf(holder.desk as Desk);
    for (const headers of [{}, { cookie: 'frontier-ledger-sid=x' }, { cookie: half }] as Record<string, string>[]) {
      const refused = await get('csv', '', headers);
      expect([refused.status, (await refused.text()).includes('draft-row')]).toEqual([401, false]);
    }
  });
});

describe('the command that verifies the chain, on PostgreSQL', () => {
  const run = (url: string) => new Promise<{ code: number | null; out: string }>((resolve) => {
    const env = { ...process.env, DATABASE_URL: url, DATA_DIR: '/nonexistent/data' };
    const child = spawn(path.join('node_modules', '.bin', 'tsx'), ['scripts/verify-audit.ts'], { env });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => { out += text.toString(); });
    child.once('exit', (code) => resolve({ code, out }));
  });

  test('says that it is whole, or names the first broken row and fails', async () => {
    const { url, drop } = await createPostgresDatabase('migrated');
    const open = await openDatabase({ url });
    try {
      await publishRows(open.db, [place('a'), place('b')]);
      const whole = await run(url);
      expect([whole.code, whole.out]).toEqual([0, expect.stringMatching(/The chain is whole: \d+ entries[\s\S]*Last hash: [0-9a-f]{64}/)]);
      await open.db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`);
        await tx.execute(sql`update audit set editor_name = 'somebody else' where seq in (3, 5)`);
      });
      const broken = await run(url);
      expect([broken.code, broken.out]).toEqual([1, expect.stringContaining('The chain is broken at row 3: its content was changed')]);
    } finally {
      await open.close();
      await drop();
    }
  });
});
