import { z } from 'zod';
import { accept } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { beginSetUp } from '@/lib/accounts/second-factor';

const page = () => '/admin/second-factor/set-up';

export const POST = guardedRoute({ right: 'half', isSensitive: true, fields: z.strictObject({}), page }, async ({ session, desk, now }) => {
  const begun = await beginSetUp(desk, session, now);
  return begun.ok ? accept({ location: page() }) : begun;
});
