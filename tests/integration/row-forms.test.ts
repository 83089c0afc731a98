import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { openChangeset } from '@/db/mutations/open-changeset';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import type { DraftRow, RowContents } from '@/domain/draft';
import { ROW_KINDS, type RowKind } from '@/domain/release';
import type { Desk } from '@/lib/accounts/desk';
import { readClaimsDesk } from '@/lib/reads/desk/claims-desk';
import { readDeskRows } from '@/lib/reads/desk/desk-rows';
import { readFormStock } from '@/lib/reads/desk/form-stock';
import { readRowForm } from '@/lib/reads/desk/row-form';
import { readWrittenChangeset } from '@/lib/reads/desk/open-changeset';
import { FORM_KINDS, type FormKind } from '@/components/editor/forms/row-fields';
import { readTyped, toTyped } from '@/components/editor/forms/typed-content';
import { readClosure, toTypedClosure } from '@/components/editor/forms/closures/typed-closure';
import { lineOf, readLine, rowsOf } from '@/components/editor/forms/claims/claim-line';
import { databases } from '../fixtures/databases';
import { cookieOf, deskOver, emptyAccounts, join, SITE } from '../fixtures/desk';
import { otherWriter, writer } from '../fixtures/ledger-editors';
import { cite, contentsFor, draftOf } from '../fixtures/ledger-rows';
import { NOW, openWith, publishRows, valueOf } from '../fixtures/ledger-steps';

// What the forms make of what is typed passes the route and comes back to the form, kind by kind, on both databases.

const holder = vi.hoisted(() => ({ desk: null as Desk | null }));
vi.mock('@/lib/accounts/desk', () => ({ getDesk: async () => holder.desk }));

