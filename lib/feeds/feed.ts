// A feed as a plain value: the same entries are printed as Atom, RSS and JSON Feed. No clock: all moments come from the ledger.

export type FeedFormat = 'atom' | 'rss' | 'feed';

export interface FeedEntry {
  /** A web address that never changes and so tells the entry from every other. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** ISO instant of the release that brought it; an entry never changes after that. */
  readonly publishedAt: string;
  /** One plain line. */
  readonly summary: string;
  /** A fragment of HTML, well-formed, with absolute addresses. */
  readonly html: string;
  readonly tags: readonly string[];
}

export interface Feed {
  readonly title: string;
  readonly description: string;
  /** The page that says the same to people. */
  readonly homeUrl: string;
  readonly selfUrls: Readonly<Record<FeedFormat, string>>;
  /** ISO instant of the newest entry, or of the release that was read where there is none. */
  readonly updatedAt: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export const FEED_AUTHOR = 'Frontier Ledger';
export const FEED_RIGHTS = 'Compilation: CC BY 4.0, cite “Frontier Ledger” and the release. The sources keep their own rights.';
export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = { atom: 'application/atom+xml', rss: 'application/rss+xml', feed: 'application/feed+json' };
