// Every incident has a claims chart, whether an editor made one or not: its definition follows from the incident alone.

import type { Incident, Place } from '../claim';
import { labelPeriod, periodOf } from '../period';
import type { ClaimsDefinition } from './definition';
import { joinWords } from './wording';

/** `11–12 October 2025`. */
export function whenOf({ start, end }: Pick<Incident, 'start' | 'end'>): string {
  return labelPeriod(periodOf(start, end));
}

/** `Kurram, Bajaur and Chitral`; places that the release lacks are passed over. */
export function whereOf({ placeIds }: Pick<Incident, 'placeIds'>, places: readonly Place[]): string {
  return joinWords(placeIds.flatMap((id) => places.find((place) => place.id === id)?.name ?? []));
}

/** The chart of all claims about one incident. Its slug begins with `incident-`, so that it never meets that of a stored chart. */
export function incidentDefinition(incident: Incident, places: readonly Place[]): ClaimsDefinition {
  const { id, revision, publishedIn, change, changeNote, status, citations, title, isAggregate } = incident;
  const where = whereOf(incident, places);
  return {
    id: `incident-${id}`, revision, publishedIn, change, changeNote, status, citations,
    kind: 'claims',
    slug: `incident-${id}`,
    title: isAggregate ? 'Who counts what' : 'Who says what',
    subtitle: `Each mark is one statement, by whose losses it speaks of: ${title}`,
    description: `What each side and others said about losses: ${title}${where === '' ? '' : `, at ${where}`}. These are statements, not a verified toll.`,
    countingRule: isAggregate
      ? 'Each claim is one mark. These are totals over many incidents: they overlap those incidents and are never added to them, nor to each other.'
      : 'Each claim is one mark, grouped by whose losses it speaks of. Claims of different claimants are never added up.',
    altText: '',
    position: 0,
    options: { incidentId: id, measures: ['killed', 'wounded', 'captured', 'posts-seized', 'other'] },
  };
}
