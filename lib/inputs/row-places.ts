import type { RowContents } from '@/domain/draft';
import type { SourceRow } from '@/domain/source-row';

// Where on the site a row of the ledger is shown.

export interface RowPlace {
  readonly label: string;
  /** Public path; the release is for the caller to add. */
  readonly path: string;
  /** With its `#`, or empty. */
  readonly fragment: string;
}

/** The pages that show a row: first its own, then its charts. `charts` gives the titles by slug. */
export function placesOfRow({ kind, id, content, charts: slugs }: Pick<SourceRow, 'kind' | 'id' | 'content' | 'charts'>, charts: ReadonlyMap<string, string>): readonly RowPlace[] {
  const inCharts = slugs.map((slug): RowPlace => ({ label: charts.get(slug) ?? slug, path: `/charts/${slug}`, fragment: '' }));
  switch (kind) {
    case 'incident': return [{ label: 'its page', path: `/incidents/${id}`, fragment: '' }, ...inCharts];
    case 'claim': return [{ label: 'the page of the incident', path: `/incidents/${(content as RowContents['claim']).incidentId}`, fragment: '' }, ...inCharts];
    case 'closure': return [{ label: 'Closures', path: '/closures', fragment: '' }, ...inCharts];
    default: return inCharts;
  }
}

/** Where the documents of a publisher begin on the page of sources: `By-line, Ltd` -> `by-by-line-ltd`. */
export function publisherAnchor(publisher: string): string {
  return `by-${publisher.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}`;
}
