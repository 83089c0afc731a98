import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { abandonChangeset } from '@/db/mutations/abandon-changeset';
import { addComment } from '@/db/mutations/add-comment';
import { approveChangeset } from '@/db/mutations/approve-changeset';
import { approveLater } from '@/db/mutations/approve-later';
import { draftRows } from '@/db/mutations/draft-rows';
import { makePreviewLink, withdrawPreviewLink } from '@/db/mutations/preview-links';
import { publishChangeset } from '@/db/mutations/publish-changeset';
import { publishDue } from '@/db/mutations/publish-due';
import { rollBackRelease } from '@/db/mutations/roll-back-release';
import { cancelSchedule, schedulePublishing } from '@/db/mutations/schedule-publishing';
import { sendBackChangeset } from '@/db/mutations/send-back-changeset';
import { setReviewMode } from '@/db/mutations/set-review-mode';
import { submitChangeset } from '@/db/mutations/submit-changeset';
import { findChangeset } from '@/db/queries/find-changesets';
import { findComments } from '@/db/queries/find-comments';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findOpenPreviewLink, findPreviewLinks } from '@/db/queries/find-preview-links';
import { findReadings } from '@/db/queries/find-readings';
import { findRelease, findReleases } from '@/db/queries/find-releases';
import { findReviewMode } from '@/db/queries/find-review-mode';
import { findSchedules } from '@/db/queries/find-schedules';
import { findOpenVersions } from '@/db/queries/find-versions';
import { verifyAudit } from '@/db/queries/verify-audit';
import type { DraftRow } from '@/domain/draft';
import type { Period } from '@/domain/period';
import { mintPersonEditor } from '@/lib/auth';
import { clockOf } from '@/lib/review/publishing-clock';
import { newPreviewToken, previewTokenHash } from '@/lib/review/preview-token';
import { readChecklist, readReview } from '@/lib/review/review';
import { databases } from '../fixtures/databases';
import { loader, otherReviewer, reviewer, writer } from '../fixtures/ledger-editors';
import { draftOf } from '../fixtures/ledger-rows';
import { approve, NOW, openWith, publishRows, refusalOf, valueOf } from '../fixtures/ledger-steps';

const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);
const admin = mintPersonEditor({ userId: 'person-Amina', name: 'Amina', role: 'admin', verifiedSession: 'session-Amina' });
const QUARTERS = { q1: ['2025-01-01', '2025-03-31'], q2: ['2025-04-01', '2025-06-30'] } as const;

