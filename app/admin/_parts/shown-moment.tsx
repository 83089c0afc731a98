import { momentLabel } from './moment';

/** `22 Nov 2026, 15:20 UTC`, kept together and in this order whichever way the page is written. */
export function ShownMoment({ at }: { readonly at: Date }) {
  return <time dateTime={at.toISOString()} dir="ltr" className="whitespace-nowrap">{momentLabel(at)}</time>;
}
