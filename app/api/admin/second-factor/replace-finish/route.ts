import { z } from 'zod';
import { accept } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { finishReplacement } from '@/lib/accounts/replace-second-factor';

const fields = z.strictObject({ code: z.string().max(64) });

export const POST = guardedRoute({ right: 'editor', isSensitive: true, fields, page: () => '/admin/account/second-factor' }, async ({ fields, session, desk, now }) => {
  const finished = await finishReplacement(desk, session, fields.code, now);
  return finished.ok ? accept({ location: '/admin/account?done=second-factor' }) : finished;
});
