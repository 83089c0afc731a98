import { countKind } from '@/domain/row-kinds';
import type { RowUses } from '@/lib/reads/desk/row-uses';

/** What rests on a row, so that nobody changes it unaware. */
export function RowUsesLine({ uses: { counts, charts } }: { readonly uses: RowUses }) {
  const rows = counts.map(({ kind, count }) => countKind(kind, count)).join(', ');
  if (rows === '' && charts.length === 0) return <p className="mb-8 text-sm text-muted">Nothing published refers to it.</p>;
  return (
    <details className="mb-8 text-sm">
      <summary className="py-1">Used by {[charts.length === 0 ? '' : countKind('chart', charts.length), rows].filter((part) => part !== '').join(', ')}</summary>
      {charts.length > 0 && <ul className="mt-1 list-disc ps-5">{charts.map(({ slug, title }) => <li key={slug}><a href={`/charts/${slug}`}>{title}</a></li>)}</ul>}
    </details>
  );
}
