import { z } from 'zod';
import { makePreviewLink } from '@/db/mutations/preview-links';
import { accept } from '@/domain/outcome';
import { publishPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { newPreviewToken } from '@/lib/review/preview-token';

const HOUR_MS = 3_600_000;
const fields = z.strictObject({ hours: z.coerce.number().int().min(1).max(24 * 31) });

export const POST = guardedRoute({ right: 'editor', fields, page: publishPage }, async ({ fields, session, desk, now, params }) => {
  const { linkId, token, tokenHash } = newPreviewToken();
  const expiresAt = new Date(now.getTime() + fields.hours * HOUR_MS);
  const made = await makePreviewLink(desk.db, session.editor, { changesetId: params.id ?? '', linkId, tokenHash, expiresAt }, now);
  // The one time that the token is shown.
  return made.ok ? accept({ location: publishPage({}, params), data: { linkId, url: `${desk.siteUrl}/preview/${token}`, expiresAt } }) : made;
});
