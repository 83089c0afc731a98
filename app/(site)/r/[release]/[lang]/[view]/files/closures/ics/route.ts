import { printClosuresCalendar } from '@/lib/closures-calendar';
import { closuresFileResponse } from '@/lib/closures-file';
import { env } from '@/lib/env';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { readClosureCalendar } from '@/lib/reads/closures';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/files/closures/ics'>) {
  const { release, view } = readInternalParams(await params);
  const { events, publishedAt } = await readClosureCalendar(release, view);
  const { asOf, from, to } = view;
  const body = printClosuresCalendar({ events, release, publishedAt, siteUrl: env().siteUrl, address: writeAddress('/closures.ics', { asOf, from, to }, null) });
  return closuresFileResponse({ release, asOf, extension: 'ics', contentType: 'text/calendar; charset=utf-8', body });
}
