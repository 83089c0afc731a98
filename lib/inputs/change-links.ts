import type { PublishedChange } from '@/domain/release';
import { rowAnchor } from '@/domain/source-row';
import { type Kept, writeAddress } from './address';

// A changed row is found, with the words it rests on, on the page of its source: as it was in the release before, and as the
// change left it. A later release may have changed or withdrawn it again, so that an earlier change leads to its own release.

interface Shown {
  readonly theme: 'light' | 'dark' | null;
  /** The release that tells of the change. */
  readonly release: number;
  /** What links keep; without more than a number they are English. */
  readonly pin: Kept | number | null;
}

type Told = Pick<PublishedChange, 'kind' | 'id' | 'release' | 'citations' | 'sourceBefore'>;

/** Public addresses, each with the anchor of the row; null where the row has no source, or did not exist before. */
export function changeLinks(change: Told, { theme, release, pin }: Shown): { readonly before: string | null; readonly after: string | null } {
  const source = change.citations[0]?.source.id;
  const kept = typeof pin === 'object' && pin !== null ? pin : { release: pin, language: 'en' as const, digits: null };
  const linkTo = (id: string, pinned: number | null) => `${writeAddress(`/sources/${id}`, { theme }, { ...kept, release: pinned })}#${rowAnchor(change)}`;
  return {
    before: change.sourceBefore === null ? null : linkTo(change.sourceBefore, change.release - 1),
    after: source === undefined ? null : linkTo(source, change.release < release ? change.release : kept.release),
  };
}
