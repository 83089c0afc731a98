import 'server-only';
import type { Database } from '@/db/client';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findRows } from '@/db/queries/find-rows';
import { findSeriesReach } from '@/db/queries/find-series-reach';
import { findDrafts } from '@/db/queries/find-versions';
import { printClaim } from '@/domain/claim-figure';
import type { BuilderStock } from '@/domain/chart/builder-stock';
import type { RowContents } from '@/domain/draft';
import { labelDay } from '@/domain/period';
import type { RowKind } from '@/domain/release';
import { ofRelease, readNamesOf } from './of-release';

type Row<K extends RowKind> = RowContents[K] & { readonly id: string };


/** What charts and sentences can be made of: the current release with the changeset's own drafts over it. */
export async function readBuilderStock(db: Database, changesetId: string): Promise<BuilderStock> {
  const drafts = await findDrafts(db, changesetId);
  const release = await findCurrentRelease(db);
  const [names, closures, sentences, reach] = await Promise.all([
    readNamesOf(db, release), ofRelease(db, release, 'closures', () => findRows(db, 'closure', release)), ofRelease(db, release, 'sentences', () => findRows(db, 'sentence', release)),
    ofRelease(db, release, 'reach', () => findSeriesReach(db, release)),
  ]);
  const readings = drafts.filter(({ kind }) => kind === 'reading');
  const over = <K extends RowKind>(kind: K, published: readonly Row<K>[]): readonly Row<K>[] => {
    const rows = new Map(published.map((row) => [row.id, row]));
    for (const draft of drafts) {
      if (draft.kind !== kind) continue;
      if (draft.change === 'withdraw') rows.delete(draft.id);
      // A draft of a kind has the content of that kind.
      else rows.set(draft.id, { ...(draft.content as RowContents[K]), id: draft.id });
    }
    return [...rows.values()];
  };
  const standing = <T extends { readonly status: string }>(rows: readonly T[]) => rows.filter(({ status }) => status === 'current');
  const claims = over('claim', names.claims);
  return {
    organisations: over('organisation', names.organisations).map(({ id, name, shortName }) => ({ id, name, shortName })),
    indicators: over('indicator', names.indicators),
    series: over('series', names.series),
    reach: [...reach, ...readings.flatMap(({ content }) => {
      const { seriesId, period, value } = content as RowContents['reading'];
      return value === null ? [] : [{ seriesId, periodKind: period.kind, readings: 1, first: period.start, last: period.end }];
    })],
    crossings: over('crossing', names.crossings).map(({ id, name }) => ({ id, name })),
    incidents: over('incident', names.incidents).map(({ id, title, start }) => ({
      id, title, start, measures: [...new Set(claims.filter(({ incidentId }) => incidentId === id).map(({ measure }) => measure))],
    })).toSorted((a, b) => (a.start < b.start ? 1 : -1)),
    claims: claims.map((claim) => ({ id: claim.id, incidentId: claim.incidentId, label: `${claim.claimantAs} on ${claim.lossesOfName}, ${claim.measureNote ?? claim.measure}: ${printClaim(claim)}` })),
    closures: over('closure', standing(closures)).map(({ id, crossingId, lane, start, end, endState }) => ({
      id, crossingId, lane, start, label: `${lane === 'all' ? 'all lanes' : lane}, from ${labelDay(start)}${end === null ? `, ${endState === 'ongoing' ? 'still shut' : 'end unknown'}` : ` to ${labelDay(end)}`}`,
    })).toSorted((a, b) => (a.start < b.start ? 1 : -1)),
    charts: over('chart', names.charts).map(({ id, slug, title, kind, position }) => ({ id, slug, title, kind, position })).toSorted((a, b) => a.position - b.position),
    sentences: over('sentence', standing(sentences)).map(({ id, text, placement, position }) => ({ id, text, placement, position })).toSorted((a, b) => a.position - b.position),
  };
}
