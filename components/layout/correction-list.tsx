import { citationLine } from '@/domain/citation';
import { labelDay } from '@/domain/period';
import type { PublishedChange } from '@/domain/release';
import { CorrectionFields, withoutSlots } from './correction-fields';

interface CorrectionListProps {
  readonly corrections: readonly PublishedChange[];
  readonly headingLevel: 2 | 3 | 4;
  readonly chartHref: (slug: string) => string;
  /** Titles of the charts by slug; a chart without one is named by its slug. */
  readonly chartTitles?: ReadonlyMap<string, string>;
  /** Where the row stood before and stands after the change, with its source; without it the values lead nowhere. */
  readonly rowHrefs?: (change: PublishedChange) => { readonly before: string | null; readonly after: string | null };
  /** Where the release that corrected it is described; without it the release is only named. */
  readonly releaseHref?: (number: number) => string;
  /** Only what changed and why, for a page that is about something else. */
  readonly isBrief?: boolean;
}

const DONE: Readonly<Record<PublishedChange['change'], string>> = { add: 'Added', update: 'Updated', correct: 'Corrected', withdraw: 'Withdrawn' };

/** The element id of a change, and so the end of its address on the page of corrections. */
export function changeAnchor({ release, kind, id }: Pick<PublishedChange, 'release' | 'kind' | 'id'>): string {
  return `r${release}-${kind}-${id}`;
}

/** Each correction: what was wrong, what is right, why, which charts showed it, and who says so. */
export function CorrectionList({ corrections, headingLevel, chartHref, chartTitles, rowHrefs, releaseHref, isBrief = false }: CorrectionListProps) {
  if (corrections.length === 0) return <p className="text-muted">Nothing published so far had to be corrected.</p>;
  const Heading = `h${headingLevel}` as const;
  return (
    <ol className={isBrief ? 'space-y-5' : 'space-y-10'}>
      {corrections.map((correction) => (
        <li key={changeAnchor(correction)} id={isBrief ? undefined : changeAnchor(correction)} className="border-s-2 border-accent ps-4 target:bg-accent-wash">
          <Heading className={isBrief ? 'text-base leading-snug' : 'text-xl leading-snug'}>{withoutSlots(correction.title)}</Heading>
          <p className="text-sm text-muted">
            {DONE[correction.change]} in{' '}
            {releaseHref ? <a href={releaseHref(correction.release)}>release {correction.release}</a> : `release ${correction.release}`},{' '}
            <time dateTime={correction.publishedAt}>{labelDay(correction.publishedAt.slice(0, 10))}</time>
          </p>
          {!isBrief && <CorrectionFields fields={correction.fields} hrefs={rowHrefs?.(correction)} />}
          {correction.note !== '' && <p className={isBrief ? 'mt-1 text-[0.9375rem]' : 'mt-3 max-w-prose font-serif text-lg leading-relaxed'}>{correction.note}</p>}
          {!isBrief && <ShownIn slugs={correction.charts} chartHref={chartHref} chartTitles={chartTitles} />}
          {!isBrief && <SaidBy citations={correction.citations} />}
        </li>
      ))}
    </ol>
  );
}

function ShownIn({ slugs, chartHref, chartTitles }: { slugs: readonly string[] } & Pick<CorrectionListProps, 'chartHref' | 'chartTitles'>) {
  if (slugs.length === 0) return null;
  return (
    <p className="mt-3 text-sm text-muted">
      {slugs.length === 1 ? 'Chart it touched' : 'Charts it touched'}:{' '}
      {slugs.map((slug, position) => (
        <span key={slug}>{position > 0 && ', '}<a href={chartHref(slug)} className="inline-block py-0.5">{chartTitles?.get(slug) ?? slug.replaceAll('-', ' ')}</a></span>
      ))}
    </p>
  );
}

function SaidBy({ citations }: Pick<PublishedChange, 'citations'>) {
  if (citations.length === 0) return null;
  return (
    <ul className="mt-3 space-y-1 border-t border-rule pt-2 text-sm text-muted">
      {citations.map((citation, position) => (
        <li key={position} className="[overflow-wrap:anywhere]">
          {citation.source.url ? <a href={citation.source.url} rel="noreferrer external">{citationLine(citation)}</a> : citationLine(citation)}
        </li>
      ))}
    </ul>
  );
}
