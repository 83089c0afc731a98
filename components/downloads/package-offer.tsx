import type { Release } from '@/domain/release';
import { labelDay } from '@/domain/period';
import { CopyButton } from '@/components/cite/copy-button';

interface PackageOfferProps {
  readonly release: Release;
  readonly asOf: string | null;
  readonly bytes: number;
  readonly sha256: string;
  readonly fixedHref: string;
  /** Always the newest; null where the reader has fixed the release. */
  readonly liveHref: string | null;
  readonly leftOut: readonly { readonly id: string; readonly readings: number }[];
}

/** The archive itself: which one it is, how large, how to check it, and what is not in it. */
export function PackageOffer({ release, asOf, bytes, sha256, fixedHref, liveHref, leftOut }: PackageOfferProps) {
  return (
    <section aria-labelledby="archive" className="border-y-2 border-rule-strong bg-raised px-4 py-6 sm:px-6">
      <h2 id="archive" className="text-2xl">Release {release.number}{asOf !== null && `, as known on ${labelDay(asOf)}`}</h2>
      <p className="mt-1 max-w-prose text-muted">“{release.title}”, published on {labelDay(release.publishedAt.slice(0, 10))}. The archive never changes, to the byte.</p>
      <p className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-3">
        <a href={fixedHref} className="inline-flex min-h-11 items-center rounded-sm border border-ink bg-ink px-6 font-medium text-paper no-underline hover:border-accent hover:bg-accent hover:text-paper">
          Download ZIP<span className="ms-2 font-normal">{sizeOf(bytes)}</span>
        </a>
        {liveHref !== null && <a href={liveHref} className="inline-flex min-h-9 items-center">Address that always leads to the newest</a>}
      </p>
      <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <p className="min-w-0"><span className="text-muted">SHA-256 </span><code className="font-mono text-[0.8125rem] select-all [overflow-wrap:anywhere]">{sha256}</code></p>
        <CopyButton text={sha256} what="the checksum" />
      </div>
      <div className="mt-5 max-w-prose text-sm text-muted">
        {leftOut.length === 0 ? <p>Nothing is left out.</p> : (
          <>
            <p>The licences of their sources do not let the figures of these series be passed on. The series are named in the archive, their readings are not in it:</p>
            <ul className="mt-1 list-disc ps-5">{leftOut.map(({ id, readings }) => <li key={id}><code>{id}</code>, {readings} {readings === 1 ? 'reading' : 'readings'}</li>)}</ul>
          </>
        )}
      </div>
    </section>
  );
}

/** `117 KB`, in thousands as file managers count. */
function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
