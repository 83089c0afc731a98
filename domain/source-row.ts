// What was taken from a document: each row of the ledger that cites it, with the place in it that the row rests on.

import type { Citation } from './citation';
import type { RowContent, RowContents } from './draft';
import type { RowKind } from './release';

export interface SourceRow extends Omit<Citation, 'source'> {
  readonly kind: RowKind;
  readonly id: string;
  readonly content: RowContent;
  readonly publishedIn: number;
  readonly status: 'current' | 'withdrawn';
  readonly changeNote: string | null;
  readonly title: string;
  /** What the row belongs to (its series, its crossing, its incident), and its title inside that. */
  readonly within: { readonly group: string; readonly title: string } | null;
  /** Slugs of the charts whose marks it feeds. */
  readonly charts: readonly string[];
}

/** The part of an address that names a row on the page of its source. */
export function rowAnchor({ kind, id }: { readonly kind: RowKind; readonly id: string }): string {
  return `${kind}-${id}`;
}

/** Rows of one series, crossing or incident together, each group in the order of time, groups by first appearance. */
export function groupSourceRows(rows: readonly SourceRow[]): readonly { readonly group: string; readonly rows: readonly SourceRow[] }[] {
  const groups = new Map<string, SourceRow[]>();
  for (const row of rows) {
    const group = row.within?.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups].map(([group, members]) => ({ group, rows: members.toSorted((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.id, b.id)) }));
}

/** The day by which rows of a group follow each other; rows without one stand first. */
function dayOf({ kind, content }: SourceRow): string {
  switch (kind) {
    case 'reading': return (content as RowContents['reading']).period.start;
    case 'closure': return (content as RowContents['closure']).start;
    case 'incident': return (content as RowContents['incident']).start;
    case 'claim': return (content as RowContents['claim']).saidOn ?? '';
    case 'annotation': return (content as RowContents['annotation']).day;
    default: return '';
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
