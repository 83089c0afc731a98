import { createHash } from 'node:crypto';
import { env } from './env';
import { PERMISSIONS } from './site-headers';

// What every answer under /embed is sent with: framed by others, it may load nothing, keep nothing and tell nobody.

/** A frame's answer depends on the newest release even when it is pinned (its notice does), so all of them are asked for again after a minute. */
export const EMBED_CACHE = 'public, max-age=0, s-maxage=60, stale-while-revalidate=600';

/** Which sites may frame a chart: those the instance names for it, else all. Our own pages always may, for their previews. */
export function frameAncestors(slug: string): string {
  const { embedHosts } = env();
  const hosts = embedHosts.get(slug) ?? embedHosts.get('*');
  return hosts === undefined ? '*' : `'self' ${hosts.join(' ')}`;
}

interface Sealed {
  /** The chart's slug, null where there is none. */
  readonly slug: string | null;
  /** Text of the one style element and of the one script element, null where there is none. */
  readonly style: string;
  readonly script: string | null;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Headers of a frame's document, with the hashes of its own style and script. */
export function embedHeaders({ slug, style, script }: Sealed): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `script-src ${script === null ? "'none'" : hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${slug === null ? '*' : frameAncestors(slug)}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Permissions-Policy': PERMISSIONS,
    ...(slug === null ? {} : { 'Link': `<${env().siteUrl}/charts/${slug}>; rel="canonical"` }),
  };
}
