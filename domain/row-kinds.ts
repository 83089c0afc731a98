// What people call the kinds of rows, one and many.

import type { RowKind } from './release';

export const KIND_NAMES: Readonly<Record<RowKind, { readonly one: string; readonly many: string }>> = {
  organisation: { one: 'organisation', many: 'organisations' },
  source: { one: 'document', many: 'documents' },
  indicator: { one: 'indicator', many: 'indicators' },
  series: { one: 'series', many: 'series' },
  reading: { one: 'reading', many: 'readings' },
  crossing: { one: 'crossing', many: 'crossings' },
  closure: { one: 'closure', many: 'closures' },
  incident: { one: 'clash or strike', many: 'clashes and strikes' },
  claim: { one: 'claim', many: 'claims' },
  place: { one: 'place', many: 'places' },
  annotation: { one: 'dated event', many: 'dated events' },
  chart: { one: 'chart', many: 'charts' },
  sentence: { one: 'sentence', many: 'sentences' },
};

/** `1 reading`, `12 readings`. */
export function countKind(kind: RowKind, count: number): string {
  const { one, many } = KIND_NAMES[kind];
  return `${count} ${count === 1 ? one : many}`;
}
