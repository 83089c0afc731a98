import { z } from 'zod';
import { discardDraft } from '@/db/mutations/discard-draft';
import { accept } from '@/domain/outcome';
import { ROW_KINDS } from '@/domain/release';
import { changesetPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';

const fields = z.strictObject({ kind: z.enum(ROW_KINDS), rowId: z.string().max(200), expectedRevision: z.coerce.number().int().min(1).optional() });

export const POST = guardedRoute({ right: 'editor', fields, page: changesetPage }, async ({ fields, session, desk, now, params }) => {
  const { kind, rowId: id, expectedRevision } = fields;
  const discarded = await discardDraft(desk.db, session.editor, { changesetId: params.id ?? '', kind, id, expectedRevision }, now);
  return discarded.ok ? accept({ location: changesetPage({}, params), data: discarded.value }) : discarded;
});
