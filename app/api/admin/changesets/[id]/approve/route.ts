import { z } from 'zod';
import { approveChangeset } from '@/db/mutations/approve-changeset';
import { accept } from '@/domain/outcome';
import { changesetPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';

export const POST = guardedRoute({ right: 'reviewer', fields: z.strictObject({}), page: changesetPage }, async ({ session, desk, now, params }) => {
  const done = await approveChangeset(desk.db, session.editor, { changesetId: params.id ?? '' }, now);
  return done.ok ? accept({ location: changesetPage({}, params) }) : done;
});
