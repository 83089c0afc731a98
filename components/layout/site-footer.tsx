interface SiteFooterProps {
  readonly release: number;
  readonly releaseHref: string;
  readonly correctionsHref: string;
  readonly sourcesHref: string;
}

export function SiteFooter({ release, releaseHref, correctionsHref, sourcesHref }: SiteFooterProps) {
  return (
    <footer className="mt-20 border-t border-rule-strong bg-sunk text-sm text-muted">
      <div className="mx-auto grid max-w-6xl gap-x-10 gap-y-6 px-4 py-10 sm:px-6 md:grid-cols-3">
        <p>
          <strong className="block font-serif text-base text-ink">Every number is somebody’s statement</strong>
          It was said on a day, about a period, by one who counts in his own way. Each one here opens the <a href={sourcesHref}>source</a> it was taken from.
        </p>
        <p>
          <strong className="block font-serif text-base text-ink">What is published stays</strong>
          This page shows <a href={releaseHref}>release {release}</a>. A release never changes; what was wrong in an earlier one is listed under{' '}
          <a href={correctionsHref}>corrections</a>.
        </p>
        <p>
          <strong className="block font-serif text-base text-ink">Licences</strong>
          Code: MIT. Our compilation of the data: <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>, cited as “Frontier Ledger,
          release {release}”. The sources keep their own rights.
        </p>
      </div>
    </footer>
  );
}
