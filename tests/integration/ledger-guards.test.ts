import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, OpenDatabase } from '@/db/client';
import { abandonChangeset } from '@/db/mutations/abandon-changeset';
import { draftRows } from '@/db/mutations/draft-rows';
import { publishChangeset } from '@/db/mutations/publish-changeset';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findCorrections } from '@/db/queries/find-corrections';
import { findRowVersions } from '@/db/queries/find-versions';
import { verifyAudit } from '@/db/queries/verify-audit';
import type { DraftRow, RowContents } from '@/domain/draft';
import { ownedDatabases } from '../fixtures/databases';
import { loader } from '../fixtures/ledger-editors';
import { contentsFor, draftOf, draftsOfEveryKind } from '../fixtures/ledger-rows';
import { approve, NOW, openWith, publishRows, refusalOf, valueOf } from '../fixtures/ledger-steps';

/** What the database says to a statement: a code, or null where it lets it through. The statement is never kept. */
async function attack(db: Database, ...statements: readonly string[]): Promise<string | null> {
  let code: string | null = null;
  await db.transaction(async (tx) => {
    for (const statement of statements) await tx.execute(sql.raw(statement));
    await tx.execute(sql.raw('set constraints all immediate'));
    tx.rollback();
  }).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    code = (cause as { code?: string }).code ?? null;
  });
  return code;
}

/** Rule and row of everything that stands against publishing these drafts. */
async function problemsOf(db: Database, rows: readonly DraftRow[]): Promise<string[]> {
  const before = await findCurrentRelease(db);
  const changesetId = await openWith(db, rows);
  await approve(db, changesetId);
  const outcome = await publishChangeset(db, loader, { changesetId, title: 'refused', note: '' }, NOW);
  expect(await findCurrentRelease(db)).toBe(before);
  valueOf(await abandonChangeset(db, loader, { changesetId }, NOW));
  if (outcome.ok || !('problems' in outcome.refusal)) throw new Error(`expected a list of problems: ${JSON.stringify(outcome)}`);
  return outcome.refusal.problems.map(({ rule, kind, id }) => `${rule} ${kind} ${id}`);
}

const [ROW_TOUCHED, NOT_IN_RELEASE, OUT_OF_TURN, CHANGESET_STATE, AUDIT_CHAIN] = ['FL001', 'FL002', 'FL003', 'FL004', 'FL005'];
const [UNIQUE, CHECK, EXCLUSION] = ['23505', '23514', '23P01'];

