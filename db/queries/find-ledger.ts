import type { LedgerRows } from '../../domain/package/rows';
import type { Database } from '../client';
import { findCorrections } from './find-corrections';
import { findReleases } from './find-releases';
import { findReadings } from './find-readings';
import { findRows } from './find-rows';
import { findSources } from './find-sources';

/** Every row that stands in a release, by kind, withdrawn ones with their status; null while nothing is published. */
export async function findLedger(db: Database, number: number): Promise<LedgerRows | null> {
  const releases = (await findReleases(db, number)).filter((published) => published.number <= number);
  const release = releases.find((published) => published.number === number);
  if (release === undefined) return null;
  return {
    release, releases,
    corrections: await findCorrections(db, number),
    organisations: await findRows(db, 'organisation', number),
    sources: await findSources(db, number),
    indicators: await findRows(db, 'indicator', number),
    series: await findRows(db, 'series', number),
    readings: await findReadings(db, { release: number }),
    crossings: await findRows(db, 'crossing', number),
    closures: await findRows(db, 'closure', number),
    incidents: await findRows(db, 'incident', number),
    claims: await findRows(db, 'claim', number),
    places: await findRows(db, 'place', number),
    annotations: await findRows(db, 'annotation', number),
    charts: await findRows(db, 'chart', number),
    sentences: await findRows(db, 'sentence', number),
  };
}
