import { chartsFedBy } from '../../domain/correction';
import { ROW_KINDS } from '../../domain/release';
import type { Database } from '../client';
import { toContent, type StandingRow } from '../ledger-rows';
import { findChartGrounds } from './find-chart-grounds';
import { standingRows } from './find-rows';

/** For each chart, incident and source of a release the release that last changed it or a row shown with it. */
export interface LastChanges {
  /** By slug. */
  readonly charts: ReadonlyMap<string, number>;
  readonly incidents: ReadonlyMap<string, number>;
  readonly sources: ReadonlyMap<string, number>;
  /** Of any closure or crossing. */
  readonly closures: number;
}

export async function findLastChanges(db: Database, release: number): Promise<LastChanges> {
  const grounds = await findChartGrounds(db, release);
  const charts = new Map<string, number>();
  const incidents = new Map<string, number>();
  const sources = new Map<string, number>();
  let closuresChanged = 0;
  for (const kind of ROW_KINDS) {
    for (const row of (await standingRows(db, kind, release, {})) as StandingRow[]) {
      const number = row.publishedIn ?? 0;
      const content = toContent(kind, row);
      for (const slug of chartsFedBy(kind, row.id, content, grounds)) raise(charts, slug, number);
      if (kind === 'incident') raise(incidents, row.id, number);
      if (kind === 'claim') raise(incidents, String(row.incidentId), number);
      if (kind === 'source') raise(sources, row.id, number);
      if (kind === 'closure' || kind === 'crossing') closuresChanged = Math.max(closuresChanged, number);
    }
  }
  return { charts, incidents, sources, closures: closuresChanged };
}

function raise(known: Map<string, number>, name: string, number: number): void {
  known.set(name, Math.max(known.get(name) ?? 0, number));
}
