import { labelDay } from '@/domain/period';
import type { Release } from '@/domain/release';
import { sayAlone } from '@/domain/review/alone';

interface ReleaseListProps {
  readonly releases: readonly Release[];
  readonly hrefOf: (number: number) => string;
}

export function ReleaseList({ releases, hrefOf }: ReleaseListProps) {
  if (releases.length === 0) return <p className="text-muted">Nothing has been published yet.</p>;
  return (
    <ol className="space-y-5">
      {releases.map((release) => (
        <li key={release.number} className="border-s-2 border-rule ps-4">
          <p className="font-serif text-lg leading-snug">
            <a href={hrefOf(release.number)}>Release {release.number}</a>: {release.title}
          </p>
          <p className="text-sm text-muted">
            <time dateTime={release.publishedAt}>{labelDay(release.publishedAt.slice(0, 10))}</time> · {countsText(release.counts)}
          </p>
          {release.alone !== undefined && <p className="mt-1 text-sm text-accent-strong">{sayAlone(release.alone)}</p>}
          {release.note !== '' && <p className="mt-1 text-sm">{release.note}</p>}
        </li>
      ))}
    </ol>
  );
}

/** `3 added, 2 corrected`; what did not happen is left out. */
export function countsText(counts: Release['counts']): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0).map(([name, count]) => `${count} ${name}`);
  return parts.length > 0 ? parts.join(', ') : 'no rows changed';
}
