import { hostOf, labelPublished, titleLanguage, type Source } from '@/domain/citation';
import { labelDay } from '@/domain/period';

interface SourceLineProps {
  readonly source: Source;
  /** The page of the document with everything taken from it. */
  readonly href: string;
  /** How many rows of the ledger were taken from it. */
  readonly rows: number;
}

/** One document: title, day, where to read it. A page that must not be linked says why. */
export function SourceLine({ source, href, rows }: SourceLineProps) {
  const host = source.url === null ? null : hostOf(source.url);
  return (
    <li id={`source-${source.id}`} data-filter={source.publisher} className="break-inside-avoid border-t border-rule py-2.5 first:border-t-0">
      <p className="[overflow-wrap:anywhere]"><a href={href} lang={titleLanguage(source)} dir="auto">{source.title}</a></p>
      <p className="text-sm text-muted">
        {labelPublished(source)} · {rows === 1 ? 'one row' : `${rows} rows`}
        {source.url && host && <> · <a href={source.url} rel="noreferrer external" className="inline-block py-0.5">{source.urlIsCopy ? `read at ${host}` : host}</a></>}
        {source.linkNote && <> · {source.linkNote}</>}
        {' '}· seen {labelDay(source.accessedOn)}
        {source.archiveUrl && <> · <a href={source.archiveUrl} rel="noreferrer external">archived copy</a></>}
      </p>
    </li>
  );
}
