// Lines that must not compile: claims of different claimants have no sum, not even by accident. claim.test.ts has the compiler check them.

import { claimsOf, sumClaims } from '@/domain/claim';
import type { Claim, ClaimsOfOneClaimant, Incident } from '@/domain/claim';

export function refusedByTheCompiler(claims: readonly Claim[], incidents: readonly Incident[]): void {
  const pakistan = claimsOf('ispr', claims);
  const taliban = claimsOf('mujahid', claims);
  sumClaims(pakistan, incidents);

  // @ts-expect-error claims of whoever happens to be in the list
  sumClaims(claims, incidents);
  // @ts-expect-error two claimants joined
  sumClaims([...pakistan, ...taliban], incidents);
  // @ts-expect-error two claimants concatenated
  sumClaims(pakistan.concat(taliban), incidents);
  // @ts-expect-error a selection made by hand
  sumClaims(claims.filter((claim) => claim.claimantId === 'ispr'), incidents);
  // @ts-expect-error the brand cannot be written down
  const forged: ClaimsOfOneClaimant = [];
  sumClaims(forged, incidents);
}
