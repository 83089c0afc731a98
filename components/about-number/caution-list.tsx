import type { Caution } from '@/domain/chart/cautions';
import { sourceHref } from '@/components/charts/source-link';

/** Few enough to stand open. */
const OPEN = 5;

/** What is known to be weak or strange about single figures, each with the way to its source. */
export function CautionList({ cautions, slug }: { readonly cautions: readonly Caution[]; readonly slug: string }) {
  const list = (some: readonly Caution[]) => (
    <ul className="space-y-2 text-[0.9375rem]">
      {some.map(({ id, about, text, citations }) => (
        <li key={id}>
          {citations.length > 0 ? <a href={sourceHref(slug, citations)} className="font-semibold">{about}</a> : <b>{about}</b>}
          <span className="text-muted">: {text}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {list(cautions.slice(0, cautions.length <= OPEN + 1 ? cautions.length : OPEN))}
      {cautions.length > OPEN + 1 && (
        <details className="mt-2">
          <summary className="inline-block py-1.5 text-sm text-muted hover:text-ink">{cautions.length - OPEN} more notes</summary>
          {list(cautions.slice(OPEN))}
        </details>
      )}
    </>
  );
}
