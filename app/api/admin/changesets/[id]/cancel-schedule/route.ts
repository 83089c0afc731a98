import { z } from 'zod';
import { cancelSchedule } from '@/db/mutations/schedule-publishing';
import { accept } from '@/domain/outcome';
import { publishPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';

export const POST = guardedRoute({ right: 'editor', fields: z.strictObject({}), page: publishPage }, async ({ session, desk, now, params }) => {
  const done = await cancelSchedule(desk.db, session.editor, { changesetId: params.id ?? '' }, now);
  return done.ok ? accept({ location: publishPage({}, params) }) : done;
});
