import { closuresFileResponse } from '@/lib/closures-file';
import { printCsv } from '@/lib/csv';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { readClosureFile } from '@/lib/reads/closures';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/files/closures/csv'>) {
  const { release, view } = readInternalParams(await params);
  const { csv } = await readClosureFile(release, view);
  const text = printCsv(csv.columns, csv.records);
  const body = view.bom ? `\uFEFF${text}` : text;
  return closuresFileResponse({ release, asOf: view.asOf, extension: 'csv', contentType: 'text/csv; charset=utf-8; header=present', body });
}
