import { existsSync, readFileSync } from 'node:fs';
import type { DraftRow } from '../../domain/draft';
import type { RowKind } from '../../domain/release';

// The starting data as they lie beside this file: one folder a release, one file a kind, one row a line.

/** The file of each kind, in the order in which rows are shown to an editor. */
export const SEED_FILES: Readonly<Record<RowKind, string>> = {
  organisation: 'organisations.json', source: 'sources.json', indicator: 'indicators.json', series: 'series.json', crossing: 'crossings.json',
  place: 'places.json', incident: 'incidents.json', reading: 'readings.json', closure: 'closures.json', claim: 'claims.json',
  annotation: 'annotations.json', chart: 'charts.json', sentence: 'sentences.json',
};
export const SEED_KINDS = Object.keys(SEED_FILES) as RowKind[];
export const SEED_RELEASES: readonly number[] = [1, 2];

/** A file as parsed, not yet believed: `scripts/check-seed.ts` holds every row against its schema. */
export interface SeedFile {
  readonly release: number;
  readonly kind: RowKind;
  /** Relative to db/seed. */
  readonly path: string;
  readonly rows: unknown;
}

export interface SeedRelease {
  readonly number: number;
  readonly title: string;
  readonly note: string;
  readonly rows: readonly DraftRow[];
}

/** A row of the data set that is not simply a row of its own in the ledger; `ledgerId` is null only where it was left out. */
export interface ReportEntry {
  readonly dataset: string;
  readonly row: string;
  readonly kind: RowKind;
  readonly ledgerId: string | null;
  readonly outcome: 'same-statement' | 'adjusted' | 'not-linked' | 'left-out';
  readonly reason: string;
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** Every file of a release that exists; a kind without rows has none. Throws where a file is not JSON. */
export function readSeedFiles(release: number): SeedFile[] {
  return SEED_KINDS.flatMap((kind) => {
    const path = `release-${release}/${SEED_FILES[kind]}`;
    return existsSync(new URL(path, import.meta.url)) ? [{ release, kind, path, rows: read(path) }] : [];
  });
}

export function readSeedHead(release: number): unknown {
  return read(`release-${release}/release.json`);
}

/** A release as the ledger takes it. The files are checked when they change, not each time they are loaded; the ledger checks once more. */
export function readSeedRelease(number: number): SeedRelease {
  const { title, note } = readSeedHead(number) as Pick<SeedRelease, 'title' | 'note'>;
  const rows = readSeedFiles(number).flatMap(({ kind, rows: lines }) => (lines as Omit<DraftRow, 'kind'>[]).map((row) => ({ ...row, kind }) as DraftRow));
  return { number, title, note, rows };
}

export function readSeedReport(): ReportEntry[] {
  return read('report.json') as ReportEntry[];
}
