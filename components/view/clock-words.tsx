import type { ReactNode } from 'react';
import { labelDay } from '@/domain/period';
import type { View } from '@/lib/inputs/view';
import type { FullWords } from '@/lib/make-words';

interface ClockWordsProps {
  readonly view: View;
  readonly release: number;
  readonly hasVintage: boolean;
  readonly words: FullWords;
}

/** `As known on 10 Jul 2025, published in release 1` */
export function ClockWords({ view, release, hasVintage, words }: ClockWordsProps) {
  const values = {
    release: words.ordinal(release),
    day: view.asOf === null ? '' : labelDay(view.asOf),
    strong: (text: ReactNode[]) => <b key={String(text[0])}>{text}</b>,
  };
  if (!hasVintage) return words.compose(view.pinned ? 'view.clock.pinnedOnly' : 'view.clock.newestOnly', values);
  if (view.asOf === null) return words.compose(view.pinned ? 'view.clock.pinned' : 'view.clock.newest', values);
  return words.compose(view.pinned ? 'view.clock.knownPinned' : 'view.clock.known', values);
}
