import { z } from 'zod';
import { accept } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { finishSetUp } from '@/lib/accounts/second-factor';

const fields = z.strictObject({ code: z.string().max(64) });

export const POST = guardedRoute({ right: 'half', fields, page: () => '/admin/second-factor/set-up' }, async ({ fields, session, desk, now }) => {
  const finished = await finishSetUp(desk, session, fields.code, now);
  return finished.ok ? accept({ location: '/admin' }) : finished;
});
