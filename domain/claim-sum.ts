// Only claims of one claimant about different events are ever added; the type cannot hold those of two.

import type { Claim, Incident } from './claim';
import { boundsOfClaim, printClaim, quantityOfClaim } from './claim-figure';
import { accept, refuse } from './outcome';
import type { Outcome, Refusal } from './outcome';
import { addQuantities } from './quantity';
import type { Bounds, Quantity } from './quantity';

declare const ofOneClaimant: unique symbol;

/** Claims proved to be of one claimant. Joining two such lists gives a plain list, which no sum accepts. */
export type ClaimsOfOneClaimant = readonly Claim[] & { readonly [ofOneClaimant]: true };

/** The sum with its bounds; a range such as 15–20 counts as at least its low. */
export type ClaimTotal = Quantity & Bounds;

/** The current claims of one claimant, in the order given. */
export function claimsOf(claimantId: string, claims: readonly Claim[]): ClaimsOfOneClaimant {
  const own = claims.filter((claim) => claim.claimantId === claimantId && claim.status === 'current');
  // The only place that may say so: the line above has just made it true.
  return own as readonly Claim[] as ClaimsOfOneClaimant;
}

/**
 * Adds what one claimant says about one side's losses over several incidents. Refuses claims of several claimants, losses or measures,
 * running totals, aggregate or unknown incidents, two claims about one incident, denials and claims without a figure.
 */
export function sumClaims(claims: ClaimsOfOneClaimant, incidents: readonly Incident[]): Outcome<ClaimTotal> {
  const problem = problemOf(claims, incidents);
  if (problem) return refuse(problem);
  const total = addQuantities(claims.map(quantityOfClaim).filter((quantity) => quantity !== null));
  if (!total.ok) return total;
  const bounds = claims.map(boundsOfClaim);
  return accept({ ...total.value, low: addAll(bounds.map(({ low }) => low)), high: addAll(bounds.map(({ high }) => high)) });
}

function problemOf(claims: readonly Claim[], incidents: readonly Incident[]): Refusal | null {
  const first = claims[0];
  if (!first) return { code: 'nothing-to-sum', message: 'There is nothing to add up.' };
  if (claims.some((claim) => claim.claimantId !== first.claimantId)) {
    return { code: 'different-claimants', message: 'Claims of different claimants are never added: show them side by side.' };
  }
  if (claims.some((claim) => measuredBy(claim) !== measuredBy(first))) {
    return { code: 'different-losses', message: 'These claims speak of different losses or measure them differently.' };
  }
  const seen = new Set<string>();
  for (const claim of claims) {
    const incident = incidents.find((one) => one.id === claim.incidentId);
    const who = claim.claimantAs;
    if (claim.isCumulative) {
      return { code: 'cumulative', message: `${who} gave ${printClaim(claim)} as a running total: take the last, do not add.` };
    }
    if (!incident || incident.isAggregate) {
      const what = incident ? `“${incident.title}” overlaps other incidents` : `the incident ${claim.incidentId} is not known`;
      return { code: 'aggregate-incident', message: `These claims are not added: ${what}.` };
    }
    if (seen.has(claim.incidentId)) {
      return { code: 'same-incident', message: `Two of these claims are about “${incident.title}”: a later one replaces the earlier.` };
    }
    seen.add(claim.incidentId);
    if (quantityOfClaim(claim) === null) return { code: 'no-figure', message: `${who} gave no figure for “${incident.title}”.` };
  }
  return null;
}

function measuredBy(claim: Claim): string {
  return JSON.stringify([claim.lossesOf, claim.measure, claim.measureNote]);
}

function addAll(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>((sum, number) => (sum === null || number === null ? null : sum + number), 0);
}
