import { env } from '@/lib/env';

export const dynamic = 'force-dynamic';

const VALID_MS = 180 * 24 * 3_600_000;

/** Where a weakness can be told (RFC 9116), for installations that name somebody. */
export function GET(): Response {
  const { securityContact, siteUrl } = env();
  if (securityContact === null) return new Response('This installation names no contact.\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  // A day, not a moment: an answer is the same all day long.
  const expires = `${new Date(Date.now() + VALID_MS).toISOString().slice(0, 10)}T00:00:00Z`;
  const lines = [`Contact: ${securityContact}`, `Expires: ${expires}`, `Canonical: ${siteUrl}/.well-known/security.txt`, 'Preferred-Languages: en'];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=86400' } });
}
