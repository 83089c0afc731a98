import { writeAddress } from '@/lib/inputs/address';
import type { View } from '@/lib/inputs/view';

interface IncidentFilesProps {
  /** `/incidents` or `/incidents/[slug]` */
  readonly path: string;
  readonly view: View;
  readonly release: number;
}

/** The claims of this view as files: with the newest release, or fixed on the one shown. */
export function IncidentFiles({ path, view, release }: IncidentFilesProps) {
  const asked = { asOf: view.asOf, lens: view.lens };
  const rows = [
    { label: view.pinned ? `These claims, release ${release}` : 'These claims, always the newest', pin: view.pinned ? release : null },
    ...(view.pinned ? [] : [{ label: `Fixed on release ${release}: stays the same for ever`, pin: release }]),
  ];
  return (
    <section aria-labelledby="downloads" className="mt-14 border-t border-rule-strong pt-6">
      <h2 id="downloads" className="text-2xl">Take the data</h2>
      <ul className="mt-4 divide-y divide-rule border-y border-rule text-[0.9375rem]">
        {rows.map(({ label, pin }) => (
          <li key={label} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-2.5">
            <span className="grow">{label}</span>
            <a href={writeAddress(`${path}.csv`, asked, pin)} aria-label={`CSV: ${label}`} className="inline-flex min-h-8 items-center">CSV</a>
            <a href={writeAddress(`${path}.csv`, { ...asked, bom: true }, pin)} aria-label={`CSV for Excel: ${label}`} className="inline-flex min-h-8 items-center">CSV for Excel</a>
            <a href={writeAddress(`${path}.json`, asked, pin)} aria-label={`JSON: ${label}`} className="inline-flex min-h-8 items-center">JSON</a>
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-prose text-sm text-muted">
        One row a claim, with who said it, whose losses, lowest and highest figure, the day said and the source. A denial has no number. Running totals and totals that
        overlap others are marked, so that nothing is added twice.
      </p>
    </section>
  );
}
