import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { abandonChangeset } from '@/db/mutations/abandon-changeset';
import { addComment } from '@/db/mutations/add-comment';
import { resolveComment } from '@/db/mutations/resolve-comment';
import { findChangeset } from '@/db/queries/find-changesets';
import { countOpenComments, findComments, findCommentsTo } from '@/db/queries/find-comments';
import { verifyAudit } from '@/db/queries/verify-audit';
import { audit } from '@/db/schema/index';
import { databases } from '../fixtures/databases';
import { loader, otherWriter, reviewer, writer } from '../fixtures/ledger-editors';
import { draftOf } from '../fixtures/ledger-rows';
import { approve, NOW, openWith, refusalOf } from '../fixtures/ledger-steps';

describe.each(databases)('comments on %s', (_name, factory) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await factory();
  });
  afterAll(() => open.close());

  it('are said about a row or the whole, found by those they are meant for, resolved and opened again, and each leaves a link in the audit', async () => {
    const { db } = open;
    const changesetId = await openWith(db, [draftOf('c', 'place', { citations: [] })]);
    const links = () => db.$count(audit);
    const before = await links();
    const row = { kind: 'place', id: 'cplace' } as const;
    const said = await addComment(db, reviewer, { changesetId, row, text: '  Which Kurram? ' }, NOW);
    await addComment(db, writer, { changesetId, row: null, text: 'Waits for the October report.' }, NOW);
    const found = await findComments(db, changesetId);
    expect(found.find((comment) => comment.row !== null)).toMatchObject({ row, text: 'Which Kurram?', author: { id: reviewer.id, name: reviewer.name }, resolved: null });
    expect((await countOpenComments(db)).get(changesetId)).toBe(2);
    // The loader wrote the rows; the reviewer and the writer spoke; somebody else has nothing to do with it.
    const meant = async (id: string) => (await findCommentsTo(db, id)).filter((comment) => comment.changesetId === changesetId).map(({ text }) => text).sort();
    expect(await meant(loader.id)).toEqual(['Waits for the October report.', 'Which Kurram?']);
    expect(await meant(writer.id)).toEqual(['Which Kurram?']);
    expect(await meant(otherWriter.id)).toEqual([]);

    const commentId = said.ok ? said.value.commentId : '';
    expect((await resolveComment(db, otherWriter, { changesetId, commentId, isResolved: true }, NOW)).ok).toBe(true);
    expect((await findComments(db, changesetId)).find(({ id }) => id === commentId)?.resolved).toEqual({ by: { id: otherWriter.id, name: otherWriter.name }, at: NOW.toISOString() });
    expect(await meant(writer.id)).toEqual([]);
    await resolveComment(db, otherWriter, { changesetId, commentId, isResolved: true }, NOW);
    await resolveComment(db, writer, { changesetId, commentId, isResolved: false }, NOW);
    expect((await countOpenComments(db)).get(changesetId)).toBe(2);
    // Two said, one resolved (the second time changed nothing), one opened again.
    expect(await links()).toBe(before + 4);
    expect((await verifyAudit(db)).isWhole).toBe(true);
  });

  it('do not void an approval', async () => {
    const { db } = open;
    const changesetId = await openWith(db, [draftOf('d', 'place', { citations: [] })]);
    await approve(db, changesetId);
    await addComment(db, writer, { changesetId, row: null, text: 'Fine.' }, NOW);
    expect((await findChangeset(db, changesetId))?.state).toBe('approved');
  });

  it('are refused empty, elsewhere, and where the work is over', async () => {
    const { db } = open;
    const changesetId = await openWith(db, []);
    const comment = (more: object) => addComment(db, writer, { changesetId, row: null, text: 'Hm', ...more }, NOW);
    expect(refusalOf(await comment({ text: ' \n' }))).toBe('comment-empty');
    expect(refusalOf(await comment({ text: 'a\0b' }))).toBe('comment-empty');
    expect(refusalOf(await comment({ changesetId: 'no-such-changeset' }))).toBe('no-such-changeset');
    const said = await comment({});
    const other = await openWith(db, []);
    const commentId = said.ok ? said.value.commentId : '';
    expect(refusalOf(await resolveComment(db, writer, { changesetId: other, commentId, isResolved: true }, NOW))).toBe('no-such-comment');
    await abandonChangeset(db, loader, { changesetId }, NOW);
    expect(refusalOf(await comment({}))).toBe('wrong-state');
    expect(refusalOf(await resolveComment(db, writer, { changesetId, commentId, isResolved: true }, NOW))).toBe('wrong-state');
  });
});
