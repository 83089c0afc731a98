// A claim's figure is printed as the claimant gave it: a denial is no count, and a missing figure is no zero.

import type { Claim } from './claim';
import { printNumber, printValue, sayValue } from './quantity';
import type { Bounds, Quantity } from './quantity';
import type { Qualifier } from './reading';

/**
 * What the claimant says for certain: low and high, null where open. No figure: both null. A low without a high, or with at-least or
 * more-than on a single number, is open upward; `nearly` a number is open downward.
 */
export function boundsOfClaim(claim: Pick<Claim, 'low' | 'high' | 'qualifier'>): Bounds {
  const { low, high, qualifier } = claim;
  if (low === null || high === null) return { low, high };
  if (low !== high) return { low, high };
  if (qualifier === 'at-least' || qualifier === 'more-than') return { low, high: null };
  return qualifier === 'nearly' ? { low: null, high } : { low, high };
}

/** `58`, `> 200`, `about 12`, `15–20`, `none (denied)`, `denied` (no figure), `no figure`. A low without a high is at least `≥`. */
export function printClaim(claim: Pick<Claim, 'low' | 'high' | 'qualifier' | 'stance'>): string {
  const { low, high, qualifier, stance } = claim;
  if (low === null) {
    if (high !== null) return `up to ${printNumber(high)}`;
    return stance === 'denies' ? 'denied' : 'no figure';
  }
  const isDenial = stance === 'denies';
  if (isDenial && low === 0 && (high === 0 || high === null)) return 'none (denied)';
  const figure = figureOf(low, high, qualifier, printValue);
  return isDenial ? `${figure} (denied)` : figure;
}

/** A claim's figure for running prose: `58`, `more than 200`, `15–20`. Null for denials and without a figure. */
export function sayClaim(claim: Pick<Claim, 'low' | 'high' | 'qualifier' | 'stance'>): string | null {
  const { low, high, qualifier, stance } = claim;
  return low === null || stance === 'denies' ? null : figureOf(low, high, qualifier, sayValue);
}

function figureOf(low: number, high: number | null, qualifier: Qualifier, write: typeof printValue): string {
  if (high !== null && high !== low) return `${qualifier === 'about' ? 'about ' : ''}${printNumber(low)}–${printNumber(high)}`;
  return write(low, high === null && qualifier !== 'more-than' ? 'at-least' : qualifier);
}

/** The number that is safe to reckon with: a range or an open figure is at least its low. Null for denials and without a figure. */
export function quantityOfClaim(claim: Pick<Claim, 'low' | 'high' | 'qualifier' | 'stance'>): Quantity | null {
  const { low, high, qualifier, stance } = claim;
  if (low === null || stance === 'denies') return null;
  return { value: low, qualifier: high === low || qualifier === 'more-than' ? qualifier : 'at-least' };
}
