import { z } from 'zod';
import { draftRows } from '@/db/mutations/draft-rows';
import { accept } from '@/domain/outcome';
import { changesetPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { draftRow } from '@/lib/inputs/row-content';

/** A large paste is a few thousand cells of about a kilobyte. */
const LIMIT_BYTES = 8 * 1024 * 1024;
const fields = z.strictObject({ rows: z.array(draftRow).min(1).max(5_000) });

export const POST = guardedRoute(
  { right: 'editor', fields, page: changesetPage, limitBytes: LIMIT_BYTES },
  async ({ fields, session, desk, now, params }) => {
    const saved = await draftRows(desk.db, session.editor, { changesetId: params.id ?? '', rows: fields.rows }, now);
    return saved.ok ? accept({ location: changesetPage({}, params), data: saved.value }) : saved;
  },
);
