import { labelDay } from '@/domain/period';
import type { PreviewSite } from '@/lib/review/preview-site';

/** Stands over every page of a preview, and stays in sight. */
export function EmbargoBanner({ site: { dueAt, link }, home }: { readonly site: PreviewSite; readonly home: string }) {
  return (
    <div role="note" className="sticky top-0 z-10 -mx-4 mb-6 border-b-2 border-accent bg-accent-wash px-4 py-3 sm:-mx-6 sm:px-6">
      <p className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <span>
          <b className="font-semibold">Under embargo{dueAt === null ? '' : <> until <Moment at={dueAt} /></>}.</b>{' '}
          {dueAt === null ? 'This is not published, no time is set, and it may still change.' : 'Nothing here may be told before that time, and it may still change.'}
        </span>
        <a href={home} className="whitespace-nowrap">What this release brings</a>
      </p>
      <p className="text-sm text-muted">This link ends <Moment at={link.expiresAt} />.</p>
    </div>
  );
}

function Moment({ at }: { readonly at: string }) {
  return <time dateTime={at} dir="ltr" className="whitespace-nowrap">{labelDay(at.slice(0, 10))}, {at.slice(11, 16)} UTC</time>;
}
