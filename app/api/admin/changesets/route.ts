import { z } from 'zod';
import { openChangeset } from '@/db/mutations/open-changeset';
import { accept } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';

const fields = z.strictObject({ name: z.string().max(200), note: z.string().max(4_000).default('') });

export const POST = guardedRoute({ right: 'editor', fields, page: () => '/admin/changesets' }, async ({ fields, session, desk, now }) => {
  const opened = await openChangeset(desk.db, session.editor, fields, now);
  return opened.ok ? accept({ location: `/admin/changesets/${opened.value.changesetId}`, data: opened.value }) : opened;
});
