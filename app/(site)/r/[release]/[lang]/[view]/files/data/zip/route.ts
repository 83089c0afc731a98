import { ledgerPackage } from '@/app/_files/data-package';
import { env } from '@/lib/env';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { missingSubject } from '@/lib/problem';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The whole ledger as one Data Package. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/files/data/zip'>) {
  const { release, view } = readInternalParams(await params);
  const found = await ledgerPackage(release, view);
  if (found === null) return missingSubject(null);
  const name = ['frontier-ledger', `release-${release}`, view.asOf && `as-of-${view.asOf}`].filter(Boolean).join('_');
  return new Response(found.archive, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${name}.zip"`,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Content-Disposition, ETag, Link',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Link': `<${env().siteUrl}/data>; rel="describedby"; type="text/html", <https://creativecommons.org/licenses/by/4.0/>; rel="license"`,
    },
  });
}
