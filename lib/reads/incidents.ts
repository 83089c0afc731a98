import 'server-only';
import { cache } from 'react';
import { findChartDefinitions } from '@/db/queries/find-chart-definitions';
import { findRows } from '@/db/queries/find-rows';
import { buildChart } from '@/domain/chart/build';
import { type ClaimDay, claimDays } from '@/domain/chart/claim-days';
import { type LossAccount, lossAccounts } from '@/domain/chart/claim-accounts';
import { claimsInScope } from '@/domain/chart/claims';
import type { ChartDefinition, ClaimsDefinition } from '@/domain/chart/definition';
import { incidentDefinition } from '@/domain/chart/incident-definition';
import type { ClaimsModel } from '@/domain/chart/model';
import type { ChartRows } from '@/domain/chart/rows';
import { type Claim, type Incident, matchesLens, type Place } from '@/domain/claim';
import { type ClaimantTotal, totalsByClaimant } from '@/domain/claim-totals';
import type { Organisation } from '@/domain/series';
import type { View } from '@/lib/inputs/view';
import { ledgerAt } from './ledger';

type Question = Pick<View, 'asOf' | 'lens'>;

/** An incident with what was said about it, in the view asked for. */
export interface IncidentRead {
  readonly incident: Incident;
  readonly places: readonly Place[];
  readonly definition: ClaimsDefinition;
  readonly rows: ChartRows;
  readonly model: ClaimsModel;
  readonly accounts: readonly LossAccount[];
}

export interface IncidentPageRead extends IncidentRead {
  /** All days on which something was said by those of the lens, those after the vintage day too: the steps of the replay. */
  readonly days: readonly ClaimDay[];
  /** How many claims each lens shows on the vintage day. */
  readonly counts: Readonly<Record<View['lens'], number>>;
  /** Claims charts of the ledger about this incident. */
  readonly charts: readonly ChartDefinition[];
}

export interface IncidentsRead {
  /** Newest first; withdrawn ones too, with their status. On a vintage day only what had begun by then. */
  readonly incidents: readonly IncidentRead[];
  readonly totals: readonly ClaimantTotal[];
  readonly organisations: readonly Organisation[];
}

interface Shelf {
  readonly incidents: readonly Incident[];
  readonly claims: readonly Claim[];
  readonly places: readonly Place[];
  readonly organisations: readonly Organisation[];
}

/** Every incident of a release with every claim. Once a request, however many parts of the answer ask. */
const readShelf = cache(async (release: number): Promise<Shelf> => {
  const db = await ledgerAt(release);
  const incidents = await findRows(db, 'incident', release);
  const claims = await findRows(db, 'claim', release);
  const places = await findRows(db, 'place', release);
  const organisations = await findRows(db, 'organisation', release);
  return { incidents, claims, places, organisations };
});

/** The rows of one incident's chart. The chart itself leaves out what was said after the vintage day. */
function rowsOf({ claims, places, organisations }: Shelf, incident: Incident, release: number, asOf: View['asOf']): ChartRows {
  const own = claims.filter(({ incidentId }) => incidentId === incident.id);
  return {
    release, asOf, indicators: [], series: [], readings: [], crossings: [], closures: [], annotations: [],
    organisations: organisations.filter(({ id }) => own.some(({ claimantId }) => claimantId === id)),
    incidents: [incident], claims: own, places: places.filter(({ id }) => incident.placeIds.includes(id)),
  };
}

function readOne(shelf: Shelf, incident: Incident, release: number, { asOf, lens }: Question): IncidentRead {
  const rows = rowsOf(shelf, incident, release, asOf);
  const definition = incidentDefinition(incident, rows.places);
  const model = buildChart(definition, rows, { from: null, to: null, lens });
  return { incident, places: rows.places, definition, rows, model, accounts: lossAccounts(model, rows.claims) };
}

/** All incidents of a release in a view, and what each claimant's figures add up to in it. */
export async function readIncidents(release: number, view: Question): Promise<IncidentsRead> {
  const shelf = await readShelf(release);
  const known = shelf.incidents.filter(({ start }) => view.asOf === null || start <= view.asOf)
    .toSorted((a, b) => (a.start > b.start ? -1 : a.start < b.start ? 1 : a.id > b.id ? -1 : 1));
  const incidents = known.map((incident) => readOne(shelf, incident, release, view));
  const shown = incidents.flatMap(({ definition, rows }) => claimsInScope(definition, rows)).filter((claim) => matchesLens(claim, view.lens));
  return { incidents, totals: totalsByClaimant(shown, known, shelf.organisations), organisations: shelf.organisations };
}

/** One incident of a release in a view, or null when the release has none of that id. */
export async function readIncident(release: number, id: string, view: Question): Promise<IncidentPageRead | null> {
  const shelf = await readShelf(release);
  const incident = shelf.incidents.find((one) => one.id === id);
  if (incident === undefined) return null;
  const read = readOne(shelf, incident, release, view);
  const current = claimsInScope(read.definition, read.rows).filter(({ status }) => status === 'current');
  const count = (lens: View['lens']): number => current.filter((claim) => matchesLens(claim, lens)).length;
  const charts = await findChartDefinitions(await ledgerAt(release), release);
  return {
    ...read,
    days: claimDays(read.rows.claims.filter((claim) => matchesLens(claim, view.lens))),
    counts: { all: count('all'), pakistan: count('pakistan'), taliban: count('taliban'), independent: count('independent') },
    charts: charts.filter(({ kind, options, status }) => kind === 'claims' && status === 'current' && 'incidentId' in options && options.incidentId === id),
  };
}
