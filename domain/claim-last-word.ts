// A claimant's last word on a loss stands for him; what he said before is its history, never a second count.

import type { Claim } from './claim';
import type { Day } from './day';

/** What one claimant says about one side's losses in one incident. */
export interface ClaimantWord {
  readonly claimantId: string;
  /** What he said last. Several where no day puts them in order: then none of them stands alone. */
  readonly standing: readonly Claim[];
  /** What that replaced, oldest first. */
  readonly earlier: readonly Claim[];
}

/** The words of every claimant, in order of first appearance. Give it claims about one side's losses, in one measure, in one incident. */
export function claimantWords(claims: readonly Claim[]): readonly ClaimantWord[] {
  const claimants = [...new Set(claims.map(({ claimantId }) => claimantId))];
  return claimants.map((claimantId) => wordOf(claimantId, claims.filter((claim) => claim.claimantId === claimantId)));
}

function wordOf(claimantId: string, claims: readonly Claim[]): ClaimantWord {
  const days = claims.flatMap(({ saidOn }) => saidOn ?? []);
  const lastDay = days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null);
  const undated = claims.filter(({ saidOn }) => saidOn === null);
  const ofLastDay = claims.filter(({ saidOn }) => saidOn !== null && saidOn === lastDay);
  const last = latestTotal(ofLastDay);
  const standing = [...last, ...undated];
  const isEarlier = (claim: Claim): boolean => !standing.includes(claim);
  return { claimantId, standing, earlier: claims.filter(isEarlier).toSorted(byDayThenSize) };
}

/** A running total only grows, so of several of one day the largest is the last. */
function latestTotal(claims: readonly Claim[]): readonly Claim[] {
  const isRunning = claims.every(({ isCumulative, low, stance }) => isCumulative && low !== null && stance !== 'denies');
  const largest = claims.toSorted(byDayThenSize).at(-1);
  return isRunning && largest !== undefined ? [largest] : claims;
}

/** By the day said, undated ones last; of one day the smaller figure first. */
export function byDayThenSize(a: Claim, b: Claim): number {
  const [dayA, dayB] = [a.saidOn ?? '9999', b.saidOn ?? '9999'];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return (a.low ?? a.high ?? Infinity) === (b.low ?? b.high ?? Infinity) ? 0 : (a.low ?? a.high ?? Infinity) - (b.low ?? b.high ?? Infinity);
}
