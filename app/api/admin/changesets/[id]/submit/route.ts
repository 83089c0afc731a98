import { z } from 'zod';
import { submitChangeset } from '@/db/mutations/submit-changeset';
import { accept } from '@/domain/outcome';
import { changesetPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';

export const POST = guardedRoute({ right: 'editor', fields: z.strictObject({}), page: changesetPage }, async ({ session, desk, now, params }) => {
  const done = await submitChangeset(desk.db, session.editor, { changesetId: params.id ?? '' }, now);
  return done.ok ? accept({ location: changesetPage({}, params) }) : done;
});
