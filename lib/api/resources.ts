import { z } from 'zod';
import type { RowKind } from '@/domain/release';

// What the read API offers: each resource, the table that describes its fields, and what a list of it can be narrowed by.

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._~+-]{0,199}$/);
const words = <const T extends readonly [string, ...string[]]>(...all: T) => z.enum(all);

/** A filter: its name in the address, the field it narrows, what one value of it may be. Several values are separated by commas. */
export interface Filter {
  readonly name: string;
  readonly field: string;
  readonly value: z.ZodType<string, string>;
  readonly note: string;
}

export interface Resource {
  readonly name: string;
  readonly kind: RowKind | null;
  /** The name of the table in the data package that says what each field means. */
  readonly table: string;
  readonly summary: string;
  readonly filters: readonly Filter[];
  /** Whether the rows have days: from, to and asof then narrow them. */
  readonly isDated: boolean;
}

const filter = (name: string, field: string, note: string, value: z.ZodType<string, string> = id): Filter => ({ name, field, note, value });
export const idFilter = filter('id', 'id', 'Ids of rows.');
const lens = words('pakistan', 'taliban', 'independent', 'other');

export const RESOURCES: readonly Resource[] = [
  {
    name: 'organisations', kind: 'organisation', table: 'organisations', isDated: false, summary: 'Who counts or speaks.',
    filters: [filter('lens', 'lens', 'Whose account it gives.', lens), filter('kind', 'kind', 'What kind of organisation it is.', words('research', 'state', 'armed-group', 'un', 'press', 'ngo', 'other'))],
  },
  { name: 'sources', kind: 'source', table: 'sources', isDated: false, summary: 'Documents that figures are from.', filters: [filter('publisher', 'publisher', 'Who published it.', z.string().min(1).max(200))] },
  { name: 'indicators', kind: 'indicator', table: 'indicators', isDated: false, summary: 'What is counted, in which unit, and what is included.', filters: [] },
  {
    name: 'series', kind: 'series', table: 'series', isDated: false, summary: 'An indicator as one organisation counts it in one area, for all or for one part.',
    filters: [
      filter('indicator', 'indicatorId', 'Ids of indicators.'), filter('organisation', 'organisationId', 'Ids of organisations.'), filter('geography', 'geography', 'Codes of areas.'),
      filter('dimension', 'breakdownDimension', 'By what the whole is split; total where it is not.'), filter('part', 'breakdown', 'Codes of parts.'),
    ],
  },
  {
    name: 'readings', kind: 'reading', table: 'readings', isDated: true,
    summary: 'Values that sources gave for a series and a period. The one in force of each cell; with history=1 all of them, which are the history of the cell.',
    filters: [
      filter('series', 'seriesId', 'Ids of series.'), filter('indicator', 'indicatorId', 'Ids of indicators.'), filter('organisation', 'organisationId', 'Ids of organisations.'),
      filter('geography', 'geography', 'Codes of areas.'), filter('dimension', 'breakdownDimension', 'By what the whole is split; total where it is not.'), filter('part', 'breakdown', 'Codes of parts.'),
      filter('period', 'periodKind', 'Kinds of periods.', words('day', 'month', 'quarter', 'half', 'nine-months', 'year', 'custom')),
    ],
  },
  { name: 'crossings', kind: 'crossing', table: 'crossings', isDated: false, summary: 'Border crossing points.', filters: [] },
  {
    name: 'closures', kind: 'closure', table: 'closures', isDated: true, summary: 'Crossings shut for one lane. An unknown end is not an open border.',
    filters: [
      filter('crossing', 'crossingId', 'Ids of crossings.'), filter('lane', 'lane', 'Who was shut out.', words('trade', 'pedestrian', 'returnees', 'all')),
    ],
  },
  { name: 'places', kind: 'place', table: 'places', isDated: false, summary: 'Places named in incidents.', filters: [filter('country', 'country', 'Country.', z.string().min(1).max(80))] },
  {
    name: 'incidents', kind: 'incident', table: 'incidents', isDated: true, summary: 'Clashes and strikes. Aggregates overlap other incidents and are never summed with them.',
    filters: [filter('place', 'placeIds', 'Ids of places.')],
  },
  {
    name: 'claims', kind: 'claim', table: 'claims', isDated: true, summary: 'What one claimant says about one side’s losses. Claims of different claimants are never added or averaged.',
    filters: [
      filter('incident', 'incidentId', 'Ids of incidents.'), filter('claimant', 'claimantId', 'Ids of organisations.'), filter('lens', 'lens', 'Whose account it is.', lens),
      filter('losses', 'lossesOf', 'Codes of whose losses are spoken of.'), filter('measure', 'measure', 'What is counted.', words('killed', 'wounded', 'captured', 'posts-seized', 'other')),
      filter('stance', 'stance', 'Claims, admits or denies.', words('claims', 'admits', 'denies')),
    ],
  },
  { name: 'annotations', kind: 'annotation', table: 'annotations', isDated: true, summary: 'Dated events that charts mark.', filters: [] },
  {
    name: 'charts', kind: 'chart', table: 'charts', isDated: false, summary: 'Definitions of the charts, and the addresses of their pages and files.',
    filters: [filter('slug', 'slug', 'Names in addresses.'), filter('kind', 'kind', 'Kinds of charts.', words('periods', 'year-to-date', 'closures', 'closed-days', 'claims', 'map'))],
  },
  { name: 'sentences', kind: 'sentence', table: 'sentences', isDated: false, summary: 'Prose whose numbers are bound to readings.', filters: [filter('placement', 'placement', 'home, or slugs of charts.')] },
  { name: 'releases', kind: null, table: 'releases', isDated: false, summary: 'The releases up to this one, newest first.', filters: [] },
  {
    name: 'corrections', kind: null, table: 'corrections', isDated: false, summary: 'What earlier releases had wrong: one entry a field, as it was printed before and after; newest first.',
    filters: [],
  },
  { name: 'changes', kind: null, table: 'changes', isDated: false, summary: 'Every row that differs between two releases: since= (the earlier one) and release= (the later one), oldest first.', filters: [] },
];

export function resourceNamed(name: string): Resource | null {
  return RESOURCES.find((resource) => resource.name === name) ?? null;
}
