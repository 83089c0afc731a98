import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { previewChangeset } from '@/db/mutations/preview-changeset';
import { findChangeset } from '@/db/queries/find-changesets';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findReleases } from '@/db/queries/find-releases';
import { findRows } from '@/db/queries/find-rows';
import { verifyAudit } from '@/db/queries/verify-audit';
import { databases } from '../fixtures/databases';
import { draftOf } from '../fixtures/ledger-rows';
import { approve, NOW, openWith, publishRows } from '../fixtures/ledger-steps';

const place = (id: string, name: string, more: Parameters<typeof draftOf<'place'>>[2] = {}) => draftOf('', 'place', { id, citations: [], ...more }, { name });

describe.each(databases)('the ledger as it would be, on %s', (_name, factory) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await factory();
  });
  afterAll(() => open.close());

  it('shows drafts as published in every state of the changeset, and leaves nothing behind', async () => {
    const { db } = open;
    await publishRows(db, [place('kurram', 'Kuram')]);
    const before = await findCurrentRelease(db);
    const changesetId = await openWith(db, [
      place('kurram', 'Kurram', { change: 'correct', changeNote: 'a slip', expectedRevision: 1 }), place('spin-boldak', 'Spin Boldak'),
    ]);
    const look = () => previewChangeset(db, changesetId, NOW, async ({ db: tx, release }) => ({
      release, names: (await findRows(tx, 'place', release)).map(({ name, publishedIn }) => `${name} ${publishedIn - before}`), newest: (await findReleases(tx))[0]?.counts,
    }));
    const expected = { release: before + 1, names: ['Kurram 1', 'Spin Boldak 1'], newest: { added: 1, updated: 0, corrected: 1, withdrawn: 0 } };
    expect(await look()).toEqual({ value: expected, problems: [] });
    await approve(db, changesetId);
    expect(await look()).toEqual({ value: expected, problems: [] });
    expect(await findCurrentRelease(db)).toBe(before);
    expect((await findChangeset(db, changesetId))?.state).toBe('approved');
    expect((await findRows(db, 'place', before)).map(({ name }) => name)).toEqual(['Kuram']);
    expect(await verifyAudit(db)).toMatchObject({ isWhole: true });
  });

  it('names what publishing would refuse, and answers null where there is nothing to see', async () => {
    const { db } = open;
    const changesetId = await openWith(db, [draftOf('', 'incident', { id: 'uncited', citations: [] }, { placeIds: ['nowhere'] })]);
    const seen = await previewChangeset(db, changesetId, NOW, async ({ release }) => release);
    expect(seen?.problems.map(({ rule }) => rule).sort()).toEqual(['citation-missing', 'reference-missing']);
    expect(await previewChangeset(db, 'no-such-changeset', NOW, async () => 1)).toBeNull();
    expect(await previewChangeset(db, await openWith(db, []), NOW, async () => 1)).toBeNull();
  });

  it('passes on what breaks inside, and leaves nothing behind then either', async () => {
    const { db } = open;
    const before = await findCurrentRelease(db);
    const changesetId = await openWith(db, [place('torkham', 'Torkham')]);
    await expect(previewChangeset(db, changesetId, NOW, () => Promise.reject(new Error('a query broke')))).rejects.toThrow('a query broke');
    expect(await findCurrentRelease(db)).toBe(before);
  });
});
