import 'server-only';
import { cache } from 'react';
import { findChangeset, type Changeset } from '@/db/queries/find-changesets';
import { findOpenPreviewLink, type PreviewLink } from '@/db/queries/find-preview-links';
import { findPublishedAs } from '@/db/queries/find-published-as';
import { findWaitingSchedule } from '@/db/queries/find-schedules';
import { getDatabase } from '@/db/client';
import { draftNote } from '@/domain/review/note-draft';
import type { Release } from '@/domain/release';
import { previewTokenHash } from './preview-token';
import { readReview, type Review } from './review';

/** The release as it will be, for whoever holds the link. */
export interface PreviewSite {
  readonly link: PreviewLink;
  readonly changeset: Changeset;
  /** The words of the set time where there is one; else what stands so far, which may still change. */
  readonly title: string;
  readonly note: string;
  readonly dueAt: string | null;
  readonly seen: NonNullable<Review['seen']>;
}

export type Previewed =
  | { readonly state: 'open'; readonly site: PreviewSite }
  | { readonly state: 'published'; readonly release: Release }
  /** Nothing is drafted, or what is cannot be laid over what stands. */
  | { readonly state: 'nothing' };

/** What a token opens now, or null where it opens nothing (any more). Once a request. */
export const readPreviewSite = cache(async (token: string): Promise<Previewed | null> => {
  const tokenHash = previewTokenHash(token);
  if (tokenHash === null) return null;
  const [db, now] = [await getDatabase(), new Date()];
  const link = await findOpenPreviewLink(db, tokenHash, now);
  if (link === null) return null;
  const found = await readReview(db, link.changesetId, now);
  if (found === null) {
    const changeset = await findChangeset(db, link.changesetId);
    const release = changeset?.state === 'published' ? await findPublishedAs(db, link.changesetId) : null;
    return release === null ? { state: 'nothing' } : { state: 'published', release };
  }
  const { changeset, review } = found;
  if (review.seen === null) return { state: 'nothing' };
  const schedule = await findWaitingSchedule(db, link.changesetId);
  const words = schedule ?? { title: changeset.name, note: draftNote(review.seen.changes) };
  return {
    state: 'open',
    site: { link, changeset, title: words.title, note: words.note, dueAt: schedule?.dueAt ?? null, seen: review.seen },
  };
});
