import { readInternalParams } from '@/lib/inputs/internal-params';
import { missingSubject } from '@/lib/problem';
import { readTimeline } from '@/lib/reads/closures';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The timeline as the page drew it, for the interactive drawing. Not a public format: it changes with the code. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/files/closures/model'>) {
  const { release, view } = readInternalParams(await params);
  const model = await readTimeline(release, view);
  return model ? Response.json(model) : missingSubject(null);
}
