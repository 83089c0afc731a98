// The rows of a file of claims: each with its claimant and stance; a denial and a claim without a figure have no number.

import { boundsOfClaim } from '../claim';
import { claimsInScope } from './claims';
import type { ChartDefinition } from './definition';
import type { ClaimsModel } from './model';
import type { ChartRecords } from './records';
import type { ChartRows } from './rows';

/** The promised columns of claims, without those of their citations. */
export const CLAIM_COLUMNS = [
  'claim', 'incident', 'incident_start', 'incident_end', 'claimant', 'lens', 'losses_of', 'measure', 'value_low', 'value_high', 'qualifier', 'stance', 'said_on',
  'status', 'release',
] as const;

/** One row a claim, in the order of the table and in the lens of the model. */
export function claimRecords(definition: ChartDefinition, rows: ChartRows, model: ClaimsModel): ChartRecords {
  if (definition.kind !== 'claims') return { columns: CLAIM_COLUMNS, records: [] };
  const claims = new Map(claimsInScope(definition, rows).map((claim) => [claim.id, claim]));
  const incident = rows.incidents.find(({ id }) => id === definition.options.incidentId);
  const records = model.table.rows.flatMap(({ id }) => claims.get(id) ?? []).map((claim) => {
    const { low, high } = claim.stance === 'denies' ? { low: null, high: null } : boundsOfClaim(claim);
    const fields = {
      claim: claim.id,
      incident: claim.incidentId,
      incident_start: incident?.start ?? null,
      incident_end: incident?.end ?? null,
      claimant: claim.claimantAs,
      lens: claim.lens,
      losses_of: claim.lossesOf,
      measure: claim.measure,
      value_low: low,
      value_high: high,
      qualifier: low === null && high === null ? null : claim.qualifier,
      stance: claim.stance,
      said_on: claim.saidOn,
      status: claim.status,
      release: rows.release,
    };
    return { fields, citations: claim.citations };
  });
  return { columns: CLAIM_COLUMNS, records };
}
