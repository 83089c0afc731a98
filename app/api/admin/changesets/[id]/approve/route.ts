import { z } from 'zod';
import { approveChangeset } from '@/db/mutations/approve-changeset';
import { accept } from '@/domain/outcome';
import { publishPage, reviewPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';

/** What the page showed: an approval is of what was seen, never of what came after. */
const fields = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/), seq: z.coerce.number().int().min(0) });

export const POST = guardedRoute({ right: 'reviewer', fields, page: reviewPage }, async ({ fields, session, desk, now, params }) => {
  const done = await approveChangeset(desk.db, session.editor, { changesetId: params.id ?? '', seen: fields }, now);
  return done.ok ? accept({ location: publishPage({}, params) }) : done;
});
