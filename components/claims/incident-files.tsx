import { FileTable } from '@/components/downloads/file-table';
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
  const asked = { asOf: view.asOf, lens: view.lens, language: view.language, digits: view.digits };
  const pin = view.pinned ? release : null;
  const files = [
    { label: view.pinned ? `These claims, release ${release}` : 'These claims, always the newest', pin },
    ...(view.pinned ? [] : [{ label: `Fixed on release ${release}: stays the same for ever`, pin: release }]),
  ].map((row) => ({
    label: row.label,
    files: [
      { label: 'CSV', name: 'CSV', href: writeAddress(`${path}.csv`, asked, row.pin) },
      { label: 'CSV for Excel', name: 'CSV for Excel', href: writeAddress(`${path}.csv`, { ...asked, bom: true }, row.pin) },
      { label: 'JSON', name: 'JSON', href: writeAddress(`${path}.json`, asked, row.pin) },
    ],
  }));
  return (
    <section aria-labelledby="downloads" className="mt-14 border-t border-rule-strong pt-6 print:hidden">
      <h2 id="downloads" className="text-2xl">Take it away</h2>
      <div className="mt-4"><FileTable caption="The claims" rows={files} /></div>
      <p className="mt-3 max-w-prose text-sm text-muted">
        One row a claim, with who said it, whose losses, lowest and highest figure, the day said and the source. A denial has no number. Running totals and totals that
        overlap others are marked, so that nothing is added twice.
      </p>
    </section>
  );
}
