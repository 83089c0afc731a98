import { claimsJsonResponse } from '@/lib/incident-file';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { readIncidents } from '@/lib/reads/incidents';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/files/incidents/json'>) {
  const { release, view } = readInternalParams(await params);
  const { incidents } = await readIncidents(release, view);
  return claimsJsonResponse({ slug: 'incidents', page: '/incidents', release, view, incidents });
}
