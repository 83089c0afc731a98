import { z } from 'zod';
import { withdrawFromReview } from '@/db/mutations/withdraw-from-review';
import { accept } from '@/domain/outcome';
import { changesetPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';

export const POST = guardedRoute({ right: 'editor', fields: z.strictObject({}), page: changesetPage }, async ({ session, desk, now, params }) => {
  const withdrawn = await withdrawFromReview(desk.db, session.editor, { changesetId: params.id ?? '' }, now);
  return withdrawn.ok ? accept({ location: changesetPage({}, params), data: null }) : withdrawn;
});
