import { z } from 'zod';
import { accept, refuse } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { revokeOwnSession } from '@/lib/accounts/session';

const fields = z.strictObject({ session: z.string().min(1).max(128) });

export const POST = guardedRoute({ right: 'editor', isSensitive: true, fields, page: () => '/admin/account' }, async ({ fields, session, desk }) => {
  const isGone = await revokeOwnSession(desk.db, session, fields.session);
  if (!isGone) return refuse({ code: 'no-session', message: 'This session has ended already.' });
  return accept({ location: '/admin/account' });
});
