import { incidentRecords } from '@/domain/chart/incident-records';
import { csvwResponse } from '@/lib/csvw-file';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { missingSubject } from '@/lib/problem';
import { readIncident } from '@/lib/reads/incidents';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** What the columns of the incident's CSV hold, for programs. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/incidents/[slug]/csvw'>) {
  const { slug, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const read = await readIncident(release, slug, view);
  if (!read) return missingSubject({ kind: 'incident', id: slug });
  return csvwResponse({
    path: `/incidents/${slug}.csv`, page: `/incidents/${slug}`, release, view, columns: incidentRecords([read]).columns, title: read.model.title,
    note: 'One row a claim. Claims of different claimants are never added or averaged.',
  });
}
