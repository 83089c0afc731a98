// The map shows crossings as they were on the last day the record reaches, and incidents where their places lie; never the state of today.

import type { Incident, Place } from '../claim';
import { describeCrossing, laneStates, type Closure, type Crossing } from '../closure';
import { labelDay, labelPeriod, periodOf, type Day } from '../period';
import { composeAltText } from './alt-text';
import { CitationRegister } from './citation-register';
import { LANE_LABELS } from './closure-bars';
import { crossingsOf } from './closures';
import { closuresAsOf, lastKnownDay } from './closures-as-of';
import type { MapDefinition } from './definition';
import { ChartDefinitionError } from './definition-error';
import type { MapModel, MapPoint } from './model';
import type { ModelTable } from './model-parts';
import { compareText, headOf, latestDay } from './model-base';
import type { ChartRows } from './rows';
import { startColumn, textCell } from './table';
import type { ChartView } from './view';
import { asSentence, capitalise, countOf, joinWords } from './wording';

const STATE_LABELS = { open: 'open', closed: 'closed', unknown: 'not known' } as const;

/** What a map of this border owes to its readers: whose line it is. */
export const BOUNDARY_NOTE = 'Afghanistan does not recognise the line between the two countries, the Durand Line, as its border. '
  + 'It and the other boundaries are drawn from Natural Earth, as controlled on the ground; those in Kashmir are disputed.';

interface Coordinates {
  readonly longitude: number;
  readonly latitude: number;
}

/** A thing of the map in words; its point only where coordinates are known. */
interface Located {
  readonly name: string;
  readonly facts: string;
  readonly where: string;
  readonly day: Day | null;
  readonly citations: readonly number[];
  readonly point: MapPoint | null;
}

function coordinatesOf(row: Pick<Place, 'longitude' | 'latitude'>): Coordinates | null {
  return row.longitude === null || row.latitude === null ? null : { longitude: row.longitude, latitude: row.latitude };
}

/** The last day the record of a crossing reaches, no later than the view or the vintage asks. */
function lastDayOf(closures: readonly Closure[], limit: Day | null): Day | null {
  const last = latestDay(closures.map(lastKnownDay));
  return last !== null && limit !== null && limit < last ? limit : last;
}

function locateCrossing(crossing: Crossing, closures: readonly Closure[], limit: Day | null, fallback: Day, register: CitationRegister): Located {
  const day = lastDayOf(closures, limit);
  const lanes = laneStates(closures, day ?? fallback).map(({ lane, state }) => ({ lane, state, label: `${LANE_LABELS[lane]}: ${STATE_LABELS[state]}` }));
  const behind = day === null ? [] : closures.filter(({ start, end }) => start <= day && (end === null || end >= day));
  const citations = register.cite([...crossing.citations, ...behind.flatMap((closure) => closure.citations)]);
  const facts = day === null ? 'no closure on record, state not known' : describeCrossing(closures, day);
  const spoken = asSentence(day === null ? `${crossing.name}: ${facts}` : `${crossing.name} on ${labelDay(day)}, the last day the record reaches: ${facts}`);
  const at = coordinatesOf(crossing);
  const where = `${crossing.district}, ${crossing.provincePakistan} / ${crossing.provinceAfghanistan}`;
  const point: MapPoint | null = at === null
    ? null
    : { id: crossing.id, nature: 'crossing', label: crossing.name, ...at, lanes, day: day ?? fallback, citations, spoken, state: facts };
  return { name: crossing.name, facts: capitalise(facts), where, day, citations, point };
}

function locateIncident(incident: Incident, places: readonly Place[], register: CitationRegister): readonly Located[] {
  const when = labelPeriod(periodOf(incident.start, incident.end));
  const citations = register.cite(incident.citations);
  return places.map((place): Located => {
    const at = coordinatesOf(place);
    const region = [place.province, place.country].filter((part) => part !== '').join(', ');
    const spoken = asSentence(`${incident.title}, ${place.name}, ${when}: ${incident.summary}`);
    const point: MapPoint | null = at === null
      ? null
      : {
          id: `${incident.id}_${place.id}`, nature: 'incident', label: `${place.name}: ${incident.title}`, ...at, lanes: [], day: incident.start, citations, spoken,
          place: { id: place.id, name: place.name, region }, event: { title: incident.title, when },
        };
    return { name: `${incident.title}: ${place.name}`, facts: incident.summary, where: region, day: incident.start, citations, point };
  });
}

