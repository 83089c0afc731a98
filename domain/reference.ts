// A published row refers only to rows that stand in the same release and are not withdrawn.

import type { RowContents } from './draft';
import type { RowKind } from './release';

/** One row naming another; `field` is where, for people. */
export interface Reference {
  readonly kind: RowKind;
  readonly id: string;
  readonly field: string;
}

type Finders = { readonly [K in RowKind]: (content: RowContents[K]) => readonly Reference[] };

const all = (kind: RowKind, ids: readonly string[], field: string): Reference[] => ids.map((id) => ({ kind, id, field }));

const FINDERS: Finders = {
  organisation: () => [],
  source: () => [],
  indicator: () => [],
  crossing: () => [],
  place: () => [],
  annotation: () => [],
  series: (content) => [
    { kind: 'indicator', id: content.indicatorId, field: 'indicator' },
    { kind: 'organisation', id: content.organisationId, field: 'organisation' },
  ],
  reading: (content) => [{ kind: 'series', id: content.seriesId, field: 'series' }],
  closure: (content) => [
    { kind: 'crossing', id: content.crossingId, field: 'crossing' },
    ...all('source', content.rivals.map((rival) => rival.sourceId), 'rival dates'),
  ],
  incident: (content) => all('place', content.placeIds, 'places'),
  claim: (content) => [
    { kind: 'incident', id: content.incidentId, field: 'incident' },
    { kind: 'organisation', id: content.claimantId, field: 'claimant' },
  ],
  chart: (content) => {
    switch (content.kind) {
      case 'periods': return [...all('series', content.options.seriesIds, 'series'), ...all('crossing', content.options.closureCrossingIds ?? [], 'crossings')];
      case 'year-to-date': return all('series', [content.options.seriesId], 'series');
      case 'closures': return all('crossing', content.options.crossingIds, 'crossings');
      case 'closed-days': return all('crossing', content.options.crossingIds, 'crossings');
      case 'claims': return all('incident', [content.options.incidentId], 'incident');
      case 'map': return [...all('crossing', content.options.crossingIds, 'crossings'), ...all('incident', content.options.incidentIds, 'incidents')];
    }
  },
  sentence: (content) => content.bindings.flatMap((binding): Reference[] => {
    const field = `binding ${binding.name}`;
    switch (binding.kind) {
      case 'cell': return all('series', [binding.seriesId], field);
      case 'claim': return all('claim', [binding.claimId], field);
      case 'closure-days': return [...all('crossing', [binding.crossingId], field), ...all('closure', [binding.closureId], field)];
      default: return [];
    }
  }),
};

/** Every row that a row of `kind` with this content names, citations apart; may repeat. */
export function referencesOf<K extends RowKind>(kind: K, content: RowContents[K]): readonly Reference[] {
  return FINDERS[kind](content);
}
