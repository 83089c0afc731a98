import { writeAddress } from '@/lib/inputs/address';
import type { View } from '@/lib/inputs/view';

interface ClosureFilesProps {
  readonly view: View;
  readonly release: number;
}

const LINK = 'inline-flex min-h-8 items-center';

/** The record as files: in this view and always the newest, or fixed on this release; and as a calendar. */
export function ClosureFiles({ view, release }: ClosureFilesProps) {
  const { asOf, from, to, language, digits } = view;
  const write = (extension: string, pin: number | null, more: Partial<View> = {}): string => writeAddress(`/closures.${extension}`, { asOf, from, to, language, digits, ...more }, pin);
  const rows = view.pinned
    ? [{ label: `Release ${release}: stays the same for ever`, pin: release }]
    : [{ label: 'Always the newest', pin: null }, { label: `Fixed on release ${release}: stays the same for ever`, pin: release }];
  return (
    <>
      <ul className="divide-y divide-rule border-y border-rule text-[0.9375rem]">
        {rows.map(({ label, pin }) => (
          <li key={label} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-2">
            <span className="grow">{label}</span>
            <a href={write('csv', pin)} aria-label={`CSV: ${label}`} className={LINK}>CSV</a>
            <a href={write('csv', pin, { bom: true })} aria-label={`CSV for Excel: ${label}`} className={LINK}>CSV for Excel</a>
            <a href={write('json', pin)} aria-label={`JSON: ${label}`} className={LINK}>JSON</a>
            <a href={write('ics', pin)} aria-label={`Calendar: ${label}`} className={LINK}>Calendar (.ics)</a>
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-prose text-sm text-muted">
        {from === null && to === null ? 'The files hold every closure on record.' : 'The files hold the closures that touch the days asked for above.'}{' '}
        In the calendar a closure without a known end stops on the last day on which it was seen shut, and says so. A calendar that subscribes to the first address follows every release.
      </p>
    </>
  );
}
