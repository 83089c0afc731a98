import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, OpenDatabase } from '@/db/client';
import { abandonChangeset } from '@/db/mutations/abandon-changeset';
import { approveChangeset } from '@/db/mutations/approve-changeset';
import { discardDraft } from '@/db/mutations/discard-draft';
import { draftRows } from '@/db/mutations/draft-rows';
import { openChangeset } from '@/db/mutations/open-changeset';
import { publishChangeset } from '@/db/mutations/publish-changeset';
import { submitChangeset } from '@/db/mutations/submit-changeset';
import { findChangeset } from '@/db/queries/find-changesets';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findRelease, findReleases } from '@/db/queries/find-releases';
import { findRows } from '@/db/queries/find-rows';
import { countShelf, findSources } from '@/db/queries/find-sources';
import { findRowVersions } from '@/db/queries/find-versions';
import { verifyAudit } from '@/db/queries/verify-audit';
import { ROW_KINDS } from '@/domain/release';
import { databases } from '../fixtures/databases';
import { loader, otherReviewer, otherWriter, reviewer, writer } from '../fixtures/ledger-editors';
import { cite, contentsFor, draftOf, draftsOfEveryKind } from '../fixtures/ledger-rows';
import { approve, NOW, openWith, publishRows, refusalOf, valueOf } from '../fixtures/ledger-steps';

