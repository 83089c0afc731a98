import { z } from 'zod';
import { accept } from '@/domain/outcome';
import { withdrawInvitation } from '@/lib/accounts/change-people';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { id } from '@/lib/accounts/people-fields';

export const POST = guardedRoute({ right: 'admin', isSensitive: true, fields: z.strictObject({ invitation: id }), page: () => '/admin/people' }, async ({ fields, session, desk, now }) => {
  const withdrawn = await withdrawInvitation(desk, session.editor, fields.invitation, now);
  return withdrawn.ok ? accept({ location: '/admin/people#links' }) : withdrawn;
});
