import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { draftRows } from '@/db/mutations/draft-rows';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { verifyAudit } from '@/db/queries/verify-audit';
import type { TrialAnswer } from '@/domain/sentence-trial';
import type { Desk } from '@/lib/accounts/desk';
import { databases } from '../fixtures/databases';
import { cookieOf, deskOver, halfCookieOf, join, PERSON, SITE } from '../fixtures/desk';
import { loader } from '../fixtures/ledger-editors';
import { contentsFor, draftOf, draftsOfEveryKind } from '../fixtures/ledger-rows';
import { NOW, openWith, publishRows, valueOf } from '../fixtures/ledger-steps';

const holder = vi.hoisted(() => ({ desk: null as Desk | null }));
vi.mock('@/lib/accounts/desk', () => ({ getDesk: async () => holder.desk }));

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly title?: string; readonly field?: string; readonly data?: Record<string, unknown> };
}

describe.each(databases)('charts and sentences that are still being written, on %s', (_name, factory) => {
  let open: OpenDatabase;
  let desk: Desk;
  let cookie: string;
  let half: string;
  let empty: string;
  let drafted: string;

  beforeAll(async () => {
    open = await factory();
    desk = deskOver(open);
    holder.desk = desk;
    await join(desk);
    half = await halfCookieOf(desk, PERSON.email);
    cookie = await cookieOf(desk);
    await publishRows(open.db, draftsOfEveryKind(''));
    empty = await openWith(open.db, []);
    const value = { value: 616, reportedOn: '2025-09-30', knownFrom: '2025-09-30' };
    drafted = await openWith(open.db, [draftOf('', 'reading', { id: 'later', citations: [{ sourceId: 'source', locator: 'p. 4', quote: null, paraphrase: null, role: 'main' }] }, value)]);
  });
  afterAll(() => open.close());

  const routes = { 'preview-chart': () => import('@/app/api/admin/changesets/[id]/preview-chart/route'), 'try-sentence': () => import('@/app/api/admin/changesets/[id]/try-sentence/route') };
  async function ask(name: keyof typeof routes, id: string, body: unknown, sent = cookie): Promise<Answer> {
    const { POST } = await routes[name]();
    const headers = { origin: SITE, 'content-type': 'application/json', accept: 'application/json', cookie: sent };
    const answer = await POST(new Request(`${SITE}/api/admin/changesets/${id}/${name}`, { method: 'POST', headers, body: JSON.stringify(body) }), { params: Promise.resolve({ id }) });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  }

  const chart = contentsFor('').chart;
  const marksOf = ({ body }: Answer) => (body.data?.model as { panels: { marks: { value: number | null; vintages: unknown[] }[] }[] }).panels[0]?.marks.map(({ value }) => value);

  it('draws a definition over the current release, without its missing words', async () => {
    const answer = await ask('preview-chart', empty, { definition: { ...chart, title: '', altText: '' } });
    expect(answer).toMatchObject({ status: 200, body: { data: { ground: 'release', model: { title: 'Title', release: 1 } } } });
    expect(marksOf(answer)).toEqual([615]);
    expect(answer.body.data?.computedAltText).toBe((answer.body.data?.model as { altText: string }).altText);
  });

  it('draws it over the changeset’s own drafts, and leaves nothing behind', async () => {
    const before = await findCurrentRelease(open.db);
    const answer = await ask('preview-chart', drafted, { definition: chart });
    expect(answer).toMatchObject({ status: 200, body: { data: { ground: 'drafts', model: { release: before + 1 } } } });
    expect(marksOf(answer)).toEqual([616]);
    expect(await findCurrentRelease(open.db)).toBe(before);
    expect(await verifyAudit(open.db)).toMatchObject({ isWhole: true });
  });

  it('gives the frame with its heights and without a script', async () => {
    const { body } = await ask('preview-chart', empty, { definition: chart, show: 'embed', theme: 'dark' });
    const { html, heights } = body.data?.embed as { html: string; heights: { steps: { height: number }[] } };
    expect(html).toContain('Fatalities by quarter');
    expect(html).not.toContain('<script');
    expect(heights.steps[0]?.height).toBeGreaterThan(200);
  });

  it('says beside which field a definition is refused', async () => {
    const options = (more: object) => ({ definition: { ...chart, options: { ...('options' in chart ? chart.options : {}), ...more } } });
    const refused: readonly (readonly [object, string, string])[] = [
      [options({ seriesIds: ['nobody'] }), 'seriesIds', 'definition-refused'],
      [options({ seriesIds: ['series', 'series'] }), 'arrangement', 'definition-refused'],
      [options({ from: '2023-13' }), 'from', 'definition-malformed'],
      [options({ seriesIds: [] }), 'seriesIds', 'definition-malformed'],
      [options({ closureCrossingIds: ['nowhere'] }), 'closureCrossingIds', 'definition-refused'],
      [{ definition: { ...chart, kind: 'pie' } }, 'kind', 'definition-malformed'],
      [{ definition: { ...chart, kind: 'claims', options: { incidentId: 'never', measures: ['killed'] } } }, 'incidentId', 'definition-refused'],
    ];
    for (const [body, field, code] of refused) {
      const answer = await ask('preview-chart', empty, body);
      expect([answer.status, answer.body.code, answer.body.field], JSON.stringify(body)).toEqual([422, code, field]);
      expect(answer.body.title).toMatch(/^[A-Z].*[.]$/);
    }
    expect((await ask('preview-chart', empty, { definition: 'x' })).status).toBe(400);
    expect((await ask('preview-chart', empty, { definition: chart, more: 1 })).status).toBe(400);
  });

  const sentence = contentsFor('').sentence;
  const draught = { text: sentence.text, bindings: sentence.bindings.slice(0, 1), conditions: sentence.conditions };
  const trialOf = ({ body }: Answer) => body.data as unknown as TrialAnswer;
  const readOf = (read: TrialAnswer['now'] | undefined) => (read?.isShown === true ? read.parts.map(({ text }) => text).join('') : read?.reason);

  it('tries a sentence now, in the releases and at vintages', async () => {
    const trial = trialOf(await ask('try-sentence', empty, { ...draught, days: ['2025-06-29'], cellsOf: 'series' }));
    expect(readOf(trial.now)).toBe('CRSS counted 615 deaths.');
    expect(trial.bindings).toMatchObject([{ name: 'now', text: '615', reason: null, sources: [expect.stringContaining('CRSS')] }]);
    expect(trial.releases.map(({ release, read }) => [release, readOf(read)])).toEqual([[1, 'CRSS counted 615 deaths.']]);
    expect(trial.vintages.map(({ day, read }) => [day, read.isShown])).toEqual([['2025-06-29', false], ['2025-06-30', true]]);
    expect(trial.cells).toMatchObject([{ period: '2025-Q2', text: '615', hasValue: true }]);
  });

  it('tries it over the drafts, while the releases stay as they were', async () => {
    const trial = trialOf(await ask('try-sentence', drafted, draught));
    expect([trial.ground, readOf(trial.now), readOf(trial.releases[0]?.read)]).toEqual(['drafts', 'CRSS counted 616 deaths.', 'CRSS counted 615 deaths.']);
  });

  it('says why a sentence is not shown, and refuses bindings that are none', async () => {
    const cases: readonly (readonly [object, string])[] = [
      [{ ...draught, text: '' }, 'There is no text yet.'],
      [{ ...draught, text: '{nobody}' }, 'not bound'],
      [{ ...draught, conditions: [{ kind: 'compare', left: 'now', operator: '>', right: 700 }] }, 'is not more than 700'],
      [{ ...draught, bindings: [{ name: 'now', kind: 'cell', seriesId: 'series', period: '1999' }] }, 'nothing had been reported'],
    ];
    for (const [body, reason] of cases) expect(readOf(trialOf(await ask('try-sentence', empty, body)).now)).toContain(reason);
    for (const bindings of [[{ name: 'Now', kind: 'cell' }], [{ ...sentence.bindings[0], period: 'soon' }], ['x']]) {
      expect((await ask('try-sentence', empty, { ...draught, bindings })).status).toBe(400);
    }
  });

  it('answers from memory while nothing is written, and sees what is written at once', async () => {
    const transaction = vi.spyOn(open.db, 'transaction');
    await ask('preview-chart', drafted, { definition: { ...chart, title: 'Another' } });
    const before = transaction.mock.calls.length;
    const again = await ask('preview-chart', drafted, { definition: { ...chart, title: 'One more' } });
    expect([transaction.mock.calls.length - before, marksOf(again)]).toEqual([0, [616]]);
    transaction.mockRestore();
    const later = { value: 620, reportedOn: '2025-10-30', knownFrom: '2025-10-30' };
    const row = draftOf('', 'reading', { id: 'later', expectedRevision: 1, citations: [{ sourceId: 'source', locator: 'p. 5', quote: null, paraphrase: null, role: 'main' }] }, later);
    valueOf(await draftRows(open.db, loader, { changesetId: drafted, rows: [row] }, NOW));
    expect(marksOf(await ask('preview-chart', drafted, { definition: chart }))).toEqual([620]);
  });

  it('answers editors only, and only for a changeset that is there', async () => {
    for (const [name, body] of [['preview-chart', { definition: chart }], ['try-sentence', draught]] as const) {
      expect((await ask(name, empty, body, '')).status).toBe(401);
      expect((await ask(name, empty, body, half)).status).toBe(403);
      expect(await ask(name, 'no-such-changeset', body)).toMatchObject({ status: 404, body: { code: 'no-such-changeset' } });
    }
  });
});
