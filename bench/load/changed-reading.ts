import type { Database } from '@/db/client';
import { findOpenVersions } from '@/db/queries/find-versions';
import type { DraftRowOf } from '@/domain/draft';

/** A draft that moves the value of a published reading by `difference` and keeps everything else, citations included. */
export async function changedReading(db: Database, id: string, difference: number): Promise<DraftRowOf<'reading'>> {
  const version = (await findOpenVersions(db, 'reading', [id])).find(({ publishedIn }) => publishedIn !== null);
  if (version?.kind !== 'reading') throw new Error(`${id} is not published`);
  // The kind says which content it is, which the type of a version does not.
  const content = version.content as DraftRowOf<'reading'>['content'];
  return {
    kind: 'reading', id, change: 'update', changeNote: null, expectedRevision: version.revision,
    content: { ...content, value: content.value === null ? null : Math.max(0, content.value + difference) },
    citations: version.citations.map(({ sourceId, locator, quote, paraphrase, role }) => ({ sourceId, locator, quote, paraphrase, role })),
  };
}
