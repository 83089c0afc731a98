// A file of events is known by its header: those of UCDP, ACLED and GTD each say in their own columns when, where and how many died.

import type { Content } from '../draft';
import type { Indicator, Organisation } from '../series';
import { foldName } from './header';

export type EventLayoutId = 'ucdp-ged' | 'acled' | 'gtd';
export type Estimate = 'low' | 'best' | 'high';

export interface EventLayout {
  readonly id: EventLayoutId;
  readonly name: string;
  /** Columns without which a file is not of this layout. */
  readonly columns: readonly string[];
  readonly eventId: string;
  readonly country: string;
  /** The first level of administration below the country. */
  readonly area: string;
  readonly type: string;
  /** The column of each estimate that the layout gives, in the order of series. */
  readonly deaths: Readonly<Partial<Record<Estimate, string>>>;
  /** Whether the source lets others have its figures. Where not, the series is marked and no file carries it. */
  readonly isRedistributable: boolean;
  readonly licence: string;
  /** A file of whole calendar years; others reach from their first event to their last. */
  readonly coversWholeYears: boolean;
  readonly organisationId: string;
  readonly organisation: Content<Organisation>;
  readonly deathsId: string;
  readonly deathsIndicator: Content<Indicator>;
  readonly eventsId: string;
  readonly eventsIndicator: Content<Indicator>;
}

const EVERYBODY = ['civilians', 'security-personnel', 'militants'] as const;

/** Columns as the codebooks of GED 22.1, of ACLED (2023 columns) and of GTD (2021) name them. */
export const EVENT_LAYOUTS: readonly EventLayout[] = [
  {
    id: 'ucdp-ged',
    name: 'UCDP Georeferenced Event Dataset',
    columns: ['id', 'type_of_violence', 'country', 'date_start', 'date_end', 'best', 'high', 'low'],
    eventId: 'id', country: 'country', area: 'adm_1', type: 'type_of_violence',
    deaths: { low: 'low', best: 'best', high: 'high' },
    isRedistributable: true,
    licence: 'CC BY 4.0',
    coversWholeYears: true,
    organisationId: 'ucdp',
    organisation: {
      name: 'Uppsala Conflict Data Program', shortName: 'UCDP', kind: 'research', lens: 'independent', url: 'https://ucdp.uu.se/',
      method: 'Counts events of organised violence with at least one death, from news and reports, with a low, a best and a high estimate.',
    },
    deathsId: 'organised-violence-deaths',
    deathsIndicator: {
      name: 'Deaths in organised violence', unit: 'deaths', includes: EVERYBODY, isSummable: true,
      definition: 'Deaths in state-based, non-state and one-sided violence, as counted event by event by the Uppsala Conflict Data Program.',
    },
    eventsId: 'organised-violence-events',
    eventsIndicator: {
      name: 'Events of organised violence', unit: 'events', includes: ['events'], isSummable: true,
      definition: 'Uses of armed force by an organised actor that cost at least one life, at one place and one time, as counted by the Uppsala Conflict Data Program.',
    },
  },
  {
    id: 'acled',
    name: 'ACLED',
    columns: ['event_id_cnty', 'event_date', 'event_type', 'country', 'fatalities'],
    eventId: 'event_id_cnty', country: 'country', area: 'admin1', type: 'event_type',
    deaths: { best: 'fatalities' },
    isRedistributable: false,
    licence: 'ACLED terms of use: the events may not be passed on',
    coversWholeYears: false,
    organisationId: 'acled',
    organisation: {
      name: 'Armed Conflict Location & Event Data', shortName: 'ACLED', kind: 'research', lens: 'independent', url: 'https://acleddata.com/',
      method: 'Counts events of political violence and protest from media, reports and partners; the most conservative figure of deaths is taken.',
    },
    deathsId: 'acled-event-fatalities',
    deathsIndicator: {
      name: 'Reported deaths in events of political violence and protest', unit: 'deaths', includes: EVERYBODY, isSummable: true,
      definition: 'Deaths reported in the events that ACLED records, whatever their type.',
    },
    eventsId: 'acled-events',
    eventsIndicator: {
      name: 'Events of political violence and protest', unit: 'events', includes: ['events'], isSummable: true,
      definition: 'Events as ACLED records them, battles, explosions, violence against civilians, riots, protests and strategic developments together.',
    },
  },
  {
    id: 'gtd',
    name: 'Global Terrorism Database',
    columns: ['eventid', 'iyear', 'imonth', 'iday', 'country_txt', 'nkill'],
    eventId: 'eventid', country: 'country_txt', area: 'provstate', type: 'attacktype1_txt',
    deaths: { best: 'nkill' },
    isRedistributable: false,
    licence: 'GTD end user licence: the data may not be passed on',
    coversWholeYears: true,
    organisationId: 'start-gtd',
    organisation: {
      name: 'National Consortium for the Study of Terrorism and Responses to Terrorism', shortName: 'START', kind: 'research', lens: 'independent', url: 'https://www.start.umd.edu/gtd/',
      method: 'Counts terrorist attacks worldwide from open sources; attackers who died are among the dead.',
    },
    deathsId: 'gtd-terrorism-deaths',
    deathsIndicator: {
      name: 'Deaths in terrorist attacks (GTD)', unit: 'deaths', includes: EVERYBODY, isSummable: true,
      definition: 'Confirmed deaths in the incidents of the Global Terrorism Database, attackers included.',
    },
    eventsId: 'gtd-terrorism-incidents',
    eventsIndicator: {
      name: 'Terrorist attacks (GTD)', unit: 'attacks', includes: ['attacks'], isSummable: true,
      definition: 'Incidents of the Global Terrorism Database.',
    },
  },
];

/** The layout whose columns the header has, or null. */
export function findEventLayout(names: readonly string[]): EventLayout | null {
  const given = new Set(names.map(foldName));
  return EVENT_LAYOUTS.find(({ columns }) => columns.every((column) => given.has(foldName(column)))) ?? null;
}

/** The layout of an id. Throws RangeError for another word. */
export function eventLayout(id: EventLayoutId): EventLayout {
  const layout = EVENT_LAYOUTS.find((one) => one.id === id);
  if (layout === undefined) throw new RangeError(`no layout ${id}`);
  return layout;
}

/** What UCDP's codes of violence stand for. */
export const VIOLENCE_TYPES: Readonly<Record<string, string>> = { 1: 'State-based violence', 2: 'Non-state violence', 3: 'One-sided violence' };
