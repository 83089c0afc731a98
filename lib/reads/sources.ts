import 'server-only';
import { cache } from 'react';
import { countSourceRows } from '@/db/queries/count-source-rows';
import { findSourceRows } from '@/db/queries/find-source-rows';
import { countShelf, findSource, findSources, type RecordedSource } from '@/db/queries/find-sources';
import type { SourceRow } from '@/domain/source-row';
import { ledgerAt } from './ledger';

/** A document and how many rows of the release were taken from it. */
export type ListedSource = RecordedSource & { readonly rows: number };

export interface PublisherShelf {
  readonly publisher: string;
  readonly sources: readonly ListedSource[];
}

/** The documents of a release by publisher, each shelf newest first. */
export const readSources = cache(async (release: number): Promise<readonly PublisherShelf[]> => {
  const db = await ledgerAt(release);
  const [sources, counts] = [await findSources(db, release), await countSourceRows(db, release)];
  const shelves = new Map<string, ListedSource[]>();
  for (const source of sources) shelves.set(source.publisher, [...(shelves.get(source.publisher) ?? []), { ...source, rows: counts.get(source.id) ?? 0 }]);
  return [...shelves]
    .map(([publisher, shelf]) => ({ publisher, sources: shelf.toSorted((a, b) => (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '')) }))
    .toSorted((a, b) => a.publisher.localeCompare(b.publisher, 'en'));
});

export interface SourceRead {
  readonly source: RecordedSource;
  readonly rows: readonly SourceRow[];
  /** How many documents of the same publisher the release has, this one among them. */
  readonly shelf: number;
}

/** One document with every row taken from it, or null when the release does not have it. */
export const readSource = cache(async (release: number, id: string): Promise<SourceRead | null> => {
  const db = await ledgerAt(release);
  const source = await findSource(db, release, id);
  if (source === null) return null;
  return { source, rows: await findSourceRows(db, release, id), shelf: await countShelf(db, release, source.publisher) };
});
