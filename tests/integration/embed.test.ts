import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database, OpenDatabase } from '@/db/client';
import { findOpenVersions } from '@/db/queries/find-versions';
import type { Change, CitationDraft, DraftRow } from '@/domain/draft';
import type { RowKind } from '@/domain/release';
import { loadStartingData } from '@/db/seed/load';
import { printChanges } from '@/domain/embed/notice';
import { mintSystemEditor } from '@/lib/auth';
import type { EmbedMode } from '@/lib/inputs/embed';
import { DEFAULT_VIEW, type View } from '@/lib/inputs/view';
import { readEmbed, type FrameRead } from '@/lib/reads/embed';
import { databases } from '../fixtures/databases';
import { publishRows } from '../fixtures/ledger-steps';

// A frame through updates, corrections, new names and withdrawals, made by the ledger's own verbs.

const opened = vi.hoisted(() => ({ db: null as unknown }));
vi.mock('@/db/client', async (original) => ({ ...(await original<object>()), getDatabase: async () => opened.db, getReadDatabase: async () => opened.db }));

const NOW = new Date('2026-11-22T10:00:00.000Z');
const SLUG = 'fatalities-by-quarter';
const live: EmbedMode = { kind: 'live' };
const pinned = (release: number): EmbedMode => ({ kind: 'pinned', release });
const guarded = (release: number): EmbedMode => ({ kind: 'guarded', release });

/** The standing version of a row as a draft that changes it. */
async function edit(db: Database, kind: RowKind, id: string, change: Change, content: object): Promise<DraftRow> {
  const [standing] = await findOpenVersions(db, kind, [id]);
  if (!standing) throw new Error(`${kind} ${id} is gone`);
  const citations = standing.citations.map(({ sourceId, locator, quote, paraphrase, role }): CitationDraft => ({ sourceId, locator, quote, paraphrase, role }));
  const draft = { kind, id, change, changeNote: 'for the test', content: { ...standing.content, ...content }, citations: kind === 'source' ? [] : citations, expectedRevision: standing.revision };
  return draft as unknown as DraftRow;
}

