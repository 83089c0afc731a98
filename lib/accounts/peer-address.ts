/**
 * The address a request comes from, as far as it can be known: the last one in x-forwarded-for, which the nearest proxy wrote (or Next itself).
 * Without a proxy a stranger can write what he likes there, so nothing but a second throttle may rest on it.
 */
export function peerAddress(headers: Pick<Headers, 'get'>): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return last ? last.slice(0, 64) : 'unknown';
}
