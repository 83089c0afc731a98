import { z } from 'zod';
import type { ImportReport } from '@/domain/import/plan';
import { accept, refuse } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { importPage, NO_UPLOAD } from '@/lib/import/import-page';
import { streamLines } from '@/lib/import/ndjson';
import { planImport } from '@/lib/import/plan-import';
import { findUpload } from '@/lib/import/uploads';
import { importMapping, sheetName, uploadId } from '@/lib/inputs/import-mapping';
import { readImportGround } from '@/lib/reads/desk/import-ground';

const fields = z.strictObject({ upload: uploadId, sheet: sheetName, mapping: importMapping });

/** The dry run: progress line by line, then the report. Going away cancels it. Nothing is written. */
export const POST = guardedRoute(
  { right: 'editor', fields, page: (_fields, params) => importPage(params), limitBytes: 256 * 1024 },
  async ({ fields, session, desk, now, request, params }) => {
    const changesetId = params.id ?? '';
    const upload = await findUpload(desk.db, fields.upload, { userId: session.editor.id, changesetId });
    if (upload === null) return refuse(NO_UPLOAD);
    const lines = streamLines<ImportReport>(request, async (say, signal) => {
      const ground = await readImportGround(desk.db, changesetId);
      const asked = { file: upload.file, fileName: upload.name, sheet: fields.sheet, mapping: fields.mapping, ground, today: now.toISOString().slice(0, 10) };
      const planned = await planImport(asked, { signal, progress: (progress) => say({ progress }) });
      if (planned.ok) return say({ result: planned.value.report });
      const { message, ...refusal } = planned.refusal;
      say({ refused: { ...refusal, title: message } });
    });
    return accept({ location: importPage(params), lines });
  },
);
