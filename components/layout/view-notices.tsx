import { labelDay } from '@/domain/period';
import { ALLOWED, type View } from '@/lib/inputs/view';

interface ViewNoticesProps {
  readonly release: number;
  readonly view: View;
  /** The same page without release and vintage. */
  readonly liveHref: string;
  /** The chart itself already names the vintage. */
  readonly isVintageShown?: boolean;
}

/** Says what a reader must know about the view before reading: which release and vintage it is, and which parameters were refused. */
export function ViewNotices({ release, view, liveHref, isVintageShown = false }: ViewNoticesProps) {
  const isFixed = view.pinned || view.asOf !== null;
  if (!isFixed && view.dropped.length === 0) return null;
  return (
    <div className="mt-4 space-y-2 text-sm">
      {isFixed && (
        <p className="border-s-4 border-accent bg-accent-wash px-4 py-2.5">
          {view.pinned && <>You are reading release {release}, as it was published. </>}
          {view.asOf !== null && (isVintageShown ? <>You are looking back at what was known then. </> : <>The figures are those the sources had reported by {labelDay(view.asOf)}. </>)}
          <a href={liveHref}>Show the newest</a>
        </p>
      )}
      {view.dropped.length > 0 && (
        <div role="status" className="bg-warning-wash px-4 py-2.5">
          <p>Part of this address could not be used and was left out:</p>
          <ul className="mt-1 list-disc ps-5">
            {view.dropped.map((name) => (
              <li key={name}>
                {name === 'unknown' ? 'an unknown parameter' : <code>{name}</code>}: it can be {ALLOWED[name]}.
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
