import { z } from 'zod';
import { accept } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { signIn } from '@/lib/accounts/sign-in';

const fields = z.strictObject({ email: z.string().max(254), password: z.string().max(1024) });

export const POST = guardedRoute({ right: 'anyone', fields, page: () => '/admin/sign-in', keeps: ['email'] }, async ({ fields, desk, now, request }) => {
  const signedIn = await signIn(desk, fields, request.headers, now);
  if (!signedIn.ok) return signedIn;
  return accept({ location: '/admin', headers: signedIn.value.cookies.map((cookie) => ['set-cookie', cookie] as const) });
});
