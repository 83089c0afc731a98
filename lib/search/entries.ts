import type { Names, NamedRow } from '@/db/queries/find-names';
import { labelPublished, type Source } from '@/domain/citation';
import { labelDay } from '@/domain/day';
import { publisherAnchor } from '@/lib/inputs/row-places';
import type { SearchEntry } from './entry';

// From the rows of a release to what can be found in it.

/** The rows that have names of their own, and dated events. */
export interface Searchable extends Names {
  /** Dated events, each with the source whose page shows it. */
  readonly events: readonly (NamedRow<'annotation'> & { readonly sourceId: string })[];
}

const PAGES: readonly (readonly [path: string, title: string, note: string, words: string])[] = [
  ['/', 'Overview', 'What is counted on the frontier, and who counted it', 'home dashboard headlines'],
  ['/charts', 'Charts', 'Every chart with what it counts', 'graphs figures'],
  ['/closures', 'Closures', 'Crossings, lane by lane, and days closed', 'border shut gate calendar ics'],
  ['/incidents', 'Incidents', 'Clashes and strikes, and what each side says of them', 'claims battles'],
  ['/corrections', 'Corrections', 'What we published and had to correct', 'errors mistakes wrong withdrawn errata'],
  ['/releases', 'Releases', 'Every numbered release and what it changed', 'versions history changelog'],
  ['/sources', 'Sources', 'Every document that a number was taken from', 'references bibliography publishers'],
  ['/methods', 'Methods', 'How each organisation counts, and our own rules', 'methodology definitions licences'],
  ['/data', 'Data', 'The whole ledger as files', 'download csv excel zip api package'],
  ['/about', 'About', 'What Frontier Ledger is, and how it may be used', 'licence contact privacy cite'],
];

/** `11–12 Oct 2025`, `30 Sep – 2 Oct 2025` */
function labelDays(start: string, end: string): string {
  if (start === end) return labelDay(start);
  const isOneMonth = start.slice(0, 7) === end.slice(0, 7);
  return isOneMonth ? `${Number(start.slice(8))}–${labelDay(end)}` : `${labelDay(start)} – ${labelDay(end)}`;
}

const unique = (texts: readonly string[]): string => [...new Set(texts)].join(' ');

/** Every entry of a release: what a reader looks for first, first. */
export function searchEntries(rows: Searchable): SearchEntry[] {
  const placeOf = new Map(rows.places.map((place) => [place.id, place]));
  const organisationOf = new Map(rows.organisations.map((organisation) => [organisation.id, organisation]));
  const indicatorOf = new Map(rows.indicators.map((indicator) => [indicator.id, indicator]));
  return [
    ...rows.charts.map((chart): SearchEntry => ({ kind: 'chart', id: chart.id, title: chart.title, note: chart.subtitle, words: `${chart.countingRule} ${chart.slug}`, path: `/charts/${chart.slug}`, fragment: '' })),
    ...rows.crossings.map((crossing): SearchEntry => ({
      kind: 'crossing', id: crossing.id, title: crossing.name, note: `${crossing.provincePakistan} – ${crossing.provinceAfghanistan}`,
      words: `border crossing closed ${crossing.afghanSide ?? ''} ${crossing.district} ${crossing.usedFor}`, path: '/closures', fragment: `#crossing-${crossing.id}`,
    })),
    ...rows.incidents.map((incident): SearchEntry => {
      const places = incident.placeIds.flatMap((id) => placeOf.get(id) ?? []);
      const claims = rows.claims.filter(({ incidentId }) => incidentId === incident.id);
      return {
        kind: 'incident', id: incident.id, title: incident.title, note: [labelDays(incident.start, incident.end), ...places.slice(0, 3).map(({ name }) => name)].join(' · '),
        words: unique([incident.trigger, incident.summary, ...places.flatMap(({ name, province }) => [name, province]), ...claims.flatMap(({ claimantAs, lossesOfName }) => [claimantAs, lossesOfName])]),
        path: `/incidents/${incident.id}`, fragment: '',
      };
    }),
    ...rows.organisations.map((organisation): SearchEntry => {
      const counted = rows.series.filter(({ organisationId }) => organisationId === organisation.id).map(({ indicatorId }) => indicatorOf.get(indicatorId)?.name ?? '');
      return {
        kind: 'organisation', id: organisation.id, title: organisation.name.startsWith(organisation.shortName) ? organisation.name : `${organisation.shortName}: ${organisation.name}`,
        note: counted.length > 0 ? [...new Set(counted)].slice(0, 2).join(', ') : 'Speaks in claims', words: unique([...counted, organisation.method ?? '']), path: '/methods', fragment: `#organisation-${organisation.id}`,
      };
    }),
    ...rows.indicators.map((indicator): SearchEntry => {
      const counters = rows.series.filter(({ indicatorId }) => indicatorId === indicator.id).map(({ organisationId }) => organisationOf.get(organisationId)?.shortName ?? organisationId);
      return { kind: 'indicator', id: indicator.id, title: indicator.name, note: [...new Set(counters)].join(', '), words: `${indicator.definition} ${indicator.unit}`, path: '/methods', fragment: `#indicator-${indicator.id}` };
    }),
    ...rows.places.map((place): SearchEntry => {
      const there = rows.incidents.filter(({ placeIds }) => placeIds.includes(place.id));
      const [only] = there;
      const count = there.length === 0 ? [] : [there.length === 1 ? 'one clash or strike' : `${there.length} clashes and strikes`];
      return {
        kind: 'place', id: place.id, title: place.name, note: [`${place.province}, ${place.country}`, ...count].join(' · '), words: '',
        path: only && there.length === 1 ? `/incidents/${only.id}` : `/search?q=${encodeURIComponent(place.name.toLowerCase())}`, fragment: '',
      };
    }),
    ...PAGES.map(([path, title, note, words]): SearchEntry => ({ kind: 'page', id: path, title, note, words, path, fragment: '' })),
    ...rows.events.map((event): SearchEntry => ({ kind: 'event', id: event.id, title: event.label, note: labelDay(event.day), words: event.description, path: `/sources/${event.sourceId}`, fragment: `#annotation-${event.id}` })),
    ...publishersOf(rows).map(([publisher, documents]): SearchEntry => ({
      kind: 'publisher', id: publisher, title: publisher, note: `${documents} documents`, words: '', path: '/sources', fragment: `#${publisherAnchor(publisher)}`,
    })),
    ...rows.sources.map((source): SearchEntry => ({ kind: 'source', id: source.id, title: source.title, note: `${source.publisher}, ${labelPublished(source as Source)}`, words: '', path: `/sources/${source.id}`, fragment: '' })),
  ];
}

/** Publishers of several documents, with how many; one document is found by itself. */
function publishersOf({ sources }: Searchable): readonly (readonly [string, number])[] {
  const documents = new Map<string, number>();
  for (const { publisher } of sources) documents.set(publisher, (documents.get(publisher) ?? 0) + 1);
  return [...documents].filter(([, count]) => count > 1);
}
