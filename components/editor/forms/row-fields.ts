import type { RowKind } from '@/domain/release';
import { INCIDENT_FIELDS, CROSSING_FIELDS, PLACE_FIELDS } from './border-fields';
import { INDICATOR_FIELDS, ORGANISATION_FIELDS, SERIES_FIELDS } from './counting-fields';
import type { FieldGroup, FieldSpec } from './field-spec';
import { ANNOTATION_FIELDS, SOURCE_FIELDS } from './telling-fields';

/** The kinds that are written in a form; the others have a grid, a calendar, a table or a builder. */
export const FORM_KINDS = ['source', 'organisation', 'indicator', 'series', 'crossing', 'place', 'incident', 'annotation'] as const satisfies readonly RowKind[];
export type FormKind = (typeof FORM_KINDS)[number];

export const ROW_FIELDS: Readonly<Record<FormKind, readonly FieldGroup[]>> = {
  source: SOURCE_FIELDS, organisation: ORGANISATION_FIELDS, indicator: INDICATOR_FIELDS, series: SERIES_FIELDS, crossing: CROSSING_FIELDS,
  place: PLACE_FIELDS, incident: INCIDENT_FIELDS, annotation: ANNOTATION_FIELDS,
};

export function isFormKind(kind: string): kind is FormKind {
  return (FORM_KINDS as readonly string[]).includes(kind);
}

export function fieldsOf(kind: FormKind): readonly FieldSpec[] {
  return ROW_FIELDS[kind].flatMap(({ fields }) => fields);
}

/** What each kind is for, in a line above its form. */
export const KIND_LEADS: Readonly<Record<FormKind, string>> = {
  source: 'One document of a publisher. Every number of the ledger leads to one.',
  organisation: 'Who counts or speaks: a research centre, a ministry, an agency of the UN, a newspaper on its own account.',
  indicator: 'What is counted, in which unit, and what is included.',
  series: 'One indicator, as one organisation counts it, for one area and one part of it. Readings belong to a series.',
  crossing: 'A border crossing point. Closures belong to a crossing and one of its lanes.',
  place: 'A place that incidents name. Its point on the map is its centre, not the exact spot of anything.',
  incident: 'A clash or strike, as far as it is not disputed. Who says what about losses is written in the table of claims.',
  annotation: 'A dated event that charts mark on their time axis.',
};
