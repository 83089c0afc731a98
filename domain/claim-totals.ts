// What one claimant says about one side's losses may be added over incidents, where each gives one figure; the rest is named, not guessed.

import type { Claim, ClaimLens, Incident, Measure } from './claim';
import { claimantWords } from './claim-last-word';
import { claimsOf, sumClaims, type ClaimTotal } from './claim-sum';
import type { Organisation } from './series';

/** Why an incident is not in a sum. */
export type LeftOut = 'running-total' | 'denied' | 'no-figure' | 'several-figures' | 'same-days';

export interface ClaimantTotal {
  readonly claimantId: string;
  readonly lossesOf: string;
  readonly lossesOfName: string;
  readonly measure: Measure;
  readonly measureNote: string | null;
  /** The terms, one an incident, in order of the incidents' days. */
  readonly claims: readonly Claim[];
  /** Null where the terms are bounded in different directions, so that no sum is true. */
  readonly total: ClaimTotal | null;
  readonly leftOut: readonly { readonly incidentId: string; readonly why: LeftOut }[];
}

/** Whether all that is filed under a claimant was said by one speaker or for him. The press and unnamed people are many, so theirs is never added. */
export function isOneSpeaker({ kind }: Pick<Organisation, 'kind'>): boolean {
  return kind !== 'press' && kind !== 'other';
}

/**
 * The sums of each claimant, one for each side's losses and measure, over two incidents or more. Aggregates overlap incidents and take no
 * part. A claimant's last word on an incident counts; where he has none, or no figure, the incident is left out by name. So is one that
 * shares a day with an incident already in the sum, since a count for a whole day may hold the dead of both.
 */
export function totalsByClaimant(claims: readonly Claim[], incidents: readonly Incident[], organisations: readonly Organisation[]): readonly ClaimantTotal[] {
  const speakers = new Set(organisations.filter(isOneSpeaker).map(({ id }) => id));
  const single = incidents.filter(({ isAggregate, status }) => !isAggregate && status === 'current')
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1));
  const ids = new Set(single.map(({ id }) => id));
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.status !== 'current' || !ids.has(claim.incidentId) || !speakers.has(claim.claimantId)) continue;
    const key = JSON.stringify([claim.claimantId, claim.lossesOf, claim.measure, claim.measureNote]);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()].flatMap((group) => totalOf(group, single) ?? []).toSorted(compareTotals);
}

const LENSES: readonly ClaimLens[] = ['pakistan', 'taliban', 'independent', 'other'];
const MEASURES: readonly Measure[] = ['killed', 'wounded', 'captured', 'posts-seized', 'other'];

/** Claimants of one side together, each with the dead first. */
function compareTotals(a: ClaimantTotal, b: ClaimantTotal): number {
  const sideOf = ({ claims }: ClaimantTotal): number => LENSES.indexOf(claims[0]?.lens ?? 'other');
  const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
  return sideOf(a) - sideOf(b) || compare(a.claimantId, b.claimantId) || MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure)
    || compare(a.lossesOf, b.lossesOf) || compare(a.measureNote ?? '', b.measureNote ?? '');
}

function totalOf(group: readonly Claim[], incidents: readonly Incident[]): ClaimantTotal | null {
  const terms: Claim[] = [];
  const leftOut: { incidentId: string; why: LeftOut }[] = [];
  const taken: Incident[] = [];
  for (const incident of incidents) {
    const { id } = incident;
    const [word] = claimantWords(group.filter(({ incidentId }) => incidentId === id));
    if (word === undefined) continue;
    const [claim, another] = word.standing;
    if (claim === undefined || another !== undefined) leftOut.push({ incidentId: id, why: 'several-figures' });
    else {
      const alone = sumClaims(claimsOf(claim.claimantId, [claim]), incidents);
      if (alone.ok && taken.some((other) => incident.start <= other.end && other.start <= incident.end)) leftOut.push({ incidentId: id, why: 'same-days' });
      else if (alone.ok) {
        terms.push(claim);
        taken.push(incident);
      } else leftOut.push({ incidentId: id, why: whyLeftOut(claim) });
    }
  }
  const [first] = terms;
  if (first === undefined || terms.length < 2) return null;
  const { claimantId, lossesOf, lossesOfName, measure, measureNote } = first;
  const sum = sumClaims(claimsOf(claimantId, terms), incidents);
  return { claimantId, lossesOf, lossesOfName, measure, measureNote, claims: terms, total: sum.ok ? sum.value : null, leftOut };
}

function whyLeftOut({ isCumulative, stance }: Claim): LeftOut {
  return isCumulative ? 'running-total' : stance === 'denies' ? 'denied' : 'no-figure';
}
