import { incidentJson, incidentRecords, type ClaimsOfIncident } from '@/domain/chart/incident-records';
import { chartFileResponse } from './chart-file';
import { printCsv } from './csv';
import type { View } from './inputs/view';

// The claims of one incident, or of all, as files.

interface ClaimsFile {
  /** `incidents`, or the name of one. */
  readonly slug: string;
  /** The page that shows the same. */
  readonly page: string;
  readonly release: number;
  readonly view: View;
  readonly incidents: readonly ClaimsOfIncident[];
}

export function claimsCsvResponse({ slug, page, release, view, incidents }: ClaimsFile): Response {
  const { columns, records } = incidentRecords(incidents);
  const body = printCsv(columns, records, { bom: view.bom });
  return chartFileResponse({ slug, page, release, asOf: view.asOf, extension: 'csv', contentType: 'text/csv; charset=utf-8; header=present', body });
}

export function claimsJsonResponse({ slug, page, release, view, incidents }: ClaimsFile): Response {
  const body = JSON.stringify({ release, asOf: view.asOf, lens: view.lens, data: incidentJson(incidents), next: null });
  return chartFileResponse({ slug, page, release, asOf: view.asOf, extension: 'json', contentType: 'application/json; charset=utf-8', body });
}
