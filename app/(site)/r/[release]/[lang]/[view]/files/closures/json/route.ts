import { closuresFileResponse } from '@/lib/closures-file';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { readClosureFile } from '@/lib/reads/closures';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/files/closures/json'>) {
  const { release, view } = readInternalParams(await params);
  const { json } = await readClosureFile(release, view);
  const body = JSON.stringify({ release, asOf: view.asOf, data: json, next: null });
  return closuresFileResponse({ release, asOf: view.asOf, extension: 'json', contentType: 'application/json; charset=utf-8', body });
}
