import type { Lens } from '@/domain/claim';
import { LensSign } from './lens-sign';

interface LensLinksProps {
  readonly lens: Lens;
  /** The address of the same page through each lens. */
  readonly hrefs: Readonly<Record<Lens, string>>;
  /** How many claims each lens shows; left out where nobody counted. */
  readonly counts?: Readonly<Record<Lens, number>>;
}

const WORDS: readonly (readonly [lens: Lens, words: string])[] = [
  ['all', 'Everybody'], ['pakistan', 'Pakistan says'], ['taliban', 'The Taliban say'], ['independent', 'Independent'],
];

/** Whose account the page tells. Plain links: chart, table, sums, sentences and files of the page they lead to all follow. */
export function LensLinks({ lens, hrefs, counts }: LensLinksProps) {
  return (
    <nav aria-label="Whose account" className="lens-links">
      {WORDS.map(([name, words]) => (
        <a key={name} href={hrefs[name]} aria-current={name === lens ? 'true' : undefined}>
          {name !== 'all' && <LensSign lens={name} />}
          {words}
          {counts !== undefined && <span className="lens-count">{counts[name]}<span className="sr-only"> {counts[name] === 1 ? 'claim' : 'claims'}</span></span>}
        </a>
      ))}
    </nav>
  );
}
