import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import type { Database } from '@/db/client';
import { credentials, sessions, users, verifications } from '@/db/schema/accounts';
import { hashPassword, PASSWORD_MAXIMUM, PASSWORD_MINIMUM, verifyPassword } from './password';

export const SESSION_ABSOLUTE_SECONDS = 12 * 60 * 60;

/** `__Host-` binds the cookie to this host over TLS. Plain http is served on a loopback address only, where Safari keeps no secure cookie. */
export function sessionCookie(siteUrl: string): { readonly name: string; readonly secure: boolean } {
  const secure = new URL(siteUrl).protocol === 'https:';
  return { name: secure ? '__Host-sid' : 'frontier-ledger-sid', secure };
}

/** Takes the cookie away, with the very attributes it was set with. */
export function expiredCookie(siteUrl: string): string {
  const { name, secure } = sessionCookie(siteUrl);
  return `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}

/**
 * Passwords, session rows and the signed cookie. Its own web addresses are not mounted anywhere: our route handlers call it, behind one guard.
 * It knows neither roles nor invitations.
 */
export function createAuth(db: Database, siteUrl: string, secret: string) {
  const cookie = sessionCookie(siteUrl);
  return betterAuth({
    appName: 'Frontier Ledger',
    baseURL: siteUrl,
    trustedOrigins: [new URL(siteUrl).origin],
    secret,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    database: drizzleAdapter(db, { provider: 'pg', schema: { user: users, session: sessions, account: credentials, verification: verifications } }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MINIMUM,
      maxPasswordLength: PASSWORD_MAXIMUM,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    account: { accountLinking: { enabled: false } },
    // The absolute end is never moved; the idle limit is kept in lib/accounts/session.ts.
    session: { expiresIn: SESSION_ABSOLUTE_SECONDS, disableSessionRefresh: true, cookieCache: { enabled: false } },
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: false,
      disableOriginCheck: false,
      ipAddress: { disableIpTracking: true },
      cookies: { session_token: { name: cookie.name, attributes: { secure: cookie.secure, httpOnly: true, sameSite: 'strict', path: '/' } } },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
