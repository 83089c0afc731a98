import { ALLOWED, type View } from '@/lib/inputs/view';

interface ViewNoticesProps {
  readonly view: Pick<View, 'dropped'>;
}

/** Says which parts of the address were refused and left out. What day and release the page speaks of, AsOfControl says. */
export function ViewNotices({ view }: ViewNoticesProps) {
  if (view.dropped.length === 0) return null;
  return (
    <div role="status" className="mt-4 bg-warning-wash px-4 py-2.5 text-sm">
      <p>Part of this address could not be used and was left out:</p>
      <ul className="mt-1 list-disc ps-5">
        {view.dropped.map((name) => (
          <li key={name}>
            {name === 'unknown' ? 'an unknown parameter' : <code>{name}</code>}: it can be {ALLOWED[name]}.
          </li>
        ))}
      </ul>
    </div>
  );
}
