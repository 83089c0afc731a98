import type { Words } from '@/domain/words';
import { joinLanguage } from '@/lib/inputs/language-path';

interface FeedLinksProps {
  /** The page that the feeds follow, with its language: `/releases`, `/ur/charts/x`. */
  readonly path: string;
  readonly title: string;
}

/** Where feed readers find the feeds of a page. React puts links like these into the head. */
export function FeedLinks({ path, title }: FeedLinksProps) {
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title={title} href={`${path}.atom`} />
      <link rel="alternate" type="application/feed+json" title={title} href={`${path}.feed.json`} />
    </>
  );
}

/** The same feeds for people. */
export function FollowLine({ path, what, words }: { readonly path: string; readonly what: string; readonly words: Words }) {
  return (
    <p className="print:hidden flex flex-wrap items-center gap-x-4 text-sm text-muted">
      <span>{words.say('layout.follow', { what })}</span>
      {[['Atom', 'atom'], ['RSS', 'rss'], ['JSON Feed', 'feed.json']].map(([label, extension]) => (
        <a key={extension} href={`${joinLanguage(words.language, path)}.${extension}`} className="inline-flex min-h-8 items-center">{label}</a>
      ))}
    </p>
  );
}
