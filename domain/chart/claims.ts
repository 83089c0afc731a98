// Each claim is one mark in a row of its own; claims stand side by side, and none is added to another.

import { boundsOfClaim, groupClaims, matchesLens, printClaim, type Claim, type ClaimGroup, type ClaimLens, type Incident, type Measure } from '../claim';
import { byDayThenSize } from '../claim-last-word';
import { CitationRegister } from './citation-register';
import { claimNotes, claimsAltText, claimsTable, measureLabelOf, sayClaim } from './claim-words';
import type { ClaimsDefinition } from './definition';
import { ChartDefinitionError } from './definition-error';
import type { ClaimMark, ClaimsModel } from './model';
import type { LegendItem } from './model-parts';
import { compareText, headOf, latestDay } from './model-base';
import type { ChartRows } from './rows';
import { valueAxis, type ValueAxis } from './value-axis';
import type { ChartView } from './view';

const MEASURES: readonly Measure[] = ['killed', 'wounded', 'captured', 'posts-seized', 'other'];
const LENSES: readonly ClaimLens[] = ['pakistan', 'taliban', 'independent', 'other'];

const LENS_LEGEND: Record<ClaimLens, { readonly label: string; readonly description: string }> = {
  pakistan: { label: 'Pakistani side', description: 'Said by the Pakistani state, its forces or officials' },
  taliban: { label: 'Taliban side', description: 'Said by the Taliban authorities or their officials' },
  independent: { label: 'Independent', description: 'Said by the UN, hospitals, aid groups or the press on its own account' },
  other: { label: 'Others', description: 'Said by a party that is neither side of the clash' },
};

/** Claims of one side stand together, oldest first, of one day the smaller figure first. */
function compareClaims(a: Claim, b: Claim): number {
  return LENSES.indexOf(a.lens) - LENSES.indexOf(b.lens)
    || byDayThenSize(a, b)
    || compareText(a.claimantAs, b.claimantAs)
    || compareText(a.id, b.id);
}

/** By measure, then where more claimants speak, then by name. */
function compareGroups(a: ClaimGroup, b: ClaimGroup): number {
  const claimants = ({ claims }: ClaimGroup): number => new Set(claims.map(({ claimantId }) => claimantId)).size;
  return MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure)
    || claimants(b) - claimants(a)
    || compareText(a.lossesOfName, b.lossesOfName)
    || compareText(a.measureNote ?? '', b.measureNote ?? '');
}

/** A denial is not a count of zero and a claim without a figure is not one either: neither has a place on the axis. */
function placeOf(claim: Claim): Pick<ClaimMark, 'low' | 'high'> {
  return claim.stance === 'denies' ? { low: null, high: null } : boundsOfClaim(claim);
}

/** What shares an axis: killed with killed, so that lengths can be compared; other measures by what they measure. */
function scaleOf(group: ClaimGroup): string {
  return group.measure === 'other' ? `other ${group.measureNote ?? ''}` : group.measure;
}

function axisOf(claims: readonly Claim[]): ValueAxis {
  const placed = claims.map(placeOf);
  const drawn = placed.flatMap(({ low, high }) => [low, high]);
  // An open end needs room beyond its bound, or it would look like a full stop.
  const open = placed.map(({ low, high }) => (low !== null && high === null ? low * 1.15 : null));
  return valueAxis([...drawn, ...open]);
}

function markOf(claim: Claim, group: number, row: number, register: CitationRegister): ClaimMark {
  const { id, lens, stance, qualifier, saidOn, status, note } = claim;
  return {
    id, group, row, lens, stance, qualifier, saidOn, status, note,
    ...placeOf(claim),
    claimant: claim.claimantAs,
    label: printClaim(claim),
    citations: register.cite(claim.citations),
    spoken: sayClaim(claim),
  };
}

function legendOf(claims: readonly Claim[]): readonly LegendItem[] {
  return LENSES.flatMap((lens, colour) => (claims.some((claim) => claim.lens === lens) ? [{ id: lens, colour, ...LENS_LEGEND[lens] }] : []));
}

/** Null on a vintage day before the incident: then there is nothing to claim yet. */
function incidentOf(definition: ClaimsDefinition, rows: ChartRows): Incident | null {
  const incident = rows.incidents.find(({ id }) => id === definition.options.incidentId);
  if (incident !== undefined) return rows.asOf === null || incident.start <= rows.asOf ? incident : null;
  if (rows.asOf !== null) return null;
  throw new ChartDefinitionError('unknown-incident', definition.slug, `incident ${definition.options.incidentId} is not in release ${rows.release}.`);
}

/** The claims a chart is about before any lens: of its incident, in its measures, made by the vintage day; withdrawn ones too. */
export function claimsInScope(definition: ClaimsDefinition, rows: ChartRows): readonly Claim[] {
  const { incidentId, measures } = definition.options;
  if (incidentOf(definition, rows) === null) return [];
  return rows.claims
    .filter((claim) => claim.incidentId === incidentId && measures.includes(claim.measure))
    .filter(({ saidOn }) => rows.asOf === null || saidOn === null || saidOn <= rows.asOf)
    .toSorted(compareClaims);
}

/** Throws a ChartDefinitionError when the incident is not in the release. */
export function buildClaims(definition: ClaimsDefinition, rows: ChartRows, view: ChartView): ClaimsModel {
  const incident = incidentOf(definition, rows);
  const inScope = claimsInScope(definition, rows);
  const all = inScope.filter(({ status }) => status === 'current');
  // Groups are ordered before the lens narrows them, so that they keep their places when the reader changes it.
  const groups = groupClaims(all)
    .toSorted(compareGroups)
    .map((group) => ({ ...group, claims: group.claims.filter((claim) => matchesLens(claim, view.lens)) }))
    .filter(({ claims }) => claims.length > 0);
  const register = new CitationRegister();
  const marks = groups.flatMap(({ claims }, group) => claims.map((claim, row) => markOf(claim, group, row, register)));
  const shown = groups.flatMap(({ claims }) => claims);
  const withdrawn = inScope.filter((claim) => claim.status === 'withdrawn' && matchesLens(claim, view.lens));
  const subject = { definition, incident, groups, marks, shown, hidden: all.length - shown.length, withdrawn, lens: view.lens, asOf: rows.asOf };
  return {
    ...headOf(definition, rows),
    kind: 'claims',
    unit: 'people or posts, as named by each group',
    groups: groups.map((group) => {
      const axis = axisOf(groups.filter((other) => scaleOf(other) === scaleOf(group)).flatMap(({ claims }) => claims));
      return {
        id: [group.lossesOf, group.measure, group.measureNote].filter((part) => part !== null).join('-').replaceAll(/[^a-z0-9-]+/gi, '-').toLowerCase(),
        label: group.lossesOfName,
        measure: group.measure,
        measureLabel: measureLabelOf(group),
        xMax: axis.max,
        xTicks: axis.ticks,
        rows: group.claims.length,
      };
    }),
    marks,
    legend: legendOf(shown),
    annotations: [],
    notes: claimNotes(subject),
    table: claimsTable(subject, register),
    altText: claimsAltText(subject),
    knownUntil: latestDay(shown.map(({ saidOn }) => saidOn)),
    citations: register.list(),
  };
}
