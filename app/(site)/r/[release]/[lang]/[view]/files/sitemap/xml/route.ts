import { env } from '@/lib/env';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { readSitemap } from '@/lib/reads/sitemap';
import { printSitemap } from '@/lib/sitemap';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/files/sitemap/xml'>) {
  const { release } = readInternalParams(await params);
  return new Response(printSitemap(await readSitemap(release), env().siteUrl), { headers: { 'Content-Type': 'application/xml; charset=utf-8', 'X-Content-Type-Options': 'nosniff' } });
}
