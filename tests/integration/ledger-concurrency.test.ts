import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { draftRows } from '@/db/mutations/draft-rows';
import { publishChangeset } from '@/db/mutations/publish-changeset';
import type { StaleRefusal } from '@/db/mutations/version-refusals';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findReleases } from '@/db/queries/find-releases';
import { findRowVersions } from '@/db/queries/find-versions';
import { verifyAudit } from '@/db/queries/verify-audit';
import type { Outcome } from '@/domain/outcome';
import { databases } from '../fixtures/databases';
import { loader, otherReviewer, reviewer } from '../fixtures/ledger-editors';
import { draftOf } from '../fixtures/ledger-rows';
import { approve, NOW, openWith, publishRows } from '../fixtures/ledger-steps';

/** Ten in every run of the tests; `npm run proof:writers` asks for a hundred. */
const ROUNDS = Number(process.env.WRITER_ROUNDS ?? 10);
const WRITERS = 50;

/** How often each answer was given. */
function tally(outcomes: readonly Outcome<unknown>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const answer = outcome.ok ? 'ok' : outcome.refusal.code;
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}

const place = (id: string, more: Parameters<typeof draftOf<'place'>>[2] = {}, name = 'Kurram') => draftOf('', 'place', { id, citations: [], ...more }, { name });

// On the embedded database everything queues anyway; on PostgreSQL each call has a connection of its own.
describe.each(databases)('many at once on %s', (_name, factory) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await factory();
  });
  afterAll(() => open.close());

  it('two reviewers who publish at once make one release', async () => {
    const { db } = open;
    for (let round = 0; round < 10; round += 1) {
      const before = await findCurrentRelease(db);
      const changesetId = await openWith(db, [place(`publish-${round}`)]);
      await approve(db, changesetId);
      const publish = (editor: typeof reviewer) => publishChangeset(db, editor, { changesetId, title: 'at once', note: '' }, NOW);
      expect(tally(await Promise.all([publish(reviewer), publish(otherReviewer)]))).toEqual({ ok: 1, 'wrong-state': 1 });
      expect(await findCurrentRelease(db)).toBe(before + 1);
    }
  });

  it('eight changesets published at once make eight releases without a gap', async () => {
    const { db } = open;
    const before = await findCurrentRelease(db);
    const changesets = await Promise.all(Array.from({ length: 8 }, (_, index) => openWith(db, [place(`many-${index}`)])));
    for (const changesetId of changesets) await approve(db, changesetId);
    const outcomes = await Promise.all(changesets.map((changesetId) => publishChangeset(db, reviewer, { changesetId, title: 'many', note: '' }, NOW)));
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.release : 0)).sort((a, b) => a - b)).toEqual(Array.from({ length: 8 }, (_, index) => before + 1 + index));
    const numbers = (await findReleases(db)).map((release) => release.number);
    expect(numbers).toEqual(Array.from({ length: before + 8 }, (_, index) => before + 8 - index));
  });

  it(`of fifty who save the same draft at once one wins and the others are shown what he wrote, ${ROUNDS} times over`, { timeout: 20_000 + ROUNDS * 12_000 }, async () => {
    const { db } = open;
    await publishRows(db, [place('contended')]);
    const changesetId = await openWith(db, []);
    for (let revision = 1; revision <= ROUNDS; revision += 1) {
      const save = (writer: number) =>
        draftRows(db, loader, { changesetId, rows: [place('contended', { change: 'update', expectedRevision: revision }, `Kurram ${revision}-${writer}`)] }, NOW);
      const outcomes = await Promise.all(Array.from({ length: WRITERS }, (_, writer) => save(writer)));
      expect(tally(outcomes)).toEqual({ ok: 1, 'version-stale': WRITERS - 1 });
      const won = `Kurram ${revision}-${outcomes.findIndex((outcome) => outcome.ok)}`;
      const told = outcomes.flatMap((outcome) => (!outcome.ok && outcome.refusal.code === 'version-stale' ? [(outcome.refusal as StaleRefusal).actual] : []));
      expect(told.every((actual) => actual?.revision === revision + 1 && (actual.content as { name: string }).name === won)).toBe(true);
      expect((await findRowVersions(db, 'place', 'contended')).map((version) => [version.revision, (version.content as { name: string }).name]))
        .toEqual([[1, 'Kurram'], [revision + 1, won]]);
    }
  });

  it('of many changesets that reach for one row at once one holds it', async () => {
    const { db } = open;
    await publishRows(db, [place('held')]);
    const changesets = await Promise.all(Array.from({ length: 8 }, () => openWith(db, [])));
    const reach = (changesetId: string) => draftRows(db, loader, { changesetId, rows: [place('held', { change: 'update', expectedRevision: 1 })] }, NOW);
    expect(tally(await Promise.all(changesets.map(reach)))).toEqual({ ok: 1, 'held-by-changeset': 7 });
    const added = await Promise.all(changesets.map((changesetId) => draftRows(db, loader, { changesetId, rows: [place('new-for-all')] }, NOW)));
    expect(tally(added)).toEqual({ ok: 1, 'held-by-changeset': 7 });
  });

  it('the audit chain has one link a write, in one line', async () => {
    expect(await verifyAudit(open.db)).toMatchObject({ isWhole: true });
  });
});