describe.each(ownedDatabases)('what the database itself refuses on %s', (_name, factory) => {
  let open: OpenDatabase;
  let db: Database;
  let draftChangeset: string;
  beforeAll(async () => {
    open = await factory();
    db = open.db;
    await publishRows(db, draftsOfEveryKind('g-'));
    await publishRows(db, [draftOf('g-', 'reading', { change: 'correct', changeNote: 'revised', expectedRevision: 1 }, { value: 616 })]);
    draftChangeset = await openWith(db, [draftOf('g-', 'reading', { change: 'update', expectedRevision: 2 }, { value: 617 })]);
  });
  afterAll(() => open.close());

  it('published rows and their citations stay as they are', async () => {
    expect(await attack(db, 'update readings set value = 1 where published_in = 2')).toBe(ROW_TOUCHED);
    expect(await attack(db, 'update readings set superseded_in = null where published_in = 1')).toBe(ROW_TOUCHED);
    expect(await attack(db, 'update readings set published_in = 2 where published_in = 1')).toBe(ROW_TOUCHED);
    expect(await attack(db, 'update readings set superseded_in = 2 where published_in = 2')).toBe(NOT_IN_RELEASE);
    expect(await attack(db, 'delete from readings where published_in = 1')).toBe(ROW_TOUCHED);
    expect(await attack(db, 'truncate readings')).toBe(ROW_TOUCHED);
    expect(await attack(db, `update citations set quote = 'other'`)).toBe(ROW_TOUCHED);
    expect(await attack(db, `delete from citations where row_id = 'g-reading' and row_revision = 1`)).toBe(ROW_TOUCHED);
    expect(await attack(db, `insert into citations select row_kind, row_id, row_revision, 9, source_id, locator, quote, paraphrase, role, recorded_by, recorded_at
      from citations where row_id = 'g-closure'`)).toBe(ROW_TOUCHED);
  });

  it('rows join a release only while it is being published', async () => {
    expect(await attack(db, 'update readings set published_in = 2 where published_in is null')).toBe(NOT_IN_RELEASE);
    const copy = (values: string) => `insert into readings select (jsonb_populate_record(r, '${values}')).* from readings r where r.published_in = 2`;
    expect(await attack(db, copy('{"revision": 9}'))).toBe(NOT_IN_RELEASE);
    expect(await attack(db, copy('{"revision": 9, "published_in": null}'))).toBe(CHANGESET_STATE);
    expect(await attack(db, copy(`{"revision": 9, "published_in": null, "changeset_id": "${draftChangeset}"}`))).toBe(UNIQUE);
  });

  it('an id has one open draft and one current version', async () => {
    const second = draftOf('g-', 'reading', { change: 'update', expectedRevision: 2 }, { value: 618 });
    const other = await openWith(db, []);
    expect(refusalOf(await draftRows(db, loader, { changesetId: other, rows: [second] }, NOW))).toBe('held-by-changeset');
    const release = `insert into releases (number, published_at, title, note, changeset_id, authors, approved_by, counts)
      values (3, now(), 'x', '', '${draftChangeset}', '[]', 'x', '{}')`;
    const approveIt = [`update changesets set state = 'in-review', submitted_at = now() where id = '${draftChangeset}'`,
      `update changesets set state = 'approved', approved_at = now(), approver_id = 'x', approver_name = 'x', approved_hash = 'x' where id = '${draftChangeset}'`];
    expect(await attack(db, release)).toBe(CHANGESET_STATE);
    expect(await attack(db, ...approveIt, release, `update readings set published_in = 3 where changeset_id = '${draftChangeset}'`)).toBe(UNIQUE);
    // A version that closes without a successor: the row would leave without a withdrawal.
    expect(await attack(db, ...approveIt, release, `update claims set superseded_in = 3 where id = 'g-claim'`)).toBe(ROW_TOUCHED);
  });

  it('release numbers have no gaps and never move back', async () => {
    const release = (number: number) => `insert into releases (number, published_at, title, note, changeset_id, authors, approved_by, counts)
      values (${number}, now(), 'x', '', '${draftChangeset}', '[]', 'x', '{}')`;
    expect(await attack(db, release(4))).toBe(OUT_OF_TURN);
    expect(await attack(db, release(2))).toBe(OUT_OF_TURN);
    expect(await attack(db, 'update release_pointer set number = 1')).toBe(OUT_OF_TURN);
    expect(await attack(db, 'delete from release_pointer')).toBe(ROW_TOUCHED);
    expect(await attack(db, 'insert into release_pointer (id, number) values (false, 1)')).toBe(OUT_OF_TURN);
    expect(await attack(db, `update releases set title = 'other'`)).toBe(ROW_TOUCHED);
    expect(await attack(db, 'delete from releases where number = 2')).toBe(ROW_TOUCHED);
    expect(await attack(db, `update changesets set state = 'draft', published_at = null where state = 'published'`)).toBe(CHANGESET_STATE);
    expect(await attack(db, `update changesets set state = 'approved' where state = 'draft'`)).toBe(CHANGESET_STATE);
    expect(await attack(db, 'delete from changesets')).toBe(ROW_TOUCHED);
  });

  it('words, bounds and quotes are checked', async () => {
    const draft = (table: string, id: string, values: object) => {
      const record = { revision: 99, published_in: null, superseded_in: null, changeset_id: draftChangeset, id: `${id}-x`, ...values };
      return `insert into ${table} select (jsonb_populate_record(r, '${JSON.stringify(record)}')).* from ${table} r where r.id = '${id}' and r.published_in = 1`;
    };
    expect(await attack(db, draft('claims', 'g-claim', {}))).toBe(null);
    for (const [table, id, values] of [
      ['claims', 'g-claim', { stance: 'shouts' }], ['claims', 'g-claim', { measure: 'true-value' }], ['claims', 'g-claim', { low: 9, high: 8 }],
      ['readings', 'g-reading', { qualifier: 'perhaps' }], ['readings', 'g-reading', { empty: 'unknown' }], ['readings', 'g-reading', { value: null }],
      ['readings', 'g-reading', { period_kind: 'year' }], ['readings', 'g-reading', { period_start: '2025-07-01' }],
      ['closures', 'g-closure', { lane: 'air' }], ['closures', 'g-closure', { end: '2025-01-01' }], ['closures', 'g-closure', { start_low: '2025-10-13' }],
      ['charts', 'g-chart', { kind: 'pie' }], ['organisations', 'g-organisation', { lens: 'all' }], ['sources', 'g-source', { published_precision: 'hour' }],
      ['places', 'g-place', { latitude: 91 }], ['readings', 'g-reading', { change: 'correct' }], ['readings', 'g-reading', { change: 'delete' }],
    ] as const) {
      expect(await attack(db, draft(table, id, values)), `${table} ${JSON.stringify(values)}`).toBe(CHECK);
    }
    const quote = (words: number) => `insert into citations (row_kind, row_id, row_revision, position, source_id, quote, role, recorded_by, recorded_at)
      select 'reading', id, revision, 9, 'g-source', repeat('wort ', ${words}), 'main', 'x', now() from readings where published_in is null`;
    expect(await attack(db, quote(25))).toBe(null);
    expect(await attack(db, quote(26))).toBe(CHECK);
    expect(await attack(db, quote(0))).toBe(CHECK);
    expect(await attack(db, `update changesets set state = 'maybe'`)).toBe(CHANGESET_STATE);
    expect(await attack(db, draft('claims', 'g-claim', { changeset_id: 'nobody' }))).toBe(CHANGESET_STATE);
  });

  it('two closures of one crossing and lane never share a day', async () => {
    const shut = (id: string, start: string, end: string | null, more: Partial<RowContents['closure']> = {}) => draftOf('g-', 'closure', { id }, {
      start, startLow: start, startHigh: start, end, endLow: end, endHigh: end, rivals: [], ...more,
      endState: end === null ? (more.endState ?? 'unknown') : 'reopened', endPrecision: end === null ? null : 'day',
    });
    expect(await problemsOf(db, [shut('g-c1', '2025-10-31', '2025-11-05')])).toEqual(['closures-overlap closure g-c1']);
    expect(await problemsOf(db, [shut('g-c1', '2026-01-01', null, { knownOn: '2026-01-09' }), shut('g-c2', '2026-01-09', '2026-01-10')]))
      .toEqual(['closures-overlap closure g-c1', 'closures-overlap closure g-c2']);
    // Half-open: the day of reopening may be the first day of the next; another lane is another closure.
    await publishRows(db, [
      shut('g-c3', '2025-11-01', '2025-11-01'), shut('g-c4', '2025-11-02', null, { knownOn: '2025-11-02' }), shut('g-c5', '2025-11-03', '2025-11-04'),
      shut('g-c6', '2025-10-20', '2025-10-21', { lane: 'all' }),
    ]);
    const widen = `update closures set "end" = '2025-12-01' where id = 'g-c5'`;
    expect(await attack(db, 'alter table closures disable trigger closures_guard', widen)).toBe(CHECK);
    const move = `update closures set start = '2025-10-13', start_low = '2025-10-13' where id = 'g-c5'`;
    expect(await attack(db, 'alter table closures disable trigger closures_guard', move)).toBe(EXCLUSION);
  });

  it('audit rows are only added, and only to the end of the chain', async () => {
    expect(await attack(db, `update audit set editor_name = 'nobody' where seq = 1`)).toBe(ROW_TOUCHED);
    expect(await attack(db, 'delete from audit where seq = 1')).toBe(ROW_TOUCHED);
    expect(await attack(db, 'truncate audit')).toBe(ROW_TOUCHED);
    expect(await attack(db, 'update audit_head set seq = 1')).toBe(OUT_OF_TURN);
    const add = (seq: string, prev: string) => `insert into audit (seq, at, editor_id, editor_name, editor_nature, action, subject, subject_id, prev_hash, hash)
      select ${seq}, now(), 'x', 'x', 'person', 'x', 'x', 'x', ${prev}, repeat('a', 64) from audit_head`;
    expect(await attack(db, add('seq + 1', 'hash'))).toBe(null);
    expect(await attack(db, add('seq + 2', 'hash'))).toBe(AUDIT_CHAIN);
    expect(await attack(db, add('seq + 1', `repeat('b', 64)`))).toBe(AUDIT_CHAIN);
  });

  it('refuses a release with loose ends, with a list that names them', async () => {
    expect(await problemsOf(db, [draftOf('g-', 'reading', { id: 'g-r1', citations: [] })])).toEqual(['citation-missing reading g-r1']);
    expect(await problemsOf(db, [draftOf('lost-', 'reading')])).toEqual(['reference-missing reading lost-reading', 'reference-missing reading lost-reading']);
    expect(await problemsOf(db, draftsOfEveryKind('h-').filter((row) => row.kind !== 'crossing'))).toEqual([
      'reference-missing closure h-closure', 'reference-missing sentence h-sentence',
    ]);
    expect(await problemsOf(db, [draftOf('g-', 'chart', { id: 'g-chart-2' })])).toEqual(['slug-taken chart g-chart-2']);
    const contents = contentsFor('g-');
    const withdraw = { change: 'withdraw', changeNote: 'never was', expectedRevision: 1 } as const;
    expect(await problemsOf(db, [draftOf('g-', 'source', withdraw)])).toEqual(expect.arrayContaining(['withdrawn-in-use source g-source']));
    expect(await problemsOf(db, [draftOf('g-', 'series', withdraw)])).toEqual(Array.from({ length: 3 }, () => 'withdrawn-in-use series g-series'));
    expect(await problemsOf(db, [draftOf('g-', 'incident', withdraw)])).toEqual(['withdrawn-in-use incident g-incident']);
    expect(await problemsOf(db, [draftOf('g-', 'claim', withdraw)])).toEqual(['withdrawn-in-use claim g-claim']);
    const changing = draftOf('g-', 'claim', withdraw, { ...contents.claim, low: 1 });
    expect(refusalOf(await draftRows(db, loader, { changesetId: await openWith(db, []), rows: [changing] }, NOW))).toBe('withdrawal-changes-row');
  });

  it('withdraws with a reason, keeps the row with its status, and restores it by a correction', async () => {
    const first = await publishRows(db, [draftOf('w-', 'source'), draftOf('w-', 'annotation')]);
    const second = await publishRows(db, [draftOf('w-', 'annotation', { change: 'withdraw', changeNote: 'It did not happen', expectedRevision: 1 })]);
    const third = await publishRows(db, [draftOf('w-', 'annotation', { change: 'correct', changeNote: 'It did', expectedRevision: 2 })]);
    expect((await findRowVersions(db, 'annotation', 'w-annotation')).map((row) => [row.publishedIn, row.supersededIn, row.change])).toEqual([
      [first, second, 'add'], [second, third, 'withdraw'], [third, null, 'correct'],
    ]);
    const corrections = (await findCorrections(db, third)).filter((row) => row.id === 'w-annotation');
    expect(corrections).toMatchObject([
      { release: third, change: 'correct', note: 'It did', fields: [{ name: 'status', before: 'withdrawn', after: 'current' }], charts: ['g-fatalities'] },
      { release: second, change: 'withdraw', note: 'It did not happen', fields: [{ name: 'status', before: 'current', after: 'withdrawn' }] },
    ]);
  });

  it('tells corrections field by field, with the charts they touch', async () => {
    const [correction] = (await findCorrections(db, 2)).filter((row) => row.id === 'g-reading');
    expect(correction).toMatchObject({
      release: 2, publishedAt: NOW.toISOString(), kind: 'reading', change: 'correct', note: 'revised', fields: [{ name: 'value', before: '615', after: '616' }],
      title: 'CRSS, Violence fatalities, Pakistan, Q2 2025: 616', charts: ['g-fatalities'], citations: [{ source: { id: 'g-source' } }],
    });
    expect(await findCorrections(db, 1)).toEqual([]);
  });

  it('publishes nothing when it breaks in the middle, and goes on afterwards', async () => {
    const changesetId = await openWith(db, [draftOf('k-', 'place', { citations: [] })]);
    await approve(db, changesetId);
    const before = { release: await findCurrentRelease(db), audit: await verifyAudit(db) };
    await db.execute(sql.raw(`create function break() returns trigger language plpgsql as 'begin raise exception $a$broken$a$; end'`));
    for (const table of ['audit', 'releases', 'places', 'changesets']) {
      await db.execute(sql.raw(`create trigger zz_break after insert or update on ${table} for each statement execute function break()`));
      await expect(publishChangeset(db, loader, { changesetId, title: 'x', note: '' }, NOW)).rejects.toThrow();
      await db.execute(sql.raw(`drop trigger zz_break on ${table}`));
      expect({ release: await findCurrentRelease(db), audit: await verifyAudit(db) }).toEqual(before);
      expect((await findRowVersions(db, 'place', 'k-place')).map((row) => row.publishedIn)).toEqual([null]);
    }
    await db.execute(sql.raw('drop function break'));
    expect(valueOf(await publishChangeset(db, loader, { changesetId, title: 'x', note: '' }, NOW))).toEqual({ release: before.release + 1 });
  });

  it('names the first audit row that a hand with all rights has touched', async () => {
    const verdictAfter = async (...statements: readonly string[]) => {
      let verdict: unknown;
      await db.transaction(async (tx) => {
        for (const trigger of ['audit_keep', 'audit_chain']) await tx.execute(sql.raw(`alter table audit disable trigger ${trigger}`));
        for (const statement of statements) await tx.execute(sql.raw(statement));
        verdict = await verifyAudit(tx);
        tx.rollback();
      }).catch(() => undefined);
      return verdict;
    };
    expect(await verdictAfter('select 1')).toMatchObject({ isWhole: true });
    expect(await verdictAfter(`update audit set after = '{"value": 1}' where seq in (7, 9)`)).toEqual({ isWhole: false, seq: 7, reason: 'content-changed' });
    expect(await verdictAfter(`update audit set hash = repeat('c', 64) where seq = 7`)).toEqual({ isWhole: false, seq: 7, reason: 'content-changed' });
    expect(await verdictAfter('delete from audit where seq = 5')).toEqual({ isWhole: false, seq: 5, reason: 'missing' });
    expect(await verdictAfter('delete from audit where seq = (select seq from audit_head)')).toMatchObject({ isWhole: false, reason: 'missing' });
    const columns = 'at, editor_id, editor_name, editor_nature, action, subject, subject_id';
    const copy = (from: string, to: string, prev: string) =>
      `insert into audit (seq, ${columns}, prev_hash, hash) select ${to}, ${columns}, ${prev}, repeat('c', 64) from audit where seq = ${from}`;
    const last = '(select seq from audit_head)';
    expect(await verdictAfter(copy(last, `${last} + 1`, 'hash'))).toMatchObject({ isWhole: false, reason: 'added' });
    const shifted = ['update audit set seq = seq + 100000 where seq >= 6', 'update audit set seq = seq - 99999 where seq > 100000'];
    expect(await verdictAfter(...shifted, copy('5', '6', 'hash'))).toEqual({ isWhole: false, seq: 6, reason: 'content-changed' });
    expect(await verdictAfter(`update audit set prev_hash = repeat('c', 64) where seq = 8`)).toEqual({ isWhole: false, seq: 8, reason: 'does-not-follow' });
  });
});
