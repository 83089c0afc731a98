import { z } from 'zod';
import { accept } from '@/domain/outcome';
import { invitePerson } from '@/lib/accounts/change-people';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { mailLink } from '@/lib/accounts/mail-link';
import { invitee } from '@/lib/accounts/invitation';
import { role } from '@/lib/accounts/people-fields';

const fields = z.strictObject({ ...invitee.shape, role });
const page = () => '/admin/people';

export const POST = guardedRoute({ right: 'admin', isSensitive: true, fields, page, keeps: ['name', 'email', 'role'] }, async ({ fields, session, desk, now }) => {
  const invited = await invitePerson(desk, session.editor, fields, now);
  if (invited.ok) await mailLink(desk, { email: fields.email }, now);
  return invited.ok ? accept({ location: '/admin/people#links' }) : invited;
});
