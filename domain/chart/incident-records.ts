// The file of an incident has the columns of every file of claims, and after them what a reader needs to add them up again.

import type { Claim } from '../claim';
import { CLAIM_COLUMNS } from './claim-records';
import { claimsInScope } from './claims';
import type { ClaimsDefinition } from './definition';
import { camelCase, chartJson, type JsonRecord } from './json';
import type { ClaimsModel } from './model';
import { chartRecords, CITATION_COLUMNS, type Value } from './records';
import type { ChartRows } from './rows';

/** Of a release: what one file row must say about its claim beside the promised columns. */
export interface ClaimsOfIncident {
  readonly definition: ClaimsDefinition;
  readonly rows: ChartRows;
  readonly model: ClaimsModel;
}

const NO_HISTORY = { history: false };

/** `yes` and `no`, which no spreadsheet turns into something else. */
function detailsOf(claim: Claim, { rows }: ClaimsOfIncident): Record<string, Value> {
  return {
    claimant_id: claim.claimantId,
    claimant_kind: rows.organisations.find(({ id }) => id === claim.claimantId)?.kind ?? null,
    losses_of_name: claim.lossesOfName,
    measure_note: claim.measureNote,
    running_total: claim.isCumulative ? 'yes' : 'no',
    overlaps_others: rows.incidents.some(({ isAggregate }) => isAggregate) ? 'yes' : 'no',
    note: claim.note,
  };
}

const DETAILS = ['claimant_id', 'claimant_kind', 'losses_of_name', 'measure_note', 'running_total', 'overlaps_others', 'note'] as const;

function claimsById({ definition, rows }: ClaimsOfIncident): ReadonlyMap<Value, Claim> {
  return new Map(claimsInScope(definition, rows).map((claim) => [claim.id, claim]));
}

/** Columns and rows of the CSV of one incident or of several, in their view. */
export function incidentRecords(incidents: readonly ClaimsOfIncident[]): { columns: string[]; records: Record<string, Value>[] } {
  const records = incidents.flatMap((one) => {
    const { records: ofChart } = chartRecords(one.definition, one.rows, one.model, NO_HISTORY);
    const claims = claimsById(one);
    return ofChart.map((record) => withDetails(record, claims.get(record.claim ?? null), one));
  });
  return { columns: [...CLAIM_COLUMNS, ...CITATION_COLUMNS, ...DETAILS], records };
}

function withDetails(record: Record<string, Value>, claim: Claim | undefined, one: ClaimsOfIncident): Record<string, Value> {
  return claim === undefined ? record : { ...record, ...detailsOf(claim, one) };
}

/** The same for the JSON answer. */
export function incidentJson(incidents: readonly ClaimsOfIncident[]): readonly JsonRecord[] {
  return incidents.flatMap((one) => {
    const claims = claimsById(one);
    return chartJson(one.definition, one.rows, one.model, NO_HISTORY).map((record) => {
      const claim = typeof record.claim === 'string' ? claims.get(record.claim) : undefined;
      if (claim === undefined) return record;
      const { citations, ...fields } = record;
      const details = Object.entries(detailsOf(claim, one)).map(([column, value]) => [camelCase(column), value] as const);
      return { ...fields, ...Object.fromEntries(details), ...(citations === undefined ? {} : { citations }) };
    });
  });
}
