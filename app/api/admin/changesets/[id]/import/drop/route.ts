import { z } from 'zod';
import { dropImportUpload } from '@/db/mutations/keep-import-upload';
import { accept } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { importPage } from '@/lib/import/import-page';
import { findUpload } from '@/lib/import/uploads';
import { uploadId } from '@/lib/inputs/import-mapping';

const fields = z.strictObject({ upload: uploadId });

/** Forgets a file that waits; one that no longer waits is forgotten already. */
export const POST = guardedRoute({ right: 'editor', fields, page: (_fields, params) => importPage(params) }, async ({ fields, session, desk, params }) => {
  const upload = await findUpload(desk.db, fields.upload, { userId: session.editor.id, changesetId: params.id ?? '' });
  if (upload !== null) await dropImportUpload(desk.db, upload.id);
  return accept({ location: importPage(params) });
});
