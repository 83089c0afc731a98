import { ledgerPackage } from '@/app/_files/data-package';
import { dcatCatalogue } from '@/domain/dcat';
import { env } from '@/lib/env';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { missingSubject } from '@/lib/problem';
import { readCatalogueCharts } from '@/lib/reads/catalogue';
import { readReleases } from '@/lib/reads/releases';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** Everything that can be had, for the harvesters of other catalogues. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/files/catalog/dcat'>) {
  const { release, view } = readInternalParams(await params);
  const found = await ledgerPackage(release, view);
  if (found === null) return missingSubject(null);
  const body = dcatCatalogue({
    siteUrl: env().siteUrl, releases: await readReleases(release), charts: await readCatalogueCharts(release), archive: { bytes: found.archive.byteLength, sha256: found.sha256 },
  });
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/ld+json; charset=utf-8', 'Access-Control-Expose-Headers': 'ETag, Link' } });
}
