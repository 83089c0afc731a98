import { z } from 'zod';
import { accept } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { changeOwnPassword } from '@/lib/accounts/own-password';

const fields = z.strictObject({ password: z.string().max(1024), newPassword: z.string().max(1024) });

export const POST = guardedRoute({ right: 'editor', fields, page: () => '/admin/account' }, async ({ fields, session, desk, now }) => {
  const changed = await changeOwnPassword(desk, session, fields, now);
  return changed.ok ? accept({ location: '/admin/account?done=password' }) : changed;
});
