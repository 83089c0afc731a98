import { z } from 'zod';
import { accept } from '@/domain/outcome';
import { inviteNewPassword } from '@/lib/accounts/change-people';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { mailLink } from '@/lib/accounts/mail-link';
import { id } from '@/lib/accounts/people-fields';

export const POST = guardedRoute({ right: 'admin', isSensitive: true, fields: z.strictObject({ person: id }), page: () => '/admin/people' }, async ({ fields, session, desk, now }) => {
  const done = await inviteNewPassword(desk, session.editor, fields.person, now);
  if (done.ok) await mailLink(desk, { userId: fields.person }, now);
  return done.ok ? accept({ location: '/admin/people#links' }) : done;
});
