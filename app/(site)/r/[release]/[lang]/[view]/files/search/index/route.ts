import { readInternalParams } from '@/lib/inputs/internal-params';
import { readSearchEntries } from '@/lib/reads/search';
import { packEntry } from '@/lib/search/entry';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** What the search field of our own pages looks through. Not a public format: it changes with the code. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/files/search/index'>) {
  const { release } = readInternalParams(await params);
  return Response.json((await readSearchEntries(release)).map(packEntry));
}
