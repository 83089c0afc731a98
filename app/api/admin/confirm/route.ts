import { z } from 'zod';
import { accept } from '@/domain/outcome';
import { confirmSession } from '@/lib/accounts/confirm';
import { deskPath } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';

const fields = z.strictObject({ password: z.string().max(1024), next: z.string().max(200) });
const page = ({ next }: Record<string, unknown>) => `/admin/confirm?${new URLSearchParams({ next: deskPath(next) })}`;

/** Half a session may confirm too: setting a second factor up is sensitive, and comes before there is one. */
export const POST = guardedRoute({ right: 'half', fields, page }, async ({ fields, session, desk, now }) => {
  const confirmed = await confirmSession(desk, session, fields.password, now);
  return confirmed.ok ? accept({ location: deskPath(fields.next) }) : confirmed;
});
