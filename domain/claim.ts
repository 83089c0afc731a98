// A claim is what one claimant says about one side's losses; claims of different claimants are never added.

import type { Recorded } from './citation';
import type { Day } from './day';
import type { Qualifier } from './reading';

// One address for the subject: claims, their figures, and the only sum of claims there is.
export { boundsOfClaim, printClaim, quantityOfClaim, sayClaim } from './claim-figure';
export { claimsOf, sumClaims } from './claim-sum';
export type { ClaimTotal, ClaimsOfOneClaimant } from './claim-sum';

export type Lens = 'all' | 'pakistan' | 'taliban' | 'independent';
export type ClaimLens = 'pakistan' | 'taliban' | 'independent' | 'other';
export type Measure = 'killed' | 'wounded' | 'captured' | 'posts-seized' | 'other';
export type Stance = 'claims' | 'admits' | 'denies';

export interface Place extends Recorded {
  readonly name: string;
  readonly province: string;
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly coordinateNote: string;
}

export interface Incident extends Recorded {
  readonly title: string;
  readonly start: Day;
  readonly end: Day;
  readonly placeIds: readonly string[];
  readonly trigger: string;
  readonly summary: string;
  /** An aggregate overlaps incidents and is never summed with them. */
  readonly isAggregate: boolean;
}

export interface Claim extends Recorded {
  readonly incidentId: string;
  readonly claimantId: string;
  /** The claimant as the page words it, e.g. `Taliban (Mujahid)`. */
  readonly claimantAs: string;
  readonly lens: ClaimLens;
  /** Stable group key, e.g. `pakistani-forces`, `taliban-forces`, `afghan-civilians`. */
  readonly lossesOf: string;
  readonly lossesOfName: string;
  readonly measure: Measure;
  /** What `other` measures, or a refinement (`posts destroyed`). */
  readonly measureNote: string | null;
  /** Null low: no figure was given. Null high with a low: more than / at least the low. */
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: Qualifier;
  readonly stance: Stance;
  /** Running total of a longer operation: a later figure replaces an earlier one. */
  readonly isCumulative: boolean;
  readonly saidOn: Day | null;
  readonly note: string | null;
}

export interface Annotation extends Recorded {
  readonly day: Day;
  readonly label: string;
  readonly description: string;
}

/** Claims about one side's losses in one measure, in the order given. `measureNote` tells kinds of `other` apart, null for the rest. */
export interface ClaimGroup {
  readonly lossesOf: string;
  readonly lossesOfName: string;
  readonly measure: Measure;
  readonly measureNote: string | null;
  readonly claims: readonly Claim[];
}

/** Groups by whose losses and measure, in order of first appearance; what `other` measures is told apart by its note. */
export function groupClaims(claims: readonly Claim[]): ClaimGroup[] {
  const groups = new Map<string, { first: Claim; claims: Claim[] }>();
  for (const claim of claims) {
    const key = JSON.stringify([claim.lossesOf, claim.measure, noteOf(claim)]);
    const group = groups.get(key);
    if (group) group.claims.push(claim);
    else groups.set(key, { first: claim, claims: [claim] });
  }
  return [...groups.values()].map(({ first, claims: members }) => ({
    lossesOf: first.lossesOf, lossesOfName: first.lossesOfName, measure: first.measure, measureNote: noteOf(first), claims: members,
  }));
}

function noteOf(claim: Claim): string | null {
  return claim.measure === 'other' ? claim.measureNote : null;
}

/** Whether a reader who chose this lens sees the claim; `all` shows every claim, those of `other` included. */
export function matchesLens(claim: Pick<Claim, 'lens'>, lens: Lens): boolean {
  return lens === 'all' || claim.lens === lens;
}
