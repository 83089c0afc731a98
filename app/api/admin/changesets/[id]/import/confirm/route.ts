import { z } from 'zod';
import { draftRows } from '@/db/mutations/draft-rows';
import { keepImportMapping } from '@/db/mutations/keep-import-mapping';
import { dropImportUpload } from '@/db/mutations/keep-import-upload';
import { confirmable } from '@/domain/import/plan';
import { accept, refuse, type Refusal } from '@/domain/outcome';
import { changesetPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { importPage, NO_UPLOAD } from '@/lib/import/import-page';
import { layoutHash } from '@/lib/import/layout-hash';
import { lookInto } from '@/lib/import/look-into';
import { streamLines } from '@/lib/import/ndjson';
import { planImport } from '@/lib/import/plan-import';
import { findUpload } from '@/lib/import/uploads';
import { importMapping, sheetName, uploadId } from '@/lib/inputs/import-mapping';
import { readImportGround } from '@/lib/reads/desk/import-ground';

const fields = z.strictObject({ upload: uploadId, sheet: sheetName, mapping: importMapping, digest: z.string().regex(/^[0-9a-f]{64}$/) });

export interface Imported {
  readonly drafted: number;
  readonly location: string;
}

/** Writes what the dry run showed, all of it or nothing. Read again from the file: what the page was shown is not trusted to come back whole. */
export const POST = guardedRoute(
  { right: 'editor', fields, page: (_fields, params) => importPage(params), limitBytes: 256 * 1024 },
  async ({ fields, session, desk, now, request, params }) => {
    const changesetId = params.id ?? '';
    const upload = await findUpload(desk.db, fields.upload, { userId: session.editor.id, changesetId });
    if (upload === null) return refuse(NO_UPLOAD);
    const lines = streamLines<Imported>(request, async (say, signal) => {
      const refused = ({ message, ...refusal }: Refusal) => say({ refused: { ...refusal, title: message } });
      const ground = await readImportGround(desk.db, changesetId);
      const { sheet, mapping } = fields;
      const asked = { file: upload.file, fileName: upload.name, sheet, mapping, ground, today: now.toISOString().slice(0, 10) };
      const planned = await planImport(asked, { signal, progress: (progress) => say({ progress }) });
      if (!planned.ok) return refused(planned.refusal);
      const { report, drafts } = planned.value;
      const may = confirmable(report);
      if (!may.ok) return refused(may.refusal);
      if (report.digest !== fields.digest) {
        return refused({ code: 'plan-changed', message: 'Something was published or drafted since this was checked, so the result would be another one. Check again.' });
      }
      const look = await lookInto(desk.db, ground, upload.file, sheet);
      // The last moment at which going away cancels it: the write itself is one transaction.
      signal.throwIfAborted();
      say({ writing: drafts.length });
      const written = await draftRows(desk.db, session.editor, { changesetId, rows: drafts }, now);
      if (!written.ok) return refused(written.refusal);
      await dropImportUpload(desk.db, upload.id);
      if (look.ok) await keepImportMapping(desk.db, session.editor, { layout: layoutHash(look.value.header), header: look.value.header, mapping }, now);
      say({ result: { drafted: written.value.rows.length, location: changesetPage({}, params) } });
    });
    return accept({ location: importPage(params), lines });
  },
);
