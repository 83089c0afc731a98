import type { RowKind } from '@/domain/release';

// Where the desk shows what: one place that knows the addresses, so that no page builds them by itself.

/** What a row belongs to, as far as the caller knows it; any content of a row will do. */
export interface Belongs {
  readonly seriesId?: string;
  readonly crossingId?: string;
  readonly incidentId?: string;
}

const query = (pairs: Record<string, string | undefined>): string => {
  const given = Object.entries(pairs).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

/** The shared desk of one changeset, or one of its pages: `review`, `publish`, `import`, `readings` ... */
export function changesetPath(changesetId: string, page: 'review' | 'publish' | 'import' | 'readings' | 'closures' | null = null): string {
  return `/admin/changesets/${changesetId}${page === null ? '' : `/${page}`}`;
}

/**
 * The address at which a row is written in a changeset; `new` begins one. Readings are written in the grid of their series, closures on
 * the calendar, claims in the table of their incident, charts and sentences in their builders, all others in a form. `belongs` leads
 * straight there; without it a row is found by its id.
 */
export function rowPath(changesetId: string, kind: RowKind, rowId: string, belongs: Belongs = {}): string {
  const row = rowId === 'new' ? undefined : rowId;
  const { seriesId, crossingId, incidentId } = belongs;
  const id = encodeURIComponent(rowId);
  switch (kind) {
    case 'reading': return `${changesetPath(changesetId, 'readings')}${query({ series: seriesId, row })}`;
    case 'closure': return `${changesetPath(changesetId, 'closures')}${query({ crossing: crossingId, row })}`;
    case 'claim': return incidentId === undefined
      ? `${changesetPath(changesetId)}/rows/claim/${id}`
      : `${changesetPath(changesetId)}/claims/${encodeURIComponent(incidentId)}${query({ row })}`;
    case 'chart': return `${changesetPath(changesetId)}/charts/${id}`;
    case 'sentence': return `${changesetPath(changesetId)}/sentences/${id}`;
    default: return `${changesetPath(changesetId)}/rows/${kind}/${id}`;
  }
}

/** Everything known of one row, published or drafted. */
export function rowHistoryPath(kind: RowKind, rowId: string): string {
  return `/admin/rows/${kind}/${encodeURIComponent(rowId)}`;
}
