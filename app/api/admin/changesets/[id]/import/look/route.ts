import { z } from 'zod';
import { accept, refuse } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { importPage, NO_UPLOAD } from '@/lib/import/import-page';
import { lookInto } from '@/lib/import/look-into';
import { findUpload } from '@/lib/import/uploads';
import { sheetName, uploadId } from '@/lib/inputs/import-mapping';
import { readImportGround } from '@/lib/reads/desk/import-ground';

const fields = z.strictObject({ upload: uploadId, sheet: sheetName });

/** Header, first rows and the mapping to begin with. */
export const POST = guardedRoute({ right: 'editor', fields, page: (_fields, params) => importPage(params) }, async ({ fields, session, desk, params }) => {
  const changesetId = params.id ?? '';
  const upload = await findUpload(desk.db, fields.upload, { userId: session.editor.id, changesetId });
  if (upload === null) return refuse(NO_UPLOAD);
  const looked = await lookInto(desk.db, await readImportGround(desk.db, changesetId), upload.file, fields.sheet);
  return looked.ok ? accept({ location: importPage(params), data: looked.value }) : looked;
});
