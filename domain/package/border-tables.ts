// The tables about the border: crossings and their closures, incidents and what each side claims.

import type { Annotation, Claim, Incident, Place } from '../claim';
import { boundsOfClaim } from '../claim-figure';
import type { Closure, Crossing, RivalDate } from '../closure';
import { ledgerFields } from './ledger-fields';
import type { TabledRows } from './rows';
import { field, table, type Field, type PackageTable } from './table';
import { ACCOUNTS, CONFIDENCES, EDGE_PRECISIONS, QUALIFIERS } from './words';


interface Placed {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly coordinateNote: string;
}

function placeFields<Row extends Placed>(): readonly Field<Row>[] {
  return [
    field('latitude', 'number', 'Degrees north, WGS 84.', ({ latitude }) => latitude, { empty: true }),
    field('longitude', 'number', 'Degrees east, WGS 84.', ({ longitude }) => longitude, { empty: true }),
    field('coordinate_note', 'string', 'Where the coordinates are from and how exact they are.', ({ coordinateNote }) => coordinateNote, { empty: true }),
  ];
}

export function borderTables(rows: TabledRows): readonly PackageTable[] {
  return [
    table<Crossing>({
      name: 'crossings', title: 'Crossings', note: 'Border crossing points.',
      fields: [
        field('id', 'string', 'Stable over all releases.', ({ id }) => id),
        field('name', 'string', 'Name.', ({ name }) => name),
        field('afghan_side', 'string', 'Its name on the Afghan side.', ({ afghanSide }) => afghanSide, { empty: true }),
        field('district', 'string', 'District.', ({ district }) => district),
        field('province_pakistan', 'string', 'Province in Pakistan.', ({ provincePakistan }) => provincePakistan),
        field('province_afghanistan', 'string', 'Province in Afghanistan.', ({ provinceAfghanistan }) => provinceAfghanistan),
        ...placeFields<Crossing>(),
        field('used_for', 'string', 'What it is used for.', ({ usedFor }) => usedFor),
        ...ledgerFields<Crossing>(),
      ],
    }, rows.crossings),
    table<Closure>({
      name: 'closures', title: 'Closures', note: 'A crossing shut for one lane. Days are counted from start to end without the end; an unknown end is not an open border.',
      foreignKeys: { crossing_id: 'crossings' },
      fields: [
        field('id', 'string', 'Stable over all releases.', ({ id }) => id),
        field('crossing_id', 'string', 'The crossing.', ({ crossingId }) => crossingId),
        field('lane', 'string', 'Who was shut out.', ({ lane }) => lane, { words: ['trade', 'pedestrian', 'returnees', 'all'] }),
        field('start', 'date', 'The day it shut.', ({ start }) => start),
        field('start_precision', 'string', 'How exactly the start is known.', ({ startPrecision }) => startPrecision, { words: EDGE_PRECISIONS }),
        field('start_low', 'date', 'The earliest it may have shut.', ({ startLow }) => startLow),
        field('start_high', 'date', 'The latest it may have shut.', ({ startHigh }) => startHigh),
        field('end', 'date', 'The day it opened again.', ({ end }) => end, { empty: true }),
        field('end_state', 'string', 'How it ended, as far as is known.', ({ endState }) => endState, { words: ['reopened', 'ongoing', 'unknown'] }),
        field('end_precision', 'string', 'How exactly the end is known.', ({ endPrecision }) => endPrecision, { empty: true, words: EDGE_PRECISIONS }),
        field('end_low', 'date', 'The earliest it may have opened.', ({ endLow }) => endLow, { empty: true }),
        field('end_high', 'date', 'The latest it may have opened.', ({ endHigh }) => endHigh, { empty: true }),
        field('known_on', 'date', 'The last day on which a source says it was shut.', ({ knownOn }) => knownOn),
        field('closed_by', 'string', 'Who shut it.', ({ closedBy }) => closedBy, { empty: true }),
        field('reason', 'string', 'The reason given.', ({ reason }) => reason, { empty: true }),
        field('partial_note', 'string', 'What stayed open or opened earlier.', ({ partialNote }) => partialNote, { empty: true }),
        field('confidence', 'string', 'How sure the recording is.', ({ confidence }) => confidence, { words: CONFIDENCES }),
        field('note', 'string', 'Note.', ({ note }) => note, { empty: true }),
        ...ledgerFields<Closure>(),
      ],
    }, rows.closures),
    table<RivalDate & { readonly closureId: string; readonly position: number }>({
      name: 'closure-rivals', title: 'Rival dates of closures', note: 'Another day that a source gives for an edge of a closure.', primaryKey: ['closure_id', 'position'],
      foreignKeys: { closure_id: 'closures', source_id: 'sources' },
      fields: [
        field('closure_id', 'string', 'The closure.', ({ closureId }) => closureId),
        field('position', 'integer', 'From 1.', ({ position }) => position),
        field('edge', 'string', 'Which edge.', ({ edge }) => edge, { words: ['start', 'end'] }),
        field('day', 'date', 'The other day.', ({ day }) => day),
        field('source_id', 'string', 'Who gives it.', ({ sourceId }) => sourceId),
      ],
    }, rows.closures.flatMap(({ id, rivals }) => rivals.map((rival, index) => ({ ...rival, closureId: id, position: index + 1 })))),
    table<Place>({
      name: 'places', title: 'Places', note: 'Places named in incidents.',
      fields: [
        field('id', 'string', 'Stable over all releases.', ({ id }) => id),
        field('name', 'string', 'Name.', ({ name }) => name),
        field('province', 'string', 'Province.', ({ province }) => province),
        field('country', 'string', 'Country.', ({ country }) => country),
        ...placeFields<Place>(),
        ...ledgerFields<Place>(),
      ],
    }, rows.places),
    table<Incident>({
      name: 'incidents', title: 'Incidents', note: 'Clashes and strikes. Aggregates overlap other incidents and are never summed with them.',
      fields: [
        field('id', 'string', 'Stable over all releases.', ({ id }) => id),
        field('title', 'string', 'Title.', ({ title }) => title),
        field('start', 'date', 'First day.', ({ start }) => start),
        field('end', 'date', 'Last day, inclusive.', ({ end }) => end),
        field('trigger', 'string', 'What set it off.', ({ trigger }) => trigger, { empty: true }),
        field('summary', 'string', 'What happened.', ({ summary }) => summary, { empty: true }),
        field('is_aggregate', 'boolean', 'It overlaps other incidents.', ({ isAggregate }) => isAggregate),
        ...ledgerFields<Incident>(),
      ],
    }, rows.incidents),
    table<{ readonly incidentId: string; readonly placeId: string }>({
      name: 'incident-places', title: 'Places of incidents', note: 'Where an incident happened.', primaryKey: ['incident_id', 'place_id'], foreignKeys: { incident_id: 'incidents', place_id: 'places' },
      fields: [field('incident_id', 'string', 'The incident.', ({ incidentId }) => incidentId), field('place_id', 'string', 'The place.', ({ placeId }) => placeId)],
    }, rows.incidents.flatMap(({ id, placeIds }) => placeIds.map((placeId) => ({ incidentId: id, placeId })))),
    table<Claim>({
      name: 'claims', title: 'Claims', note: 'What one claimant says about one side’s losses. There is no true value, and claims of different claimants are never added or averaged.',
      foreignKeys: { incident_id: 'incidents', claimant_id: 'organisations' },
      fields: [
        field('id', 'string', 'Stable over all releases.', ({ id }) => id),
        field('incident_id', 'string', 'The incident.', ({ incidentId }) => incidentId),
        field('claimant_id', 'string', 'Who says so.', ({ claimantId }) => claimantId),
        field('claimant_as', 'string', 'The claimant in words.', ({ claimantAs }) => claimantAs),
        field('lens', 'string', 'Whose account it is.', ({ lens }) => lens, { words: ACCOUNTS }),
        field('losses_of', 'string', 'Code of whose losses are spoken of.', ({ lossesOf }) => lossesOf),
        field('losses_of_name', 'string', 'The same in words.', ({ lossesOfName }) => lossesOfName),
        field('measure', 'string', 'What is counted.', ({ measure }) => measure, { words: ['killed', 'wounded', 'captured', 'posts-seized', 'other'] }),
        field('measure_note', 'string', 'What other means, or a refinement.', ({ measureNote }) => measureNote, { empty: true }),
        field('value_low', 'number', 'At least so many. Empty for a denial and where no figure was given.', (claim) => figureOf(claim).low, { empty: true }),
        field('value_high', 'number', 'At most so many. Empty where it is open above.', (claim) => figureOf(claim).high, { empty: true }),
        field('qualifier', 'string', 'How the claimant put it. Means nothing without a figure.', ({ qualifier }) => qualifier, { words: QUALIFIERS }),
        field('stance', 'string', 'A denial is not a zero.', ({ stance }) => stance, { words: ['claims', 'admits', 'denies'] }),
        field('is_cumulative', 'boolean', 'Running total: a later figure takes the place of an earlier one.', ({ isCumulative }) => isCumulative),
        field('said_on', 'date', 'The day it was said.', ({ saidOn }) => saidOn, { empty: true }),
        field('note', 'string', 'Note.', ({ note }) => note, { empty: true }),
        ...ledgerFields<Claim>(),
      ],
    }, rows.claims),
    table<Annotation>({
      name: 'annotations', title: 'Annotations', note: 'Dated events that charts mark.',
      fields: [
        field('id', 'string', 'Stable over all releases.', ({ id }) => id),
        field('day', 'date', 'The day.', ({ day }) => day),
        field('label', 'string', 'In a few words.', ({ label }) => label),
        field('description', 'string', 'In a sentence.', ({ description }) => description, { empty: true }),
        ...ledgerFields<Annotation>(),
      ],
    }, rows.annotations),
  ];
}

function figureOf(claim: Claim): { readonly low: number | null; readonly high: number | null } {
  return claim.stance === 'denies' ? { low: null, high: null } : boundsOfClaim(claim);
}
