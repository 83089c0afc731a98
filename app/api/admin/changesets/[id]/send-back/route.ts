import { z } from 'zod';
import { sendBackChangeset } from '@/db/mutations/send-back-changeset';
import { accept } from '@/domain/outcome';
import { changesetPage, reviewPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';

const fields = z.strictObject({ comment: z.string().max(4_000) });

export const POST = guardedRoute({ right: 'editor', fields, page: reviewPage }, async ({ fields, session, desk, now, params }) => {
  const done = await sendBackChangeset(desk.db, session.editor, { changesetId: params.id ?? '', comment: fields.comment }, now);
  return done.ok ? accept({ location: changesetPage({}, params) }) : done;
});
