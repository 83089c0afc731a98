import { hostOf } from '@/domain/citation';
import type { Source } from '@/domain/citation';
import { labelDay } from '@/domain/period';

const MONTHS = { day: 10, month: 7, year: 4, unknown: 0 } as const;

/** One document: title, day, where to read it. A page that must not be linked says why. */
export function SourceLine({ source }: { source: Source }) {
  const { publishedOn, publishedPrecision } = source;
  const day = publishedOn === null || publishedPrecision === 'unknown' ? 'undated' : publishedPrecision === 'day' ? labelDay(publishedOn) : publishedOn.slice(0, MONTHS[publishedPrecision]);
  return (
    <li id={`source-${source.id}`} className="border-t border-rule py-2.5 first:border-t-0">
      <p className="[overflow-wrap:anywhere]">
        {source.url ? <a href={source.url} rel="external" hrefLang={source.language} lang={source.language}>{source.title}</a> : <span lang={source.language}>{source.title}</span>}
      </p>
      <p className="text-sm text-muted">
        {day}
        {source.url && source.urlIsCopy && <> · read at {hostOf(source.url)}</>}
        {source.linkNote && <> · {source.linkNote}</>}
        {' '}· seen {labelDay(source.accessedOn)}
        {source.archiveUrl && <> · <a href={source.archiveUrl} rel="external">archived copy</a></>}
      </p>
    </li>
  );
}
