import type { Words } from '@/domain/words';
import type { SearchEntry, SearchKind } from '@/lib/search/entry';

interface SearchResultsProps {
  /** Best first. */
  readonly entries: readonly SearchEntry[];
  readonly hrefOf: (entry: SearchEntry) => string;
  /** The page of results itself: an entry that only leads back here is named, not linked. */
  readonly ownPath: string;
  readonly words: Words;
}

const OF_A_KIND = 12;

/** What was found, by kind; the kind of the best finding stands first. */
export function SearchResults({ entries, hrefOf, ownPath, words }: SearchResultsProps) {
  const kinds = [...new Set(entries.map(({ kind }) => kind))];
  return kinds.map((kind) => <Kind key={kind} kind={kind} entries={entries.filter((entry) => entry.kind === kind)} hrefOf={hrefOf} ownPath={ownPath} words={words} />);
}

function Kind({ kind, entries, hrefOf, ownPath, words }: SearchResultsProps & { kind: SearchKind }) {
  const [first, rest] = [entries.slice(0, OF_A_KIND), entries.slice(OF_A_KIND)];
  const list = (some: readonly SearchEntry[]) => (
    <ul>{some.map((entry) => <Entry key={entry.id} entry={entry} href={entry.path === ownPath ? null : hrefOf(entry)} />)}</ul>
  );
  return (
    <section aria-labelledby={`found-${kind}`} className="mt-8 grid gap-x-10 border-t border-rule-strong pt-3 md:grid-cols-[12rem_1fr]">
      <h2 id={`found-${kind}`} className="pb-1 text-xl">
        {words.say(`search.kind.${kind}.many`)} <span className="font-sans text-sm font-normal text-muted">{words.number(entries.length)}</span>
      </h2>
      <div className="min-w-0">
        {list(first)}
        {rest.length > 0 && (
          <details>
            <summary className="min-h-8 w-fit py-1.5 text-sm text-muted hover:text-ink">{words.say('search.page.more', { count: words.number(rest.length) })}</summary>
            {list(rest)}
          </details>
        )}
      </div>
    </section>
  );
}

function Entry({ entry: { title, note }, href }: { entry: SearchEntry; href: string | null }) {
  return (
    <li className="py-1.5 [overflow-wrap:anywhere]">
      {href === null ? <span className="text-[1.0625rem]">{title}</span> : <a href={href} className="inline-block text-[1.0625rem] leading-snug">{title}</a>}
      <span className="block text-sm text-muted"><bdi>{note}</bdi></span>
    </li>
  );
}
