const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export function isLoopbackHost(hostname: string): boolean {
  return LOOPBACK.has(hostname.toLowerCase());
}

/** Why nobody may sign in under this address, or null. Over plain http a password can be read on the way; on the machine itself there is no way. */
export function siteAddressProblem(siteUrl: string): string | null {
  const { protocol, hostname } = new URL(siteUrl);
  if (protocol === 'https:' || isLoopbackHost(hostname)) return null;
  return 'The editors\' desk is closed: SITE_URL is plain http, so that passwords could be read on the way. Serve the site over https and set SITE_URL to that address.';
}