describe.each(databases)('the ledger on %s', (_name, factory) => {
  let open: OpenDatabase;
  let db: Database;
  beforeAll(async () => {
    open = await factory();
    db = open.db;
  });
  afterAll(() => open.close());

  it('has nothing published at first', async () => {
    expect(await findCurrentRelease(db)).toBe(0);
    expect(await findReleases(db)).toEqual([]);
    expect(await findRows(db, 'reading', 0)).toEqual([]);
  });

  it('gives every kind back as it was drafted, with citations and sources', async () => {
    const release = await publishRows(db, draftsOfEveryKind('every-'));
    const contents = contentsFor('every-');
    const [source] = (await findSources(db, release)).filter((row) => row.id === 'every-source');
    expect(source).toEqual({
      id: 'every-source', ...contents.source, revision: 1, publishedIn: release, change: 'add', changeNote: null, status: 'current',
    });
    expect(await countShelf(db, release, contents.source.publisher)).toBe((await findSources(db, release)).filter(({ publisher }) => publisher === contents.source.publisher).length);
    expect(await countShelf(db, release, 'nobody')).toBe(0);
    const citation = {
      source: { id: 'every-source', ...contents.source }, locator: 'p. 3', quote: 'at least 615 people were killed', paraphrase: null, role: 'main',
      recordedBy: loader.name, recordedAt: NOW.toISOString(),
    };
    for (const kind of ROW_KINDS) {
      if (kind === 'source') continue;
      const rows = await findRows(db, kind, release);
      expect(rows.filter((row) => row.id === `every-${kind}`)).toEqual([{
        id: `every-${kind}`, ...contents[kind], revision: 1, publishedIn: release, change: 'add', changeNote: null, status: 'current', citations: [citation],
      }]);
    }
    expect(await findRelease(db, release)).toEqual({
      number: release, publishedAt: NOW.toISOString(), title: 'A release', note: 'of a test', authors: [loader.name], approvedBy: loader.name,
      counts: { added: 13, updated: 0, corrected: 0, withdrawn: 0 },
    });
    await expect(findRows(db, 'reading', release + 1)).rejects.toThrow();
  });

  it('lets a person draft, another approve, and publishes what was approved', async () => {
    const { changesetId } = valueOf(await openChangeset(db, writer, { name: 'Quarter two', note: '' }, NOW));
    expect(refusalOf(await submitChangeset(db, writer, { changesetId }, NOW))).toBe('nothing-drafted');
    valueOf(await draftRows(db, writer, { changesetId, rows: draftsOfEveryKind('walk-') }, NOW));
    expect(refusalOf(await draftRows(db, otherWriter, { changesetId, rows: [draftOf('walk-x', 'place')] }, NOW))).toBe('not-allowed');
    expect(refusalOf(await approveChangeset(db, reviewer, { changesetId }, NOW))).toBe('wrong-state');
    valueOf(await submitChangeset(db, writer, { changesetId }, NOW));
    expect(refusalOf(await approveChangeset(db, writer, { changesetId }, NOW))).toBe('not-allowed');
    expect(refusalOf(await publishChangeset(db, reviewer, { changesetId, title: 'x', note: '' }, NOW))).toBe('wrong-state');
    valueOf(await approveChangeset(db, reviewer, { changesetId }, NOW));
    expect(refusalOf(await publishChangeset(db, writer, { changesetId, title: 'x', note: '' }, NOW))).toBe('not-allowed');
    expect(refusalOf(await publishChangeset(db, reviewer, { changesetId, title: ' ', note: '' }, NOW))).toBe('title-missing');
    const { release } = valueOf(await publishChangeset(db, reviewer, { changesetId, title: 'Quarter two', note: '' }, NOW));
    expect(await findRelease(db, release)).toMatchObject({ authors: ['Amna'], approvedBy: 'Zarghuna' });
    expect(refusalOf(await publishChangeset(db, reviewer, { changesetId, title: 'again', note: '' }, NOW))).toBe('wrong-state');
    expect(await findChangeset(db, changesetId)).toMatchObject({ state: 'published', drafts: [] });
  });

  it('lets nobody approve what he wrote in, and voids an approval when the content changes', async () => {
    const changesetId = await openWith(db, [draftOf('own-', 'place', { citations: [] })], reviewer);
    valueOf(await submitChangeset(db, reviewer, { changesetId }, NOW));
    expect(refusalOf(await approveChangeset(db, reviewer, { changesetId }, NOW))).toBe('own-changeset');
    valueOf(await approveChangeset(db, otherReviewer, { changesetId }, NOW));
    valueOf(await draftRows(db, otherReviewer, { changesetId, rows: [draftOf('own-2', 'place', { citations: [] })] }, NOW));
    expect(await findChangeset(db, changesetId)).toMatchObject({ state: 'draft', approver: null, approvedAt: null });
    valueOf(await submitChangeset(db, reviewer, { changesetId }, NOW));
    expect(refusalOf(await approveChangeset(db, otherReviewer, { changesetId }, NOW))).toBe('own-changeset');
    valueOf(await approveChangeset(db, loader, { changesetId }, NOW));
    valueOf(await discardDraft(db, reviewer, { changesetId, kind: 'place', id: 'own-2place', expectedRevision: 1 }, NOW));
    expect(refusalOf(await publishChangeset(db, reviewer, { changesetId, title: 'x', note: '' }, NOW))).toBe('wrong-state');
    valueOf(await abandonChangeset(db, reviewer, { changesetId }, NOW));
    expect(refusalOf(await draftRows(db, reviewer, { changesetId, rows: [] }, NOW))).toBe('wrong-state');
    expect(await findRowVersions(db, 'place', 'own-place')).toEqual([]);
  });

  it('compares and sets: an edit names the version it was made from, and one changeset holds a row', async () => {
    await publishRows(db, [draftOf('cas-', 'place', { citations: [] })]);
    const edit = (expectedRevision: number | null, name = 'Kurram valley') =>
      draftOf('cas-', 'place', { change: 'update', citations: [], expectedRevision }, { name });
    const mine = await openWith(db, [], writer);
    const theirs = await openWith(db, [], otherWriter);
    const save = (editor: typeof writer, changesetId: string, row: ReturnType<typeof edit>) => draftRows(db, editor, { changesetId, rows: [row] }, NOW);
    expect(refusalOf(await save(writer, mine, edit(null)))).toBe('version-missing');
    expect(refusalOf(await save(writer, mine, edit(7)))).toBe('version-stale');
    expect(refusalOf(await save(writer, mine, draftOf('cas-', 'place', { citations: [] })))).toBe('already-exists');
    expect(refusalOf(await save(writer, mine, draftOf('cas-unknown-', 'place', { change: 'update', expectedRevision: 1 })))).toBe('no-such-row');
    expect(refusalOf(await save(writer, mine, draftOf('cas-', 'place', { change: 'correct', citations: [], expectedRevision: 1 })))).toBe('reason-missing');
    expect(valueOf(await save(writer, mine, edit(1)))).toEqual({ rows: [{ kind: 'place', id: 'cas-place', revision: 2 }] });
    expect(await save(otherWriter, theirs, edit(1))).toMatchObject({
      ok: false, refusal: { code: 'held-by-changeset', changesetId: mine, changesetName: 'test', authorName: 'Amna' },
    });
    const stale = await save(writer, mine, edit(1, 'Kurram district'));
    expect(stale).toMatchObject({ ok: false, refusal: {
      code: 'version-stale', expectedRevision: 1, expected: { revision: 1, content: { name: 'Kurram' } }, actual: { revision: 2, content: { name: 'Kurram valley' } },
    } });
    valueOf(await save(writer, mine, edit(2, 'Kurram district')));
    expect(refusalOf(await discardDraft(db, writer, { changesetId: mine, kind: 'place', id: 'cas-place' }, NOW))).toBe('version-missing');
    expect(refusalOf(await discardDraft(db, writer, { changesetId: mine, kind: 'place', id: 'cas-place', expectedRevision: 2 }, NOW))).toBe('version-stale');
    valueOf(await discardDraft(db, writer, { changesetId: mine, kind: 'place', id: 'cas-place', expectedRevision: 3 }, NOW));
    expect(refusalOf(await discardDraft(db, writer, { changesetId: mine, kind: 'place', id: 'cas-place', expectedRevision: 3 }, NOW))).toBe('no-such-draft');
    // A revision once given is never given again, so the tab that still shows the discarded draft cannot overwrite the new one.
    expect(valueOf(await save(otherWriter, theirs, edit(1)))).toEqual({ rows: [{ kind: 'place', id: 'cas-place', revision: 4 }] });
    expect(refusalOf(await draftRows(db, otherWriter, { changesetId: theirs, rows: [edit(4), edit(4)] }, NOW))).toBe('duplicate-row');
  });

  it('says of every row which rule it breaks, and saves none of them', async () => {
    const changesetId = await openWith(db, []);
    const before = await verifyAudit(db);
    const rows = [
      draftOf('bad-1', 'reading', {}, { value: null }),
      draftOf('bad-2', 'reading', {}, { period: { kind: 'month', start: '2025-04-01', end: '2025-06-30' } }),
      draftOf('bad-3', 'claim', {}, { low: 9, high: 3 }),
      draftOf('bad-4', 'reading', { citations: [cite('bad-4', { quote: Array.from({ length: 26 }, () => 'word').join(' ') })] }),
      draftOf('bad-5', 'source', {}, { url: 'javascript:alert(1)' }),
      draftOf('bad-6', 'closure', {}, { endState: 'ongoing' }),
      draftOf('bad-7', 'place'),
      draftOf('bad-8', 'place', { id: 'no blanks' }),
    ];
    const outcome = await draftRows(db, loader, { changesetId, rows }, NOW);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'row-invalid' } });
    if (outcome.ok || !('problems' in outcome.refusal)) throw new Error('no list of problems');
    expect(outcome.refusal.problems.map(({ id, rule }) => `${id} ${rule}`)).toEqual([
      'bad-1reading value-xor-empty', 'bad-2reading period-kind-of-days', 'bad-3claim low-high', 'bad-4reading quote-length', 'bad-5source url',
      'bad-6closure end-only-if-reopened', 'no blanks id',
    ]);
    expect(await verifyAudit(db)).toEqual(before);
    expect(refusalOf(await draftRows(db, loader, { changesetId, rows: [draftOf('bad-9', 'annotation', {}, { day: '2025-02-30' })] }, NOW))).toBe('row-invalid');
    expect(refusalOf(await draftRows(db, loader, { changesetId, rows: [draftOf('bad-9', 'place', {}, { name: 'a\0b' })] }, NOW))).toBe('row-invalid');
  });

  it('keeps the audit chain whole', async () => {
    expect(await verifyAudit(db)).toMatchObject({ isWhole: true });
  });

  it('drafts and publishes a thousand readings in a few seconds, audit included', async () => {
    await publishRows(db, draftsOfEveryKind('bulk-'));
    const rows = Array.from({ length: 1_000 }, (_, index) => draftOf('bulk-', 'reading', { id: `bulk-reading-${index}` }, { value: index }));
    const changesetId = await openWith(db, []);
    const started = performance.now();
    valueOf(await draftRows(db, loader, { changesetId, rows }, NOW));
    const drafted = performance.now();
    await approve(db, changesetId);
    const approved = performance.now();
    valueOf(await publishChangeset(db, loader, { changesetId, title: 'bulk', note: '' }, NOW));
    const published = performance.now();
    console.info(`${_name}: 1,000 readings: draft ${Math.round(drafted - started)} ms, submit and approve ${Math.round(approved - drafted)} ms, publish ${Math.round(published - approved)} ms`);
    expect(drafted - started).toBeLessThan(10_000);
    expect(published - approved).toBeLessThan(10_000);
  });
});
