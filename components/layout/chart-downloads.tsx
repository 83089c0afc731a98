import { writeAddress } from '@/lib/inputs/address';
import type { View } from '@/lib/inputs/view';

interface ChartDownloadsProps {
  /** `/charts/[slug]` */
  readonly path: string;
  readonly view: View;
  readonly release: number;
}

/** The chart in this view as files: live ones, ones fixed on this release, and the whole history. */
export function ChartDownloads({ path, view, release }: ChartDownloadsProps) {
  const asked = { ...view, table: false, theme: null };
  const write = (extension: string, pin: number | null, history: boolean): string => writeAddress(`${path}.${extension}`, { ...asked, history }, pin);
  const rows = [
    { label: view.pinned ? `This view, release ${release}` : 'This view, always the newest', pin: view.pinned ? release : null, history: false },
    { label: `Fixed on release ${release}: stays the same for ever`, pin: release, history: false },
    { label: 'With every superseded value', pin: view.pinned ? release : null, history: true },
  ].filter((row, position) => !(view.pinned && position === 1));
  return (
    <section aria-labelledby="downloads" className="mt-14 border-t border-rule-strong pt-6">
      <h2 id="downloads" className="text-2xl">Take the data</h2>
      <ul className="mt-4 divide-y divide-rule border-y border-rule text-[0.9375rem]">
        {rows.map(({ label, pin, history }) => (
          <li key={label} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-2.5">
            <span className="grow">{label}</span>
            <a href={write('csv', pin, history)} aria-label={`CSV: ${label}`} className="inline-flex min-h-8 items-center">CSV</a>
            <a href={write('json', pin, history)} aria-label={`JSON: ${label}`} className="inline-flex min-h-8 items-center">JSON</a>
            {!history && (
              <>
                <a href={write('png', pin, false)} aria-label={`Picture, PNG: ${label}`} className="inline-flex min-h-8 items-center">PNG</a>
                <a href={write('svg', pin, false)} aria-label={`Picture, SVG: ${label}`} className="inline-flex min-h-8 items-center">SVG</a>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-prose text-sm text-muted">
        CSV: UTF-8, lines end with CRLF, ISO dates, an empty cell means no number. Licence of the compilation: CC BY 4.0; cite “Frontier Ledger, release {release}”.
        Text that a spreadsheet would run as a formula has an apostrophe in front.
      </p>
    </section>
  );
}
