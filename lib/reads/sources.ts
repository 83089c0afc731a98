import 'server-only';
import { cache } from 'react';
import { findSources } from '@/db/queries/find-sources';
import type { Source } from '@/domain/citation';
import { ledgerAt } from './ledger';

export interface PublisherShelf {
  readonly publisher: string;
  readonly sources: readonly Source[];
}

/** The documents of a release by publisher, each shelf newest first. */
export const readSources = cache(async (release: number): Promise<readonly PublisherShelf[]> => {
  const sources = await findSources(await ledgerAt(release), release);
  const shelves = new Map<string, Source[]>();
  for (const source of sources) shelves.set(source.publisher, [...(shelves.get(source.publisher) ?? []), source]);
  return [...shelves]
    .map(([publisher, shelf]) => ({ publisher, sources: shelf.toSorted((a, b) => (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '')) }))
    .toSorted((a, b) => a.publisher.localeCompare(b.publisher, 'en'));
});
