import { matchAddress, writeAddress } from '@/lib/inputs/address';
import type { FullWords } from '@/lib/make-words';
import { joinLanguage } from '@/lib/inputs/language-path';
import { pinOf } from '@/lib/inputs/site-links';
import type { View, ViewParameter } from '@/lib/inputs/view';
import { AsOfFields, KeptFields } from './as-of-fields';
import { ClockWords } from './clock-words';
import { ViewBar } from './view-bar';

interface AsOfControlProps {
  /** The public path of the page, `/closures`. */
  readonly action: string;
  readonly view: View;
  /** The release shown. */
  readonly release: number;
  /** The parameters that the page uses, by default those of its address; all but day and release are kept as they are. */
  readonly uses?: readonly ViewParameter[];
  readonly words: FullWords;
}

const CLOCKS: readonly ViewParameter[] = ['asof', 'release'];

/** Which day and release a page speaks of, in one line that unfolds into a form to ask for another. Works without JavaScript. */
export function AsOfControl({ action, view, release, uses = matchAddress(action)?.uses ?? [], words }: AsOfControlProps) {
  const hasVintage = uses.includes('asof');
  const isFixed = view.pinned || (hasVintage && view.asOf !== null);
  return (
    <ViewBar
      action={joinLanguage(view.language, action)}
      says={<ClockWords view={view} release={release} hasVintage={hasVintage} words={words} />}
      offer={words.say(hasVintage ? 'view.offer.dayRelease' : 'view.offer.release')}
      reset={isFixed ? { label: words.say('view.reset.newest'), href: writeAddress(action, { ...view, asOf: null }, null) } : null}
      isFixed={isFixed}
      words={words}
      releasesHref={writeAddress('/releases', { theme: view.theme }, { ...pinOf(view, release), release: null })}
    >
      <AsOfFields view={view} release={release} uses={uses} words={words} />
      <KeptFields view={view} names={[...uses.filter((name) => !CLOCKS.includes(name)), 'digits']} />
    </ViewBar>
  );
}
