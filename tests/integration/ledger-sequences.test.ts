import fc from 'fast-check';
import { like } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, OpenDatabase } from '@/db/client';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findReleases } from '@/db/queries/find-releases';
import { findRows, type CitedKind } from '@/db/queries/find-rows';
import { findSources } from '@/db/queries/find-sources';
import { verifyAudit } from '@/db/queries/verify-audit';
import { ledgerTable } from '@/db/schema/ledger-tables';
import { databases } from '../fixtures/databases';
import { loader } from '../fixtures/ledger-editors';
import type { LedgerModel, ModelVersion } from '../fixtures/ledger-model';
import { contentsFor, draftOf } from '../fixtures/ledger-rows';
import { BASE, playSequence, sequence } from '../fixtures/ledger-sequences';
import { NOW, publishRows } from '../fixtures/ledger-steps';

const SEQUENCES = 1_000;
const KINDS: readonly CitedKind[] = ['place', 'annotation', 'incident', 'closure'];

/** A row as readers see it, from the model; sources as they stand in the same release. */
function expectedRow({ draft, revision, publishedIn }: ModelVersion, standing: readonly ModelVersion[]): object {
  const { id, change, changeNote, content, citations } = draft;
  const status = change === 'withdraw' ? 'withdrawn' : 'current';
  const recorded = { id, ...content, revision, publishedIn, change, changeNote, status };
  if (draft.kind === 'source') return recorded;
  const sourceOf = (sourceId: string) => {
    const source = standing.find((version) => version.draft.id === sourceId)?.draft.content ?? contentsFor(BASE).source;
    return { id: sourceId, ...source };
  };
  return {
    ...recorded,
    citations: citations.map(({ sourceId, ...citation }) => ({ source: sourceOf(sourceId), ...citation, recordedBy: loader.name, recordedAt: NOW.toISOString() })),
  };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

async function rowsOf(db: Database, release: number, idPattern: string): Promise<{ id: string }[]> {
  const sources = (await findSources(db, release)).filter((source) => idPattern === '%' || source.id.startsWith(idPattern.slice(0, -1)));
  const rows: { id: string }[] = [...sources];
  for (const kind of KINDS) rows.push(...(await findRows(db, kind, release, { where: like(ledgerTable(kind).id, idPattern) })));
  return rows.sort(byId);
}

function expectedRows(models: readonly LedgerModel[], release: number): { id: string }[] {
  return models
    .flatMap((model) => {
      const standing = model.standing(release);
      return standing.map((version) => expectedRow(version, standing) as { id: string });
    })
    .sort(byId);
}

describe.each(databases)('random edits on %s', (_name, factory) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await factory();
  });
  afterAll(() => open.close());

  it(`${SEQUENCES} sequences answer as the model does, and every release holds what the model says`, async () => {
    const { db } = open;
    await publishRows(db, [draftOf(BASE, 'source'), draftOf(BASE, 'place', { citations: [] }), draftOf(BASE, 'crossing', { citations: [] })]);
    const models: LedgerModel[] = [];
    let number = 0;
    await fc.assert(fc.asyncProperty(sequence, async (steps) => {
      number += 1;
      const before = await findCurrentRelease(db);
      const model = await playSequence(db, steps, number, before);
      models.push(model);
      const now = await findCurrentRelease(db);
      for (let release = before + 1; release <= now; release += 1) {
        expect(await rowsOf(db, release, `seq${number}-%`)).toEqual(expectedRows([model], release));
      }
    }), { numRuns: SEQUENCES, seed: 20251012, endOnFailure: true });

    // What each release held when it was made it holds still, after all that came later.
    const current = await findCurrentRelease(db);
    const isBase = (row: { id: string }) => row.id.startsWith(BASE);
    for (const release of [0, 1, 2, Math.floor(current / 3), Math.floor(current / 2), current - 1, current]) {
      const rows = (await rowsOf(db, release, '%')).filter((row) => !isBase(row));
      expect(rows).toEqual(expectedRows(models, release));
    }
    const numbers = (await findReleases(db)).map((release) => release.number).reverse();
    expect(numbers).toEqual(Array.from({ length: current }, (_, index) => index + 1));
    expect(await verifyAudit(db)).toMatchObject({ isWhole: true });
    console.info(`${_name}: ${SEQUENCES} sequences made ${current} releases with ${models.flatMap((model) => model.published).length} row versions`);
  }, 900_000);
});
