import { z } from 'zod';
import { accept } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { acceptInvitation } from '@/lib/accounts/invitation';
import { signIn } from '@/lib/accounts/sign-in';

const fields = z.strictObject({ token: z.string().max(128), password: z.string().max(1024) });

/** The page the link leads to, the token still in it, so that a refused password can be corrected there. */
const page = ({ token }: Record<string, unknown>) => `/admin/join?${new URLSearchParams({ token: typeof token === 'string' ? token.slice(0, 128) : '' })}`;

export const POST = guardedRoute({ right: 'anyone', fields, page }, async ({ fields, desk, now, request }) => {
  const joined = await acceptInvitation(desk.db, fields, now);
  if (!joined.ok) return joined;
  const signedIn = await signIn(desk, { email: joined.value.email, password: fields.password }, request.headers, now);
  // The account stands either way; if this address has no tries left, its owner signs in later by hand.
  if (!signedIn.ok) return accept({ location: '/admin/sign-in' });
  return accept({ location: '/admin', headers: signedIn.value.cookies.map((cookie) => ['set-cookie', cookie] as const) });
});
