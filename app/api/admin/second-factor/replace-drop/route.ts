import { z } from 'zod';
import { accept } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { dropReplacement } from '@/lib/accounts/replace-second-factor';

export const POST = guardedRoute({ right: 'editor', fields: z.strictObject({}), page: () => '/admin/account' }, async ({ session, desk }) => {
  await dropReplacement(desk, session);
  return accept({ location: '/admin/account' });
});