describe.each(databases)('the forms of rows on %s', (_engine, openTestDatabase) => {
  let open: OpenDatabase;
  let cookie = '';
  let changesetId = '';

  beforeAll(async () => {
    open = await openTestDatabase();
    holder.desk = deskOver(open);
    await emptyAccounts(holder.desk);
    await join(holder.desk);
    cookie = await cookieOf(holder.desk);
    changesetId = valueOf(await openChangeset(open.db, writer, { name: 'October figures', note: '' }, NOW)).changesetId;
  });
  afterAll(() => open.close());

  async function save(...rows: readonly DraftRow[]): Promise<{ status: number; body: Record<string, unknown> }> {
    const { POST } = await import('@/app/api/admin/changesets/[id]/rows/route');
    const headers = { origin: SITE, cookie, accept: 'application/json', 'content-type': 'application/json' };
    const request = new Request(`${SITE}/api/admin/changesets/${changesetId}/rows`, { method: 'POST', headers, body: JSON.stringify({ rows }) });
    const response = await POST(request, { params: Promise.resolve({ id: changesetId }) });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  /** The row as the form of its kind gives it back: typed, read, judged by the schema that the server uses. */
  function throughForm(kind: RowKind, content: RowContents[RowKind]): RowContents[RowKind] {
    if (kind === 'closure') return readClosure(toTypedClosure(content as RowContents['closure'])).content ?? fail('closure');
    if (kind === 'claim') {
      const line = lineOf({ id: 'x', revision: 1, content: content as RowContents['claim'], change: 'add', changeNote: null, citations: [], isDraft: true, isPublished: false });
      return readLine(line, 'incident', () => 'code').content ?? fail('claim');
    }
    const read = readTyped(kind as FormKind, toTyped(kind as FormKind, content as RowContents[FormKind]));
    return read.ok ? read.content : fail(JSON.stringify(read.faults));
  }
  function fail(what: string): never {
    throw new Error(`the form does not read it: ${what}`);
  }

  const kinds: readonly RowKind[] = [...FORM_KINDS, 'closure', 'claim'];

  test('a new row of every kind that has a form is saved and found again as it was typed', async () => {
    const contents = contentsFor('');
    for (const kind of kinds) {
      const row = draftOf('', kind, { citations: kind === 'source' ? [] : [cite('')] }, throughForm(kind, contents[kind]) as never);
      expect([kind, (await save(row)).status]).toEqual([kind, 200]);
      const read = await readRowForm(open.db, changesetId, kind, kind);
      expect(read).toMatchObject({ current: null, draft: { revision: 1, change: 'add' }, heldBy: null, past: [], uses: null });
      expect(read?.draft?.content).toEqual(contents[kind]);
    }
    const again = await save(draftOf('', 'place'));
    expect([again.status, again.body.code]).toEqual([428, 'version-missing']);
  });

  test('the desk of a changeset sees its own drafts among what stands, and others do not', async () => {
    const elsewhere = await openWith(open.db, [], otherWriter);
    expect((await readDeskRows(open.db, changesetId, 'place')).map(({ id, isDraft }) => [id, isDraft])).toContainEqual(['place', true]);
    expect((await readDeskRows(open.db, elsewhere, 'place')).map(({ id }) => id)).not.toContain('place');
    const held = await readRowForm(open.db, elsewhere, 'place', 'place');
    expect(held).toMatchObject({ current: null, draft: null, heldBy: { name: 'October figures', author: writer.name } });
    expect((await readFormStock(open.db, elsewhere, 'place', null)).takenIds).toContain('place');
    expect(await readRowForm(open.db, changesetId, 'place', 'nowhere')).toBeNull();
    for (const kind of ROW_KINDS) expect((await readDeskRows(open.db, 'no-such-changeset', kind)).every(({ isDraft }) => !isDraft)).toBe(true);
  });

  test('a published row is corrected and withdrawn: history, uses and the draft stand side by side', async () => {
    await publishRows(open.db, (['source', 'organisation', 'indicator', 'series', 'place', 'incident', 'claim', 'reading', 'crossing', 'closure'] as const).map((kind) => draftOf('p-', kind)));
    const place = contentsFor('p-').place;
    expect((await save(draftOf('p-', 'place', { change: 'correct', citations: [], changeNote: null, expectedRevision: 1 }, { name: 'Kurram Agency' }))).body.code).toBe('reason-missing');
    const corrected = await save(draftOf('p-', 'place', { change: 'correct', citations: [], changeNote: 'The name was wrong', expectedRevision: 1 }, { name: 'Kurram Agency' }));
    expect(corrected.status).toBe(200);
    const read = await readRowForm(open.db, changesetId, 'place', 'p-place');
    expect(read).toMatchObject({ current: { content: { name: place.name } }, draft: { content: { name: 'Kurram Agency' }, change: 'correct', changeNote: 'The name was wrong' } });
    expect(read?.past).toMatchObject([{ revision: 1, change: 'add', fields: [] }]);
    expect(read?.uses?.counts).toEqual([{ kind: 'incident', count: 1 }]);
    const withdrawn = await save(draftOf('p-', 'claim', { change: 'withdraw', changeNote: 'Never said', expectedRevision: 1 }));
    expect(withdrawn.status).toBe(200);
    expect((await readRowForm(open.db, changesetId, 'organisation', 'p-organisation'))?.uses?.counts).toEqual([{ kind: 'series', count: 1 }, { kind: 'claim', count: 1 }]);
    expect((await readRowForm(open.db, changesetId, 'source', 'p-source'))?.uses?.counts).toContainEqual({ kind: 'reading', count: 1 });
    expect(await findCurrentRelease(open.db)).toBe(1);
  });

  test('three claims about one incident are saved at once, or none of them', async () => {
    const read = await readClaimsDesk(open.db, changesetId, 'p-incident');
    expect(read?.claims.map(({ id, change, isDraft }) => [id, change, isDraft])).toEqual([['p-claim', 'withdraw', true]]);
    expect(await readClaimsDesk(open.db, changesetId, 'no-such-incident')).toBeNull();
    const content = { ...contentsFor('p-').claim, incidentId: 'p-incident' };
    const line = { ...lineOf({ id: '', revision: 1, content, change: 'add', changeNote: null, citations: [cite('p-')], isDraft: true, isPublished: false }), id: '', revision: null };
    const lines = ['58', '>200', 'none'].map((figure, at) => {
      const typed = { ...line, key: `new-${at}`, before: null, figure, stance: figure === 'none' ? ('denies' as const) : line.stance };
      return { line: typed, content: readLine(typed, 'p-incident', () => 'pakistani-forces').content ?? fail(figure) };
    });
    const rows = rowsOf(lines, read?.takenIds ?? [], () => null);
    const broken = rows.map((row, at) => (at === 2 ? { ...row, change: 'correct' as const } : row));
    expect((await save(...broken)).status).toBeGreaterThan(399);
    expect((await readClaimsDesk(open.db, changesetId, 'p-incident'))?.claims).toHaveLength(1);
    expect((await save(...rows)).status).toBe(200);
    expect((await readClaimsDesk(open.db, changesetId, 'p-incident'))?.claims.map(({ content: { low, high, stance } }) => [low, high, stance])).toEqual(expect.arrayContaining([[58, 58, 'claims'], [200, null, 'claims'], [0, 0, 'denies']]));
  });

  test('a dated event is tried on the first chart that marks some, without the sources of its rows', async () => {
    expect((await readFormStock(open.db, changesetId, 'annotation', null)).eventChart).toBeNull();
    await publishRows(open.db, [draftOf('p-', 'chart'), draftOf('p-', 'annotation')]);
    const { eventChart } = await readFormStock(open.db, changesetId, 'annotation', null);
    expect([eventChart?.definition.slug, eventChart?.rows.annotations.map(({ id, citations }) => [id, citations])]).toEqual(['p-fatalities', [['p-annotation', []]]]);
    expect(eventChart?.rows.readings.every(({ citations }) => citations.length === 0)).toBe(true);
  });

  test('a changeset says to whom it is closed, and why', async () => {
    expect(await readWrittenChangeset(open.db, writer, changesetId)).toMatchObject({ name: 'October figures', closed: null });
    expect((await readWrittenChangeset(open.db, otherWriter, changesetId))?.closed).toMatch(/no hand in/);
    expect(await readWrittenChangeset(open.db, writer, 'no-such-changeset')).toBeNull();
  });
});
