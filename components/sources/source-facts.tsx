import type { ReactNode } from 'react';
import { hostOf, labelPublished, type Source } from '@/domain/citation';
import { labelDay } from '@/domain/period';

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

interface SourceFactsProps {
  readonly source: Source;
  /** Documents of the same publisher. */
  readonly shelfHref: string;
  readonly shelf: number;
  /** The release that first had this version of the entry. */
  readonly release: ReactNode;
}

/** What is known of a document: who published it and when, where we read it, and whose rights it keeps. */
export function SourceFacts({ source, shelfHref, shelf, release }: SourceFactsProps) {
  const host = source.url === null ? null : hostOf(source.url);
  return (
    <dl className="mt-5 grid max-w-4xl gap-x-10 gap-y-3 border-b border-rule pb-5 text-[0.9375rem] sm:grid-cols-2">
      <Fact term="Publisher"><a href={shelfHref}>{source.publisher}</a>{shelf > 1 && <span className="text-muted">, {shelf} documents</span>}</Fact>
      <Fact term="Published">{labelPublished(source)}</Fact>
      <Fact term={source.urlIsCopy ? 'Read at, a copy' : 'Read at'}>
        {source.url !== null && host !== null
          ? <a href={source.url} rel="noreferrer external" className="[overflow-wrap:anywhere]">{source.url}</a>
          : (source.linkNote ?? 'No page is known.')}
        {source.url !== null && source.linkNote !== null && <span className="block text-sm text-muted">{source.linkNote}</span>}
      </Fact>
      <Fact term="Seen">{labelDay(source.accessedOn)}</Fact>
      {source.archiveUrl !== null && <Fact term="Archived copy"><a href={source.archiveUrl} rel="noreferrer external" className="[overflow-wrap:anywhere]">{source.archiveUrl}</a></Fact>}
      <Fact term="Language">{LANGUAGES.of(source.language) ?? source.language}</Fact>
      <Fact term="Rights">{source.licence}</Fact>
      <Fact term="This entry">{release}</Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
