import type { PublishedChange } from '@/domain/release';
import { rowAnchor } from '@/domain/source-row';
import { writeAddress } from './address';

// A changed row is found, with the words it rests on, on the page of its source: as it was in the release before, and as it is.

interface Shown {
  readonly theme: 'light' | 'dark' | null;
  /** The release that links are pinned to, or null. */
  readonly pin: number | null;
}

export function changeLinks(change: Pick<PublishedChange, 'kind' | 'id' | 'release' | 'citations' | 'sourceBefore'>, { theme, pin }: Shown): { readonly before: string | null; readonly after: string | null } {
  const source = change.citations[0]?.source.id;
  const anchor = `#${rowAnchor(change)}`;
  return {
    before: change.sourceBefore === null ? null : `${writeAddress(`/sources/${change.sourceBefore}`, { theme }, change.release - 1)}${anchor}`,
    after: source === undefined ? null : `${writeAddress(`/sources/${source}`, { theme }, pin)}${anchor}`,
  };
}
