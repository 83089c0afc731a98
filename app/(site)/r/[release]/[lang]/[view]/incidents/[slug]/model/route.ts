import { readInternalParams } from '@/lib/inputs/internal-params';
import { missingSubject } from '@/lib/problem';
import { readIncident } from '@/lib/reads/incidents';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The model as the page drew it, for the interactive drawing. Not a public format: it changes with the code. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/incidents/[slug]/model'>) {
  const { slug, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const read = await readIncident(release, slug, view);
  return read ? Response.json(read.model) : missingSubject({ kind: 'incident', id: slug });
}
