import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { subjectOf } from './throttle';

// A browser that once signed in to an account has tries of its own: a stranger who guesses all day cannot keep the owner out.

const KEPT_SECONDS = 180 * 24 * 3600;

const nameOf = (siteUrl: string) => (siteUrl.startsWith('https:') ? '__Host-known' : 'frontier-ledger-known');
const seal = (secret: string, email: string, nonce: string) => createHmac('sha256', secret).update(`known-browser:${subjectOf(email)}:${nonce}`).digest('base64url');

/** The cookie to set after a password was right. It opens nothing by itself. */
export function knownBrowserCookie(siteUrl: string, secret: string, email: string): string {
  const nonce = randomBytes(16).toString('base64url');
  const secure = siteUrl.startsWith('https:') ? '; Secure' : '';
  return `${nameOf(siteUrl)}=${nonce}.${seal(secret, email, nonce)}; Max-Age=${KEPT_SECONDS}; Path=/; HttpOnly; SameSite=Strict${secure}`;
}

/** Under which name a try is counted: the account's, or, where the browser is known, that browser's at the account. */
export function guessedSubject(cookieHeader: string | null, siteUrl: string, secret: string, email: string): { readonly subject: string; readonly isKnown: boolean } {
  const pair = (cookieHeader ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(`${nameOf(siteUrl)}=`));
  const [nonce = '', given = ''] = (pair?.slice(nameOf(siteUrl).length + 1) ?? '').split('.');
  const expected = Buffer.from(seal(secret, email, nonce));
  const sealed = Buffer.from(given);
  const isKnown = nonce !== '' && sealed.length === expected.length && timingSafeEqual(sealed, expected);
  return { subject: subjectOf(isKnown ? `${email}\n${nonce}` : email), isKnown };
}
