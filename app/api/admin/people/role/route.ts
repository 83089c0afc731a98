import { z } from 'zod';
import { accept } from '@/domain/outcome';
import { changeRole } from '@/lib/accounts/change-people';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { id, role } from '@/lib/accounts/people-fields';

export const POST = guardedRoute({ right: 'admin', isSensitive: true, fields: z.strictObject({ person: id, role }), page: () => '/admin/people' }, async ({ fields, session, desk, now }) => {
  const changed = await changeRole(desk, session.editor, fields.person, fields.role, now);
  return changed.ok ? accept({ location: '/admin/people' }) : changed;
});
