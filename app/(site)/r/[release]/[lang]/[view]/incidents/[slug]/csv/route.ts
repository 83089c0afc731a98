import { claimsCsvResponse } from '@/lib/incident-file';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { missingSubject } from '@/lib/problem';
import { readIncident } from '@/lib/reads/incidents';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/incidents/[slug]/csv'>) {
  const { slug, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const read = await readIncident(release, slug, view);
  return read ? claimsCsvResponse({ slug: read.model.slug, page: `/incidents/${slug}`, release, view, incidents: [read] }) : missingSubject({ kind: 'incident', id: slug });
}
