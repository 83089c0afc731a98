import { z } from 'zod';
import { resolveComment } from '@/db/mutations/resolve-comment';
import { accept } from '@/domain/outcome';
import { changesetPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';

const fields = z.strictObject({ commentId: z.string().max(200), isResolved: z.union([z.boolean(), z.enum(['yes', 'no']).transform((word) => word === 'yes')]) });

export const POST = guardedRoute({ right: 'editor', fields, page: changesetPage }, async ({ fields, session, desk, now, params }) => {
  const resolved = await resolveComment(desk.db, session.editor, { changesetId: params.id ?? '', ...fields }, now);
  return resolved.ok ? accept({ location: changesetPage({}, params), data: null }) : resolved;
});
