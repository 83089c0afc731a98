import { countsText } from '@/components/layout/release-list';
import type { Release } from '@/domain/release';
import { sayAlone } from '@/domain/review/alone';
import { ShownMoment } from '../../../_parts/shown-moment';

/** What readers see from now on, and where to look at it. */
export function Published({ release }: { readonly release: Release }) {
  const { number, title, publishedAt, counts, alone } = release;
  const links = [
    ['The release', `/releases/${number}`], ['The overview', '/'], ['All charts', '/charts'], ['Corrections', '/corrections'],
    ['A chart as CSV', '/charts/fatalities-by-quarter.csv'], ['A chart in a frame', '/embed/fatalities-by-quarter'],
    ['Feed of releases', '/releases.atom'], ['Feed of corrections', '/corrections.atom'],
  ] as const;
  return (
    <div role="status" className="mb-10 border-s-4 border-accent bg-accent-wash px-4 py-4">
      <p className="font-serif text-xl font-semibold">Release {number}: {title}</p>
      <p className="mt-1">Published <ShownMoment at={new Date(publishedAt)} />: {countsText(counts)}. Readers see it everywhere within a second.</p>
      {alone !== undefined && <p className="mt-1">{sayAlone(alone)}</p>}
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
        {links.map(([label, href]) => <li key={href}><a href={href} className="inline-block py-1">{label}</a></li>)}
      </ul>
      <p className="mt-3 text-sm"><a href={`/admin/releases/${number}`}>Something is wrong with it? Roll it back</a></p>
    </div>
  );
}
