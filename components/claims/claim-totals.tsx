import { sayLosses } from '@/domain/chart/claim-words';
import { capitalise } from '@/domain/chart/wording';
import type { Claim, Incident } from '@/domain/claim';
import { printClaim } from '@/domain/claim';
import type { ClaimTotal } from '@/domain/claim-sum';
import type { ClaimantTotal, LeftOut } from '@/domain/claim-totals';
import { LensSign } from './lens-sign';

interface ClaimTotalsProps {
  readonly totals: readonly ClaimantTotal[];
  readonly incidents: readonly Incident[];
  /** Names of claimants by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Where the sources of one term stand. */
  readonly hrefOf: (claim: Claim) => string;
}

const WHY: Record<LeftOut, string> = {
  'running-total': 'a running total, of which only the last counts',
  denied: 'denied',
  'no-figure': 'no lowest figure given',
  'several-figures': 'several figures that no day puts in order',
  'same-days': 'on the same days as another incident of the sum, which may hold the same people',
};

/** `77`, `≥ 98`, `85–90`: the sum with what is certain about it. */
export function printTotal(total: ClaimTotal): string {
  return printClaim({ low: total.low ?? total.value, high: total.high, qualifier: total.qualifier, stance: 'claims' });
}

/** What one claimant's figures add up to over incidents. Two claimants are never added, so the table has no last line. */
export function ClaimTotals({ totals, incidents, names, hrefOf }: ClaimTotalsProps) {
  if (totals.length === 0) return null;
  const titleOf = (id: string): string => incidents.find((incident) => incident.id === id)?.title ?? id;
  return (
    <section aria-labelledby="sums" className="mt-14 border-t border-rule-strong pt-6">
      <h2 id="sums" className="text-2xl">What one claimant’s figures add up to</h2>
      <p className="mt-2 max-w-prose text-muted">
        Only figures of one claimant, about one side’s losses, in different incidents are added; his last word on each counts. They are sums of what he says, not of what
        happened, and he did not speak about every incident. Figures of two claimants are never added, nor those of the
        press or of unnamed people, who are many.
      </p>
      <ul className="claim-totals">
        {totals.map((row) => {
          const key = [row.claimantId, row.lossesOf, row.measure, row.measureNote].filter(Boolean).join('-').replaceAll(/[^a-z0-9-]+/gi, '-');
          return (
            <li key={key}>
              <details>
                <summary>
                  <span className="total-who"><LensSign lens={row.claims[0]?.lens ?? 'other'} />{names.get(row.claimantId) ?? row.claimantId}</span>
                  <span className="total-what">{capitalise(sayLosses(row))}</span>
                  <span className="total-over">in {row.claims.length} incidents</span>
                  <span className="total-sum" data-sum={key}>{row.total === null ? 'no true sum' : printTotal(row.total)}</span>
                </summary>
                <div className="total-terms">
                  <ul>
                    {row.claims.map((claim) => (
                      <li key={claim.id}><a href={hrefOf(claim)} data-mark>{printClaim(claim)}</a> {titleOf(claim.incidentId)}, said by {claim.claimantAs}</li>
                    ))}
                  </ul>
                  {row.total === null && <p>Some of these are least figures and some are round ones, so no sum of them is true.</p>}
                  {row.leftOut.length > 0 && (
                    <>
                      <p>Left out:</p>
                      <ul>{row.leftOut.map(({ incidentId, why }) => <li key={incidentId}>{titleOf(incidentId)}: {WHY[why]}</li>)}</ul>
                    </>
                  )}
                </div>
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
