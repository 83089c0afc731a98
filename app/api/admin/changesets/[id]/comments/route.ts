import { z } from 'zod';
import { addComment } from '@/db/mutations/add-comment';
import { accept } from '@/domain/outcome';
import { ROW_KINDS } from '@/domain/release';
import { changesetPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';

const row = z.strictObject({ kind: z.enum(ROW_KINDS), id: z.string().min(1).max(200) });
/** A plain form names the row in two fields, a script in one object. */
const fields = z.union([
  z.strictObject({ text: z.string().max(4_000), row: row.nullish() }),
  z.strictObject({ text: z.string().max(4_000), rowKind: row.shape.kind, rowId: row.shape.id })
    .transform(({ text, rowKind, rowId }) => ({ text, row: { kind: rowKind, id: rowId } })),
]);

export const POST = guardedRoute({ right: 'editor', fields, page: changesetPage }, async ({ fields, session, desk, now, params }) => {
  const said = await addComment(desk.db, session.editor, { changesetId: params.id ?? '', row: fields.row ?? null, text: fields.text }, now);
  return said.ok ? accept({ location: changesetPage({}, params), data: said.value }) : said;
});
