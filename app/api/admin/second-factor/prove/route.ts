import { z } from 'zod';
import { accept } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { proveSecondFactor } from '@/lib/accounts/second-factor';

const fields = z.strictObject({ code: z.string().max(64) });

export const POST = guardedRoute({ right: 'half', fields, page: () => '/admin/second-factor' }, async ({ fields, session, desk, now }) => {
  const proved = await proveSecondFactor(desk, session, fields.code, now);
  return proved.ok ? accept({ location: '/admin' }) : proved;
});
