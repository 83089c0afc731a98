import { citationLine } from '@/domain/citation';
import { labelDay } from '@/domain/period';
import type { Correction } from '@/domain/release';

interface CorrectionListProps {
  readonly corrections: readonly Correction[];
  readonly headingLevel: 2 | 3 | 4;
  readonly chartHref: (slug: string) => string;
  /** Where the release that corrected it is described, or null to leave it out. */
  readonly releaseHref?: (number: number) => string;
}

/** Each correction: what was wrong, what is right, why, which charts showed it, and who says so. */
export function CorrectionList({ corrections, headingLevel, chartHref, releaseHref }: CorrectionListProps) {
  if (corrections.length === 0) return <p className="text-muted">Nothing published so far had to be corrected.</p>;
  const Heading = `h${headingLevel}` as const;
  return (
    <ol className="space-y-8">
      {corrections.map((correction) => (
        <li key={`${correction.release}-${correction.kind}-${correction.id}`} id={`${correction.kind}-${correction.id}-in-${correction.release}`} className="border-s-2 border-accent ps-4">
          <Heading className="text-lg leading-snug">{correction.title}</Heading>
          <p className="text-sm text-muted">
            {correction.change === 'withdraw' ? 'Withdrawn' : 'Corrected'} in{' '}
            {releaseHref ? <a href={releaseHref(correction.release)}>release {correction.release}</a> : `release ${correction.release}`},{' '}
            <time dateTime={correction.publishedAt}>{labelDay(correction.publishedAt.slice(0, 10))}</time>
          </p>
          <dl className="mt-2 space-y-2 text-sm">
            {correction.fields.map((field) => (
              <div key={field.name}>
                <dt className="text-muted">{field.name}</dt>
                <dd className="[overflow-wrap:anywhere]">
                  <del className="text-muted decoration-accent"><span className="sr-only">was: </span>{field.before === '' ? 'nothing' : field.before}</del>
                  <span aria-hidden="true"> → </span>
                  <ins className="font-medium no-underline"><span className="sr-only">is now: </span>{field.after === '' ? 'nothing' : field.after}</ins>
                </dd>
              </div>
            ))}
          </dl>
          <p className="mt-2 max-w-prose text-[0.9375rem]">{correction.note}</p>
          {correction.charts.length > 0 && (
            <p className="mt-2 text-sm text-muted">
              Shown in{' '}
              {correction.charts.map((slug, position) => (
                <span key={slug}>{position > 0 && ', '}<a href={chartHref(slug)}>{slug.replaceAll('-', ' ')}</a></span>
              ))}
            </p>
          )}
          {correction.citations.length > 0 && (
            <ul className="mt-2 space-y-1 text-sm text-muted">
              {correction.citations.map((citation, position) => (
                <li key={position}>
                  {citation.source.url ? <a href={citation.source.url} rel="external">{citationLine(citation)}</a> : citationLine(citation)}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
