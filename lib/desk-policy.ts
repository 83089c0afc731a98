import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { env } from './env';
import { pagePolicy } from './site-headers';

// Pages of the desk are made for each request, so each gets a nonce of its own: no script runs there that the server did not write.

const DESK = /^\/(?:admin|preview)(?:\/|$)/;

export function isDeskPage(pathname: string): boolean {
  return DESK.test(pathname);
}

/** The framework reads the nonce from the policy of the request and writes it into its scripts. */
export function sealedDeskPage(request: NextRequest): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } });
  const policy = pagePolicy({ isDevelopment: env().nodeEnv === 'development', nonce: randomBytes(16).toString('base64') });
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  return NextResponse.next({ request: { headers }, headers: { 'Content-Security-Policy': policy } });
}
