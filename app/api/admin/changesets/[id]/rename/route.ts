import { z } from 'zod';
import { renameChangeset } from '@/db/mutations/rename-changeset';
import { accept } from '@/domain/outcome';
import { changesetPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';

const fields = z.strictObject({ name: z.string().max(200), note: z.string().max(4_000).default('') });

export const POST = guardedRoute({ right: 'editor', fields, page: changesetPage }, async ({ fields, session, desk, now, params }) => {
  const renamed = await renameChangeset(desk.db, session.editor, { changesetId: params.id ?? '', ...fields }, now);
  return renamed.ok ? accept({ location: changesetPage({}, params), data: null }) : renamed;
});
