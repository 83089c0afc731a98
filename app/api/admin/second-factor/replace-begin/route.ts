import { z } from 'zod';
import { accept } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { beginReplacement } from '@/lib/accounts/replace-second-factor';

export const POST = guardedRoute({ right: 'editor', isSensitive: true, fields: z.strictObject({}), page: () => '/admin/account' }, async ({ session, desk, now }) => {
  const begun = await beginReplacement(desk, session, now);
  return begun.ok ? accept({ location: '/admin/account/second-factor' }) : begun;
});
