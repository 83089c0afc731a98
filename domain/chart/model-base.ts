// Titles and rules come from the definition, release and vintage from the rows; no chart words them anew.

import type { Annotation } from '../claim';
import type { Day } from '../period';
import type { CitationRegister } from './citation-register';
import type { ChartDefinition } from './definition';
import type { ModelAnnotation } from './model-parts';
import type { ChartRows } from './rows';

export function headOf<D extends ChartDefinition>(definition: D, rows: ChartRows) {
  return {
    kind: definition.kind as D['kind'],
    slug: definition.slug,
    title: definition.title,
    subtitle: definition.subtitle,
    description: definition.description,
    countingRule: definition.countingRule,
    release: rows.release,
    asOf: rows.asOf,
  };
}

/** Annotations that have a place on the axis, in order of day. `place` answers null for days off the axis. */
export function placeAnnotations(
  annotations: readonly Annotation[],
  asOf: Day | null,
  place: (day: Day) => number | null,
  register: CitationRegister,
): readonly ModelAnnotation[] {
  return annotations
    .filter(({ status, day }) => status === 'current' && (asOf === null || day <= asOf))
    .toSorted((a, b) => compareText(a.day, b.day) || compareText(a.id, b.id))
    .flatMap((annotation) => {
      const at = place(annotation.day);
      if (at === null) return [];
      const { id, day, label, description } = annotation;
      return [{ id, day, at, label, description, citations: register.cite(annotation.citations) }];
    });
}

/** Order by code units: the same on every machine, unlike a locale's. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The latest of some days, or null. */
export function latestDay(days: readonly (Day | null)[]): Day | null {
  return days.reduce<Day | null>((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null);
}