describe.each(databases)('review and publishing on %s', (_engine, openTestDatabase) => {
  let open: OpenDatabase;
  let value = 100;

  /** A reading of the chart that stands; `change` other than add edits it. */
  const reading = (quarter: keyof typeof QUARTERS, more: Parameters<typeof draftOf<'reading'>>[2] = {}, content: Parameters<typeof draftOf<'reading'>>[3] = {}): DraftRow => {
    const [start, end] = QUARTERS[quarter];
    return draftOf('', 'reading', { id: quarter, ...more }, { value: 615, period: { kind: 'quarter', start, end }, reportedOn: end, knownFrom: end, ...content });
  };
  /** A correction of Q2 to a value of its own, made from what stands. */
  const correction = async (): Promise<DraftRow> => {
    const { db } = open;
    const versions = await findOpenVersions(db, 'reading', ['q2']);
    const standing = versions.find(({ publishedIn }) => publishedIn !== null);
    value += 1;
    return reading('q2', { change: 'correct', changeNote: 'The page says otherwise.', expectedRevision: standing?.revision ?? null }, { value });
  };
  const submitted = async (editor = writer, rows?: readonly DraftRow[]): Promise<string> => {
    const changesetId = await openWith(open.db, rows ?? [await correction()], editor);
    valueOf(await submitChangeset(open.db, editor, { changesetId }, NOW));
    return changesetId;
  };
  const abandon = async (changesetId: string) => valueOf(await abandonChangeset(open.db, loader, { changesetId }, NOW));
  const words = (changesetId: string) => ({ changesetId, title: 'A release', note: 'Why.' });

  beforeAll(async () => {
    open = await openTestDatabase();
    const rest = (['source', 'organisation', 'indicator', 'series', 'chart'] as const).map((kind) => draftOf('', kind));
    await publishRows(open.db, [...rest, reading('q1'), reading('q2')]);
  });
  afterAll(() => open.close());

  it('approves what was seen: an edit after it is told, and nothing is approved', async () => {
    const { db } = open;
    const changesetId = await submitted();
    const seen = (await readReview(db, changesetId, NOW))?.review;
    if (!seen) throw new Error('Nothing to review.');
    expect(seen.seen?.compared.charts.filter(({ isChanged }) => isChanged).map(({ slug }) => slug)).toEqual(['fatalities']);
    const [draft] = seen.drafts;
    valueOf(await draftRows(db, writer, { changesetId, rows: [{ ...reading('q2', { change: 'correct', changeNote: 'Misread.', expectedRevision: draft?.revision ?? null }, { value: 999 }) }] }, later(60_000)));
    valueOf(await submitChangeset(db, writer, { changesetId }, later(61_000)));
    const refused = await approveChangeset(db, reviewer, { changesetId, seen }, later(62_000));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'seen-stale', changes: [{ by: 'Amna', action: 'draft-row', kind: 'reading', id: 'q2' }] } });
    expect((await findChangeset(db, changesetId))?.state).toBe('in-review');
    const again = (await readReview(db, changesetId, NOW))?.review;
    expect(again?.hash).not.toBe(seen.hash);
    valueOf(await approveChangeset(db, reviewer, { changesetId, seen: { hash: again?.hash ?? '', seq: 0 } }, NOW));
    valueOf(await sendBackChangeset(db, reviewer, { changesetId, comment: 'Cite the page.' }, NOW));
    expect((await findChangeset(db, changesetId))?.state).toBe('draft');
    expect((await findComments(db, changesetId)).map(({ text }) => text)).toEqual(['Cite the page.']);
    await abandon(changesetId);
  });

  it('asks the checklist again while it publishes: what blocks is named, and a comment settles what only a look can', async () => {
    const { db } = open;
    const own = (['source', 'organisation', 'indicator', 'series', 'chart'] as const).map((kind) => draftOf('sum-', kind));
    const inSeries = (id: string, kind: Period['kind'], start: string, end: string, shown: number) =>
      draftOf('sum-', 'reading', { id }, { value: shown, period: { kind, start, end }, reportedOn: end, knownFrom: end });
    const parts = [inSeries('sum-q1', 'quarter', '2025-01-01', '2025-03-31', 615), inSeries('sum-q2', 'quarter', '2025-04-01', '2025-06-30', 615)];
    const changesetId = await submitted(writer, [...own, ...parts, inSeries('half', 'half', '2025-01-01', '2025-06-30', 5000)]);
    valueOf(await approveChangeset(db, reviewer, { changesetId }, NOW));
    const refused = await publishChangeset(db, reviewer, words(changesetId), NOW);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'not-publishable', problems: [{ rule: 'total-breaks', kind: 'reading' }] } });
    valueOf(await addComment(db, otherReviewer, { changesetId, row: { kind: 'reading', id: 'half' }, text: 'CRSS prints it so.' }, NOW));
    const review = (await readReview(db, changesetId, NOW))?.review;
    if (!review) throw new Error('Nothing to review.');
    expect((await readChecklist(db, changesetId, review)).settled.map(({ rule }) => rule)).toEqual(['total-breaks']);
    expect(valueOf(await publishChangeset(db, reviewer, words(changesetId), NOW)).release).toBe(2);
  });

  it('names what was published in the place of an open draft since it was written, until it is written again', async () => {
    const { db } = open;
    const late = (id: string, shown: number) => reading('q1', { id }, { value: shown });
    const named = async (changesetId: string) => {
      const review = (await readReview(db, changesetId, NOW))?.review;
      if (!review) throw new Error('Nothing to review.');
      return (await readChecklist(db, changesetId, review)).warnings.filter(({ rule }) => rule === 'published-since');
    };
    const changesetId = await openWith(db, [late('older', 620)], writer);
    expect(await named(changesetId)).toEqual([]);
    const release = await findCurrentRelease(db) + 1;
    await publishRows(db, [reading('q1', { id: 'newer' }, { value: 640, knownFrom: '2025-05-01', reportedOn: '2025-05-01' })]);
    const message = expect.stringContaining(`Published since you drafted this: 640 for Q1 2025, known since 1 May 2025 (release ${release}).`);
    expect(await named(changesetId)).toMatchObject([{ kind: 'reading', id: 'older', message }]);
    const [draft] = await findOpenVersions(db, 'reading', ['older']);
    valueOf(await draftRows(db, writer, { changesetId, rows: [{ ...late('older', 621), expectedRevision: draft?.revision ?? null }] }, NOW));
    expect(await named(changesetId)).toEqual([]);
    await abandon(changesetId);
  });

  it('publishes once at its time, however many instances ask, and after a restart', async () => {
    const { db } = open;
    const changesetId = await submitted();
    expect(refusalOf(await schedulePublishing(db, loader, { ...words(changesetId), dueAt: later(60_000) }, NOW))).toBe('wrong-state');
    valueOf(await approveChangeset(db, reviewer, { changesetId }, NOW));
    expect(refusalOf(await schedulePublishing(db, loader, { ...words(changesetId), dueAt: later(1_000) }, NOW))).toBe('time');
    valueOf(await schedulePublishing(db, loader, { ...words(changesetId), dueAt: later(60_000) }, NOW));
    valueOf(await schedulePublishing(db, loader, { ...words(changesetId), title: 'At noon', dueAt: later(120_000) }, NOW));
    expect(await publishDue(db, clockOf, later(119_000))).toBeNull();
    const before = await findCurrentRelease(db);
    // Nothing but the row in the database knows of it, so that whoever comes first after a restart does it.
    const settled = await Promise.all(Array.from({ length: 4 }, () => publishDue(db, clockOf, later(500_000))));
    expect(settled.filter((one) => one !== null)).toHaveLength(1);
    expect(await findCurrentRelease(db)).toBe(before + 1);
    expect(await findRelease(db, before + 1)).toMatchObject({ title: 'At noon', approvedBy: reviewer.name });
    expect((await findSchedules(db, changesetId)).map(({ state, release }) => [state, release])).toEqual([['published', before + 1]]);
    expect(await publishDue(db, clockOf, later(600_000))).toBeNull();
  });

  it('says why it was not published at its time, publishes nothing of it and does not try again; a time can be taken back', async () => {
    const { db } = open;
    const changesetId = await submitted();
    valueOf(await approveChangeset(db, reviewer, { changesetId }, NOW));
    valueOf(await schedulePublishing(db, loader, { ...words(changesetId), dueAt: later(60_000) }, NOW));
    valueOf(await cancelSchedule(db, loader, { changesetId }, NOW));
    expect(refusalOf(await cancelSchedule(db, loader, { changesetId }, NOW))).toBe('nothing-scheduled');
    expect(await publishDue(db, clockOf, later(70_000))).toBeNull();
    // Nobody with this account may publish any more when the time comes.
    valueOf(await schedulePublishing(db, reviewer, { ...words(changesetId), dueAt: later(60_000) }, NOW));
    const before = await findCurrentRelease(db);
    expect(await publishDue(db, clockOf, later(70_000))).toMatchObject({ outcome: { ok: false, refusal: { code: 'not-allowed' } } });
    // An edit voids the approval.
    valueOf(await schedulePublishing(db, loader, { ...words(changesetId), dueAt: later(60_000) }, NOW));
    valueOf(await sendBackChangeset(db, reviewer, { changesetId, comment: 'Not yet.' }, NOW));
    expect(await publishDue(db, clockOf, later(70_000))).toMatchObject({ outcome: { ok: false, refusal: { code: 'wrong-state' } } });
    expect(await findCurrentRelease(db)).toBe(before);
    expect((await findSchedules(db, changesetId)).map(({ state, failure }) => [state, failure?.code]).toSorted()).toEqual([['cancelled', undefined], ['failed', 'not-allowed'], ['failed', 'wrong-state']]);
    expect(await publishDue(db, clockOf, later(80_000))).toBeNull();
    await abandon(changesetId);
  });

  it('lets a reviewer publish his own in an emergency, with a reason that readers see until a second person has approved', async () => {
    const { db } = open;
    const changesetId = await submitted(reviewer);
    expect(refusalOf(await publishChangeset(db, writer, { ...words(changesetId), emergencyReason: 'Now.' }, NOW))).toBe('not-allowed');
    expect(refusalOf(await publishChangeset(db, otherReviewer, { ...words(changesetId), emergencyReason: 'Now.' }, NOW))).toBe('emergency-not-needed');
    expect(refusalOf(await publishChangeset(db, reviewer, { ...words(changesetId), emergencyReason: ' ' }, NOW))).toBe('reason-missing');
    const { release } = valueOf(await publishChangeset(db, reviewer, { ...words(changesetId), emergencyReason: 'A name was in it.' }, NOW));
    const alone = { kind: 'emergency', reason: 'A name was in it.', approvedLater: null };
    expect((await findRelease(db, release))?.alone).toEqual(alone);
    expect(refusalOf(await approveLater(db, reviewer, { release }, NOW))).toBe('own-changeset');
    expect(refusalOf(await approveLater(db, otherReviewer, { release: release - 1 }, NOW))).toBe('not-alone');
    const told = valueOf(await approveLater(db, otherReviewer, { release }, NOW)).release;
    expect(told).toBe(release + 1);
    expect((await findRelease(db, release))?.alone?.approvedLater).toEqual({ by: 'Yusuf', toldIn: told });
    // What was answered before stays answered so.
    expect((await findReleases(db, release)).find(({ number }) => number === release)?.alone).toEqual(alone);
    expect(refusalOf(await approveLater(db, otherReviewer, { release }, NOW))).toBe('approved-already');
    expect(await findRelease(db, told)).toMatchObject({ counts: { added: 0, updated: 0, corrected: 0, withdrawn: 0 }, approvedBy: 'Yusuf' });
  });

  it('lets a reviewer approve his own only while the instance is set to a single editor, and says so from the release on that tells it', async () => {
    const { db } = open;
    const changesetId = await submitted(reviewer);
    expect(refusalOf(await approveChangeset(db, reviewer, { changesetId }, NOW))).toBe('own-changeset');
    expect(refusalOf(await setReviewMode(db, reviewer, { mode: 'single-editor' }, NOW))).toBe('not-allowed');
    expect(refusalOf(await setReviewMode(db, admin, { mode: 'two-people' }, NOW))).toBe('same-mode');
    const { release: told } = valueOf(await setReviewMode(db, admin, { mode: 'single-editor' }, NOW));
    expect([await findReviewMode(db, told - 1), await findReviewMode(db, told)]).toEqual(['two-people', 'single-editor']);
    valueOf(await approveChangeset(db, reviewer, { changesetId }, NOW));
    valueOf(await setReviewMode(db, admin, { mode: 'two-people' }, NOW));
    expect(refusalOf(await publishChangeset(db, reviewer, words(changesetId), NOW))).toBe('own-changeset');
    valueOf(await setReviewMode(db, admin, { mode: 'single-editor' }, NOW));
    const { release } = valueOf(await publishChangeset(db, reviewer, words(changesetId), NOW));
    expect((await findRelease(db, release))?.alone).toEqual({ kind: 'single-editor', reason: null, approvedLater: null });
    valueOf(await setReviewMode(db, admin, { mode: 'two-people' }, NOW));
  });

  it('rolls a release back into what was there before, and leaves what was changed since unless it is chosen', async () => {
    const { db } = open;
    const shown = async () => {
      const rows = await findReadings(db, { release: await findCurrentRelease(db), seriesIds: ['series'] });
      return rows.filter(({ status }) => status === 'current').map(({ id, value: shownValue, citations }) => [id, shownValue, citations.map(({ quote }) => quote)]);
    };
    const before = await shown();
    const places = [draftOf('', 'place', { id: 'kept', citations: [] }, { name: 'Kurram' }), draftOf('', 'place', { id: 'touched', citations: [] }, { name: 'Chaman' })];
    const wrong = await publishRows(db, [await correction(), ...places]);
    const [touched] = await findOpenVersions(db, 'place', ['touched']);
    await publishRows(db, [draftOf('', 'place', { id: 'touched', citations: [], change: 'update', expectedRevision: touched?.revision ?? null }, { name: 'Spin Boldak' })]);
    expect(await shown()).not.toEqual(before);
    const input = { release: wrong, reason: 'The wrong file.', change: 'correct' as const, also: [] };
    expect(refusalOf(await rollBackRelease(db, writer, { ...input, reason: '' }, NOW))).toBe('reason-missing');
    expect(refusalOf(await rollBackRelease(db, writer, { ...input, release: 999 }, NOW))).toBe('no-such-release');
    const rolled = valueOf(await rollBackRelease(db, writer, input, NOW));
    expect([rolled.restored, rolled.left]).toEqual([2, 1]);
    const drafts = (await findChangeset(db, rolled.changesetId))?.drafts.map(({ kind, id, change, changeNote }) => [kind, id, change, changeNote]);
    expect(drafts).toEqual([['reading', 'q2', 'correct', 'The wrong file.'], ['place', 'kept', 'withdraw', 'The wrong file.']]);
    expect(refusalOf(await rollBackRelease(db, otherReviewer, input, NOW))).toBe('held-by-changeset');
    await approve(db, rolled.changesetId);
    valueOf(await publishChangeset(db, loader, words(rolled.changesetId), NOW));
    expect(await shown()).toEqual(before);
    expect(refusalOf(await rollBackRelease(db, writer, input, NOW))).toBe('nothing-to-restore');
    const chosen = valueOf(await rollBackRelease(db, writer, { ...input, also: ['place:touched'] }, NOW));
    expect([chosen.restored, chosen.left]).toEqual([1, 2]);
    await abandon(chosen.changesetId);
  });

  it('opens a preview by its token alone, until it ends or is closed', async () => {
    const { db } = open;
    const changesetId = await submitted();
    const { linkId, token, tokenHash } = newPreviewToken();
    valueOf(await makePreviewLink(db, writer, { changesetId, linkId, tokenHash, expiresAt: later(3_600_000) }, NOW));
    expect(previewTokenHash('x')).toBeNull();
    expect(await findOpenPreviewLink(db, previewTokenHash(token) ?? '', NOW)).toMatchObject({ id: linkId, changesetId });
    expect(await findOpenPreviewLink(db, previewTokenHash(token) ?? '', later(3_600_000))).toBeNull();
    expect(await findOpenPreviewLink(db, previewTokenHash(newPreviewToken().token) ?? '', NOW)).toBeNull();
    expect(JSON.stringify(await findPreviewLinks(db, changesetId, NOW))).not.toContain(token);
    valueOf(await withdrawPreviewLink(db, writer, { changesetId, linkId }, NOW));
    expect(await findOpenPreviewLink(db, tokenHash, NOW)).toBeNull();
    expect(refusalOf(await withdrawPreviewLink(db, writer, { changesetId, linkId }, NOW))).toBe('no-such-link');
    await abandon(changesetId);
  });

  it('keeps the audit whole through all of it', async () => {
    expect(await verifyAudit(open.db)).toMatchObject({ isWhole: true });
  });
});
