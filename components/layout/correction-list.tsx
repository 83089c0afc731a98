import { citationLine } from '@/domain/citation';
import { labelDay } from '@/domain/period';
import type { Correction } from '@/domain/release';
import { CorrectionFields, withoutSlots } from './correction-fields';

interface CorrectionListProps {
  readonly corrections: readonly Correction[];
  readonly headingLevel: 2 | 3 | 4;
  readonly chartHref: (slug: string) => string;
  /** Where the release that corrected it is described; without it the release is only named. */
  readonly releaseHref?: (number: number) => string;
  /** Only what changed and why, for a page that is about something else. */
  readonly isBrief?: boolean;
}

/** Each correction: what was wrong, what is right, why, which charts showed it, and who says so. */
export function CorrectionList({ corrections, headingLevel, chartHref, releaseHref, isBrief = false }: CorrectionListProps) {
  if (corrections.length === 0) return <p className="text-muted">Nothing published so far had to be corrected.</p>;
  const Heading = `h${headingLevel}` as const;
  return (
    <ol className={isBrief ? 'space-y-5' : 'space-y-10'}>
      {corrections.map((correction) => (
        <li key={`${correction.release}-${correction.kind}-${correction.id}`} className="border-s-2 border-accent ps-4">
          <Heading className={isBrief ? 'text-base leading-snug' : 'text-xl leading-snug'}>{withoutSlots(correction.title)}</Heading>
          <p className="text-sm text-muted">
            {correction.change === 'withdraw' ? 'Withdrawn' : 'Corrected'} in{' '}
            {releaseHref ? <a href={releaseHref(correction.release)}>release {correction.release}</a> : `release ${correction.release}`},{' '}
            <time dateTime={correction.publishedAt}>{labelDay(correction.publishedAt.slice(0, 10))}</time>
          </p>
          {!isBrief && <CorrectionFields fields={correction.fields} />}
          <p className={isBrief ? 'mt-1 text-[0.9375rem]' : 'mt-3 max-w-prose font-serif text-lg leading-relaxed'}>{correction.note}</p>
          {!isBrief && <ShownIn slugs={correction.charts} chartHref={chartHref} />}
          {!isBrief && <SaidBy citations={correction.citations} />}
        </li>
      ))}
    </ol>
  );
}

function ShownIn({ slugs, chartHref }: { slugs: readonly string[]; chartHref: (slug: string) => string }) {
  if (slugs.length === 0) return null;
  return (
    <p className="mt-3 text-sm text-muted">
      Charts:{' '}
      {slugs.map((slug, position) => (
        <span key={slug}>{position > 0 && ', '}<a href={chartHref(slug)}>{slug.replaceAll('-', ' ')}</a></span>
      ))}
    </p>
  );
}

function SaidBy({ citations }: Pick<Correction, 'citations'>) {
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
