import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, OpenDatabase } from '@/db/client';
import { findOpenVersions } from '@/db/queries/find-versions';
import { verifyAudit } from '@/db/queries/verify-audit';
import type { ChartDefinition } from '@/domain/chart/definition';
import type { Content, DraftRow } from '@/domain/draft';
import type { RowKind } from '@/domain/release';
import { databases } from '../fixtures/databases';
import { contentsFor, draftOf, draftsOfEveryKind } from '../fixtures/ledger-rows';
import { answersOf } from '../fixtures/ledger-snapshot';
import { publishRows } from '../fixtures/ledger-steps';

const FURTHER_RELEASES = 100;
const AS_OF = '2025-10-15';

/** Numbers in [0, below), the same in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A chart of every kind over the rows of the prefix. */
function chartsOfEveryKind(prefix: string): DraftRow[] {
  const [series, crossing, incident] = [`${prefix}series`, `${prefix}crossing`, `${prefix}incident`];
  const span = { from: '2025-01-01', to: '2025-12-31' };
  const options: Pick<Content<ChartDefinition>, 'kind' | 'options'>[] = [
    { kind: 'year-to-date', options: { seriesId: series, years: [2024, 2025] } },
    { kind: 'closures', options: { crossingIds: [crossing], ...span, showAnnotations: true } },
    { kind: 'closed-days', options: { crossingIds: [crossing], lane: 'trade', periodKind: 'quarter', ...span } },
    { kind: 'claims', options: { incidentId: incident, measures: ['killed'] } },
    { kind: 'map', options: { crossingIds: [crossing], incidentIds: [incident] } },
  ];
  return options.map((chart, index) => draftOf(prefix, 'chart', { id: `${prefix}chart-${chart.kind}` }, { ...chart, slug: `${prefix}${chart.kind}`, position: index } as object));
}

/** What an edit may change in a row of each kind. */
const EDITS: { readonly [K in RowKind]: (word: string, value: number) => object } = {
  source: (word) => ({ title: word }),
  organisation: (word) => ({ shortName: word }),
  indicator: (word) => ({ definition: word }),
  series: (word) => ({ methodNote: word }),
  reading: (_word, value) => ({ value, knownFrom: value % 2 === 0 ? '2025-06-30' : '2025-11-30' }),
  crossing: (word) => ({ usedFor: word }),
  closure: (word) => ({ reason: word }),
  incident: (word) => ({ summary: word }),
  claim: (_word, value) => ({ low: value, high: value + 3 }),
  place: (word) => ({ name: word }),
  annotation: (word) => ({ label: word }),
  chart: (word) => ({ title: word }),
  sentence: (word) => ({ text: word }),
};

/** Nothing refers to rows of these kinds (the sentence names only the first of each), so they may be withdrawn. */
const LEAVES: readonly RowKind[] = ['annotation', 'sentence', 'reading'];

/** Edits that fit what stands: an update, a correction, a withdrawal or its undoing, and a new reading now and then. */
async function randomEdits(db: Database, prefix: string, round: number, random: (below: number) => number): Promise<DraftRow[]> {
  const drafts = new Map<string, DraftRow>();
  const kinds = Object.keys(EDITS) as RowKind[];
  for (let edit = 0; edit <= random(4); edit += 1) {
    const kind = kinds[random(kinds.length)] ?? 'reading';
    const id = `${prefix}${kind}`;
    const [standing] = await findOpenVersions(db, kind, [id]);
    if (!standing) throw new Error(`${id} is gone`);
    const change = LEAVES.includes(kind) && standing.change !== 'withdraw' && random(4) === 0 ? 'withdraw' : random(2) === 0 ? 'update' : 'correct';
    const content = change === 'withdraw' ? standing.content : { ...standing.content, ...EDITS[kind](`word ${round}`, random(900)) };
    drafts.set(id, draftOf(prefix, kind, { change, changeNote: `round ${round}`, expectedRevision: standing.revision }, content as object));
  }
  if (random(3) === 0) drafts.set(`new-${round}`, draftOf(prefix, 'reading', { id: `${prefix}reading-${round}` }, { value: random(900), knownFrom: '2026-01-01' }));
  return [...drafts.values()];
}

describe.each(databases)('what was published on %s', (_name, factory) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await factory();
  });
  afterAll(() => open.close());

  it(`is answered byte for byte the same after ${FURTHER_RELEASES} further random releases`, async () => {
    const { db } = open;
    const prefix = 'p-';
    expect(await publishRows(db, [...draftsOfEveryKind(prefix), ...chartsOfEveryKind(prefix)])).toBe(1);
    const answers = new Map([[1, await answersOf(db, 1, AS_OF)]]);
    expect(answers.get(1)).toContain(contentsFor(prefix).incident.title);
    const random = seeded(20251012);
    for (let round = 2; round <= FURTHER_RELEASES + 1; round += 1) {
      const release = await publishRows(db, await randomEdits(db, prefix, round, random));
      if (release % 10 === 0) answers.set(release, await answersOf(db, release, AS_OF));
    }
    for (const [release, answer] of answers) expect(await answersOf(db, release, AS_OF) === answer, `release ${release}`).toBe(true);
    expect(new Set(answers.values()).size).toBe(answers.size);
    expect(await verifyAudit(db)).toMatchObject({ isWhole: true });
  }, 600_000);
});
