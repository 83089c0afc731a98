import { incidentRecords } from '@/domain/chart/incident-records';
import { csvwResponse } from '@/lib/csvw-file';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { readIncidents } from '@/lib/reads/incidents';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** What the columns of the CSV of all claims hold, for programs. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/files/incidents/csvw'>) {
  const { release, view } = readInternalParams(await params);
  const { columns } = incidentRecords((await readIncidents(release, view)).incidents);
  return csvwResponse({
    path: '/incidents.csv', page: '/incidents', release, view, columns, title: 'Claims about clashes and strikes',
    note: 'One row a claim. Claims of different claimants are never added or averaged.',
  });
}