function incidentsOf(definition: MapDefinition, rows: ChartRows, view: ChartView): readonly Incident[] {
  return definition.options.incidentIds
    .flatMap((id) => {
      const incident = rows.incidents.find((row) => row.id === id);
      // On a vintage day the rows leave out what had not happened yet.
      if (incident === undefined && rows.asOf !== null) return [];
      if (incident === undefined) throw new ChartDefinitionError('unknown-incident', definition.slug, `incident ${id} is not in release ${rows.release}.`);
      return incident;
    })
    .filter(({ status, start, end }) => status === 'current'
      && (rows.asOf === null || start <= rows.asOf) && (view.from === null || end >= view.from) && (view.to === null || start <= view.to))
    .toSorted((a, b) => compareText(a.start, b.start) || compareText(a.id, b.id));
}

function tableOf(definition: MapDefinition, located: readonly Located[]): ModelTable {
  return {
    caption: definition.title,
    columns: [startColumn('name', 'What'), startColumn('where', 'Where'), startColumn('day', 'Day'), startColumn('facts', 'State or event')],
    rows: located.map(({ name, where, day, facts, citations, point }, index) => ({
      id: point?.id ?? `unplaced-${index}`,
      status: 'current',
      cells: [
        { text: name, markId: point?.id ?? null, citations, empty: null, remarks: point === null ? ['place not located'] : [] },
        textCell(where),
        textCell(day === null ? 'not known' : labelDay(day)),
        textCell(facts),
      ],
    })),
  };
}

/** Throws a ChartDefinitionError for crossings or incidents that are not in the release. */
export function buildMap(definition: MapDefinition, rows: ChartRows, view: ChartView): MapModel {
  const crossings = crossingsOf(definition.options.crossingIds, definition.slug, rows).filter(({ status }) => status === 'current');
  const known = closuresAsOf(rows.closures.filter(({ status }) => status === 'current'), rows.asOf);
  const incidents = incidentsOf(definition, rows, view);
  const reach = latestDay([...known.map(lastKnownDay), ...incidents.map(({ end }) => end)]);
  const limit = view.to !== null && (rows.asOf === null || view.to < rows.asOf) ? view.to : rows.asOf;
  const register = new CitationRegister();
  const ofCrossings = crossings.map((crossing) => {
    const own = known.filter(({ crossingId }) => crossingId === crossing.id);
    // The fallback day is only where a crossing without any record stands; all its lanes are unknown on it.
    return locateCrossing(crossing, own, limit, limit ?? reach ?? '1970-01-01', register);
  });
  const ofIncidents = incidents.flatMap((incident) => {
    const places = incident.placeIds.flatMap((id) => rows.places.filter((place) => place.id === id && place.status === 'current'));
    return locateIncident(incident, places, register);
  });
  const placeless = incidents.filter(({ placeIds }) => !placeIds.some((id) => rows.places.some((place) => place.id === id)));
  const located = [...ofCrossings, ...ofIncidents];
  const unplaced = [...located.filter(({ point }) => point === null).map(({ name }) => name), ...placeless.map(({ title }) => title)];
  const days = [...new Set(ofCrossings.map(({ day }) => day).filter((day) => day !== null))].toSorted();
  const knownUntil = latestDay([...days, ...incidents.map(({ end }) => end)]);
  const aggregates = incidents.filter(({ isAggregate }) => isAggregate).map(({ title }) => title);
  const states = ofCrossings.flatMap(({ name, facts, day }) => (day === null || facts === 'Not known' ? [] : [`${name} ${facts.charAt(0).toLowerCase()}${facts.slice(1)}`]));
  return {
    ...headOf(definition, rows),
    kind: 'map',
    unit: '',
    points: located.flatMap(({ point }) => point ?? []),
    unplaced,
    annotations: [],
    notes: [
      BOUNDARY_NOTE,
      days.length === 0 ? null : `Crossings are shown as they were on the last day the record of each reaches, ${joinWords([...new Set([days[0], days[days.length - 1]])].flatMap((day) => (day === undefined ? [] : [labelDay(day)])), 'to')}; nothing is said about later days.`,
      unplaced.length === 0 ? null : `Not on the map, because no coordinates are known: ${joinWords([...new Set(unplaced)])}.`,
      aggregates.length === 0 ? null : `Aggregates that overlap single incidents: ${joinWords(aggregates)}.`,
      days.length === 0 ? null : 'Open means that the record holds no closure of the lane on that day.',
      'Places are marked by their centre; a point is not the exact spot of an incident.',
    ].filter((note) => note !== null),
    table: tableOf(definition, located),
    altText: composeAltText(definition.altText, `Map of ${countOf(crossings.length, 'crossings')} and ${countOf(incidents.length, 'incidents')} along the border`, [
      states.length === 0 ? null : joinWords(states),
      unplaced.length === 0 ? null : `${unplaced.length} without coordinates`,
    ]),
    knownUntil,
    citations: register.list(),
  };
}
