import { hostOf, type Source } from '@/domain/citation';
import { labelDay } from '@/domain/period';

/** The day as exactly as the page shows it. */
function publishedLabel({ publishedOn, publishedPrecision }: Source): string {
  if (publishedOn === null || publishedPrecision === 'unknown') return 'undated';
  if (publishedPrecision === 'year') return publishedOn.slice(0, 4);
  const day = labelDay(publishedOn);
  return publishedPrecision === 'month' ? day.replace(/^\d+ /, '') : day;
}

/** One document: title, day, where to read it. A page that must not be linked says why. */
export function SourceLine({ source }: { source: Source }) {
  return (
    <li id={`source-${source.id}`} className="break-inside-avoid border-t border-rule py-2.5 first:border-t-0">
      <p className="[overflow-wrap:anywhere]">
        {source.url ? <a href={source.url} rel="external" hrefLang={source.language} lang={source.language}>{source.title}</a> : <span lang={source.language}>{source.title}</span>}
      </p>
      <p className="text-sm text-muted">
        {publishedLabel(source)}
        {source.url && source.urlIsCopy && <> · read at {hostOf(source.url)}</>}
        {source.linkNote && <> · {source.linkNote}</>}
        {' '}· seen {labelDay(source.accessedOn)}
        {source.archiveUrl && <> · <a href={source.archiveUrl} rel="external">archived copy</a></>}
      </p>
    </li>
  );
}
