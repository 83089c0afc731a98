import { labelDay } from '@/domain/period';
import type { View } from '@/lib/inputs/view';

/** `As known on 10 Jul 2025, published in release 1` */
export function ClockWords({ view, release, hasVintage }: { readonly view: View; readonly release: number; readonly hasVintage: boolean }) {
  return (
    <>
      {hasVintage && <>{view.asOf === null ? 'All that is known' : <>As known on <b>{labelDay(view.asOf)}</b></>}, </>}
      {view.pinned ? <>{hasVintage ? '' : 'As '}published in <b>release {release}</b></> : <>{hasVintage ? 'newest' : 'Newest'} release ({release})</>}
    </>
  );
}
