interface FeedLinksProps {
  /** The page that the feeds follow: `/releases`, `/corrections`, `/charts/x`. */
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
export function FollowLine({ path, what }: { path: string; what: string }) {
  return (
    <p className="print:hidden flex flex-wrap items-center gap-x-4 text-sm text-muted">
      <span>Follow {what}:</span>
      {[['Atom', 'atom'], ['RSS', 'rss'], ['JSON Feed', 'feed.json']].map(([label, extension]) => (
        <a key={extension} href={`${path}.${extension}`} className="inline-flex min-h-8 items-center">{label}</a>
      ))}
    </p>
  );
}