describe.each(databases)('a frame on %s', (_name, factory) => {
  let open: OpenDatabase;
  let current = 2;

  beforeAll(async () => {
    open = await factory();
    opened.db = open.db;
    await loadStartingData(open.db, { editor: mintSystemEditor('starting data'), now: NOW });
  });
  afterAll(async () => {
    await open?.close();
  });

  const read = (mode: EmbedMode, slug = SLUG, view: Partial<View> = {}) => readEmbed({ current, slug, view: { ...DEFAULT_VIEW, ...view }, mode });
  const shown = async (mode: EmbedMode, slug = SLUG, view: Partial<View> = {}): Promise<FrameRead> => {
    const answer = await read(mode, slug, view);
    if (answer.state !== 'shown') throw new Error(`the frame shows ${answer.state}`);
    return answer;
  };
  const words = async (mode: EmbedMode, slug = SLUG, view: Partial<View> = {}) => printChanges((await shown(mode, slug, view)).changes);
  const publish = async (...rows: DraftRow[]) => {
    current = await publishRows(open.db, rows);
  };

  it('shows the newest release at first, with nothing to tell', async () => {
    for (const mode of [live, pinned(2), guarded(2)]) {
      expect(await shown(mode)).toMatchObject({ release: { number: 2 }, changes: [], stoppedBy: null, withdrawal: null, slug: SLUG });
    }
    expect((await shown(live)).correctedIn).toBe(2);
  });

  it('a release that changes nothing in the chart is no news', async () => {
    const before = JSON.stringify((await shown(pinned(2))).chart.model);
    await publish(await edit(open.db, 'claim', 'clashes-october-pakistan-own-forces-killed', 'correct', { low: 24, high: 24 }));
    expect(await words(pinned(2))).toBe('');
    expect((await shown(guarded(2))).release.number).toBe(3);
    expect(await words(pinned(2), 'clashes-october-2025')).toMatch(/, Pakistani forces killed 23 → 24 \(correction\)$/);
    expect(await shown(guarded(2), 'clashes-october-2025')).toMatchObject({ release: { number: 2 }, stoppedBy: 3 });
    expect(JSON.stringify((await shown(pinned(2))).chart.model)).toBe(before);
  });

  it('a new title alone is no news either', async () => {
    await publish(await edit(open.db, 'chart', SLUG, 'correct', { title: 'Deaths by quarter' }));
    expect(await words(pinned(2))).toBe('');
    expect(await shown(guarded(2))).toMatchObject({ release: { number: 4 }, stoppedBy: null });
    expect((await shown(pinned(2))).chart.model.title).not.toBe('Deaths by quarter');
  });

  it('after an update live and guarded move on, pinned says what changed', async () => {
    await publish(await edit(open.db, 'reading', 'crss-2025q2-violence-fatalities-all-v2', 'update', { value: 618 }));
    expect(await shown(live)).toMatchObject({ release: { number: 5 }, changes: [] });
    expect(await shown(guarded(2))).toMatchObject({ release: { number: 5 }, changes: [], stoppedBy: null });
    expect(await words(pinned(2))).toBe('Q2 2025 616 → 618 (update)');
    expect(await words(pinned(2), SLUG, { to: '2024-12-31' })).toBe('');
    expect(await words(pinned(2), SLUG, { asOf: '2025-07-10' })).toBe('');
  });

  it('after a correction guarded stops before it until it is given a newer guard', async () => {
    const before = JSON.stringify((await shown(guarded(2))).chart.model);
    await publish(await edit(open.db, 'reading', 'crss-2025q2-violence-fatalities-all-v2', 'correct', { value: 617 }));
    expect((await shown(live)).release.number).toBe(6);
    const stopped = await shown(guarded(2));
    expect(stopped).toMatchObject({ release: { number: 5 }, stoppedBy: 6 });
    expect(JSON.stringify(stopped.chart.model)).toBe(before);
    expect(printChanges(stopped.changes)).toBe('Q2 2025 618 → 617 (correction)');
    expect(await words(pinned(2))).toBe('Q2 2025 616 → 617 (correction)');
    expect(await words(pinned(6))).toBe('');
    expect(await shown(guarded(6))).toMatchObject({ release: { number: 6 }, stoppedBy: null });
    expect((await shown(live)).correctedIn).toBe(6);
    expect((await shown(pinned(5))).correctedIn).toBe(2);
  });

  it('a later update does not start a stopped frame again', async () => {
    await publish(await edit(open.db, 'reading', 'crss-2025q2-violence-fatalities-all-v2', 'update', { value: 620 }));
    expect(await shown(guarded(2))).toMatchObject({ release: { number: 5 }, stoppedBy: 6 });
    expect(await shown(guarded(6))).toMatchObject({ release: { number: 7 }, stoppedBy: null });
    expect(await words(pinned(2))).toBe('Q2 2025 616 → 620 (correction)');
    expect(await words(pinned(6))).toBe('Q2 2025 617 → 620 (update)');
  });

  it('a renamed chart is found by its former name and says its new one', async () => {
    await publish(await edit(open.db, 'chart', SLUG, 'update', { slug: 'deaths-by-quarter' }));
    for (const slug of [SLUG, 'deaths-by-quarter']) expect(await shown(live, slug)).toMatchObject({ slug: 'deaths-by-quarter', release: { number: 8 }, changes: [] });
    expect(await shown(pinned(2))).toMatchObject({ slug: 'deaths-by-quarter', release: { number: 2 } });
    expect((await shown(pinned(2), 'deaths-by-quarter')).chart.model.slug).toBe(SLUG);
  });

  it('a withdrawn chart says so; pinned and guarded frames keep their drawing', async () => {
    await publish(await edit(open.db, 'chart', SLUG, 'withdraw', {}));
    const withdrawal = { release: 9, note: 'for the test' };
    expect(await read(live)).toMatchObject({ state: 'withdrawn', slug: 'deaths-by-quarter', withdrawal });
    expect(await shown(pinned(8))).toMatchObject({ release: { number: 8 }, changes: [], withdrawal });
    expect(await shown(guarded(7))).toMatchObject({ release: { number: 8 }, stoppedBy: 9, withdrawal });
    expect(await read(pinned(9))).toMatchObject({ state: 'withdrawn' });
  });

  it('says what there is not', async () => {
    expect(await read(live, 'no-such-chart')).toEqual({ state: 'absent' });
    expect(await read(pinned(1), 'attacks-by-month')).toMatchObject({ state: 'not-yet', release: 1 });
    expect(await read(live, 'attacks-by-month', { series: ['crss-violence-fatalities'] })).toMatchObject({ state: 'strange-series' });
  });
});
