import { dropImportUpload } from '@/db/mutations/keep-import-upload';
import { findChangeset } from '@/db/queries/find-changesets';
import { accept, refuse } from '@/domain/outcome';
import { guardedUpload } from '@/lib/accounts/guarded-route';
import { importPage } from '@/lib/import/import-page';
import { openFile } from '@/lib/import/open-file';
import { keepUpload, LARGEST_FILE } from '@/lib/import/uploads';

/** What browsers say of such files, and what they say of files they do not know. */
const TYPES = [
  'text/csv', 'text/tab-separated-values', 'text/plain', 'application/csv', 'application/vnd.ms-excel', 'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

/** The file itself as the body; its name, percent-encoded, in `x-file-name`. Answers which sheets it has. */
export const POST = guardedUpload({ right: 'editor', types: TYPES, limitBytes: LARGEST_FILE, page: importPage }, async ({ body, headers, session, desk, params }) => {
  const changesetId = params.id ?? '';
  const changeset = await findChangeset(desk.db, changesetId);
  // Half a gigabyte is not taken in for a changeset that nobody may write to.
  const refusal = changeset === null ? { code: 'no-such-changeset', message: 'There is no such changeset.' }
    : changeset.state === 'published' || changeset.state === 'abandoned' ? { code: 'wrong-state', message: `This changeset is ${changeset.state}. Open another one.` }
    : null;
  if (refusal !== null) {
    await body.cancel().catch(() => undefined);
    return refuse(refusal);
  }
  const kept = await keepUpload(desk.db, body, { userId: session.editor.id, changesetId }, fileName(headers));
  if (!kept.ok) return kept;
  const opened = await openFile(kept.value.file);
  if (!opened.ok) {
    await dropImportUpload(desk.db, kept.value.id);
    return opened;
  }
  const { format, sheets } = opened.value;
  const { id, name, file } = kept.value;
  return accept({ location: importPage(params), data: { upload: id, name, bytes: file.size, format, sheets } });
});

/** For people to see; no path is ever made of it. */
function fileName(headers: Headers): string {
  try {
    const name = decodeURIComponent(headers.get('x-file-name') ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').split(/[\\/]/).at(-1)?.trim() ?? '';
    return name === '' ? 'the file' : name.slice(0, 120);
  } catch {
    return 'the file';
  }
}
