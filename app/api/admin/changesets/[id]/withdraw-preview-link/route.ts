import { z } from 'zod';
import { withdrawPreviewLink } from '@/db/mutations/preview-links';
import { accept } from '@/domain/outcome';
import { publishPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';

export const POST = guardedRoute({ right: 'editor', fields: z.strictObject({ linkId: z.uuid() }), page: publishPage }, async ({ fields, session, desk, now, params }) => {
  const done = await withdrawPreviewLink(desk.db, session.editor, { changesetId: params.id ?? '', linkId: fields.linkId }, now);
  return done.ok ? accept({ location: publishPage({}, params) }) : done;
});
