// A toll hardens over days: each claim belongs to the day it was said, and a day shows what had been said by then and nothing else.

import type { Claim } from '../claim';
import type { Day } from '../period';

export interface ClaimDay {
  readonly day: Day;
  /** Claims said on the day. */
  readonly count: number;
  /** Claims said on or before the day, without those whose day nobody states. */
  readonly soFar: number;
}

/** The days on which current claims were said, oldest first. Claims without a day have none. */
export function claimDays(claims: readonly Claim[]): readonly ClaimDay[] {
  const said = claims.filter(({ status }) => status === 'current').flatMap(({ saidOn }) => saidOn ?? []);
  const days = [...new Set(said)].sort();
  return days.map((day) => ({ day, count: said.filter((one) => one === day).length, soFar: said.filter((one) => one <= day).length }));
}
