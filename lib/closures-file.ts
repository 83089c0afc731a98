import { env } from './env';

// What the files about all closures share: names, headers, and where they are described.

interface ClosuresFile {
  readonly release: number;
  readonly asOf: string | null;
  readonly extension: 'csv' | 'json' | 'ics';
  readonly contentType: string;
  readonly body: string;
}

/** A file that names its release, may be read by any origin, and says which page describes it. */
export function closuresFileResponse({ release, asOf, extension, contentType, body }: ClosuresFile): Response {
  const name = ['frontier-ledger-closures', `release-${release}`, asOf && `as-of-${asOf}`].filter(Boolean).join('_');
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `${extension === 'json' ? 'inline' : 'attachment'}; filename="${name}.${extension}"`,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Content-Disposition, ETag, Link',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Link': `<${env().siteUrl}/closures>; rel="describedby"; type="text/html", <https://creativecommons.org/licenses/by/4.0/>; rel="license"`,
    },
  });
}
