import { csvwResponse } from '@/lib/csvw-file';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { readClosureFile } from '@/lib/reads/closures';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** What the columns of the record's CSV hold, for programs. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/files/closures/csvw'>) {
  const { release, view } = readInternalParams(await params);
  const { csv } = await readClosureFile(release, view);
  return csvwResponse({
    path: '/closures.csv', page: '/closures', release, view, columns: csv.columns, title: 'Closures of border crossings',
    note: 'One row a closure of one lane. An unknown end is not an open border.',
  });
}
