import { hostOf, titleLanguage, type Citation, type Source } from '@/domain/citation';
import { labelDay } from '@/domain/period';

/** The date as exact as the source shows it. */
function publishedLabel({ publishedOn, publishedPrecision }: Source): string {
  if (publishedOn === null || publishedPrecision === 'unknown') return 'undated';
  if (publishedPrecision === 'year') return publishedOn.slice(0, 4);
  const day = labelDay(publishedOn);
  return publishedPrecision === 'month' ? day.replace(/^\d+ /, '') : day;
}

function SourceLink({ source }: { source: Source }) {
  const host = source.url === null ? null : hostOf(source.url);
  if (source.url === null || host === null) return source.linkNote === null ? null : <span className="source-nolink">{source.linkNote}</span>;
  return (
    <>
      <a href={source.url} rel="noreferrer external">{source.urlIsCopy ? `read at ${host}` : host}</a>
      {source.archiveUrl !== null && <>{' · '}<a href={source.archiveUrl} rel="noreferrer external">archived copy</a></>}
    </>
  );
}

/**
 * Numbered sources. Item n has the id `${idPrefix}-source-${n}`, so that every mark and every number of a table can lead to it.
 * `indexes` picks some of the citations and keeps their numbers.
 */
export function CitationList({ citations, idPrefix, indexes }: { citations: readonly Citation[]; idPrefix: string; indexes?: readonly number[] }) {
  const shown = indexes ?? citations.map((_, index) => index);
  return (
    <ol className="citations">
      {shown.map((index) => {
        const citation = citations[index];
        if (citation === undefined) return null;
        const { source, locator, quote, paraphrase, role, recordedBy, recordedAt } = citation;
        return (
          <li key={index} id={`${idPrefix}-source-${index + 1}`} value={index + 1} tabIndex={-1}>
            <span className="citation-number" aria-hidden="true">{index + 1}</span>
            <div>
              <p className="citation-head">
                <b>{source.publisher}</b>, {publishedLabel(source)}{role === 'rival' && <span className="citation-role">gives another date</span>}
              </p>
              <p className="citation-title" lang={titleLanguage(source)} dir="auto">{source.title}</p>
              {quote !== null && <blockquote lang={source.language} dir="auto">{quote}</blockquote>}
              {quote === null && paraphrase !== null && <p className="citation-paraphrase">{paraphrase}</p>}
              <p className="citation-more">
                {locator !== null && <span>{locator}</span>}
                <span><SourceLink source={source} /></span>
                <span>recorded by {recordedBy}, {labelDay(recordedAt.slice(0, 10))}</span>
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
