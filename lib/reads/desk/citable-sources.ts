import 'server-only';
import type { Database } from '@/db/client';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findDraftsOf } from '@/db/queries/find-versions';
import type { Source } from '@/domain/citation';
import type { RowContents } from '@/domain/draft';
import { readSourcesOf } from './of-release';

export type CitableSource = Pick<Source, 'id' | 'title' | 'publisher' | 'publishedOn'>;

/** The documents a row of the changeset may cite: what is published and not withdrawn, and what the changeset itself drafts; newest first. */
export async function readCitableSources(db: Database, changesetId: string): Promise<CitableSource[]> {
  const drafts = await findDraftsOf(db, changesetId, ['source']);
  const release = await findCurrentRelease(db);
  const published = release === 0 ? [] : await readSourcesOf(db, release);
  const known = new Map<string, CitableSource>();
  for (const source of published) if (source.status === 'current') known.set(source.id, pick(source.id, source));
  for (const { id, change, content } of drafts) {
    if (change === 'withdraw') known.delete(id);
    // A draft of the kind `source` holds a source's content.
    else known.set(id, pick(id, content as RowContents['source']));
  }
  return [...known.values()].sort((a, b) => compare(b.publishedOn ?? '', a.publishedOn ?? '') || compare(a.id, b.id));
}

function pick(id: string, { title, publisher, publishedOn }: RowContents['source']): CitableSource {
  return { id, title, publisher, publishedOn };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
