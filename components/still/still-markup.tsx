'use client';

import { keptMarkup } from './kept-markup';
import { pickUp } from './shelf';

/** On the server the piece itself; in the browser whatever the server wrote, which React neither compares nor touches. */
export function StillMarkup({ name }: { readonly name: string }) {
  if (typeof window === 'undefined') return <div className="still" data-still={name}>{pickUp(name)}</div>;
  return <div className="still" data-still={name} suppressHydrationWarning dangerouslySetInnerHTML={keptMarkup(name)} />;
}
