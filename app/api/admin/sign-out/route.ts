import { z } from 'zod';
import { accept } from '@/domain/outcome';
import { expiredCookie } from '@/lib/accounts/identity';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { revokeOwnSession } from '@/lib/accounts/session';

export const POST = guardedRoute({ right: 'half', fields: z.strictObject({}), page: () => '/admin' }, async ({ session, desk }) => {
  await revokeOwnSession(desk.db, session, session.id);
  return accept({
    location: '/admin/sign-in?signed-out=1',
    headers: [
      ['set-cookie', expiredCookie(desk.siteUrl)],
      ['clear-site-data', '"cache", "storage"'],
    ],
  });
});
