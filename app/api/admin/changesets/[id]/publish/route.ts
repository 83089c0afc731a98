import { z } from 'zod';
import { publishChangeset } from '@/db/mutations/publish-changeset';
import { accept } from '@/domain/outcome';
import { publishPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';

const fields = z.strictObject({ title: z.string().max(200), note: z.string().max(10_000).default(''), emergencyReason: z.string().max(1_000).optional() });

export const POST = guardedRoute(
  { right: 'reviewer', isSensitive: true, fields, page: publishPage, limitBytes: 64 * 1024 },
  async ({ fields, session, desk, now, params }) => {
    const published = await publishChangeset(desk.db, session.editor, { changesetId: params.id ?? '', ...fields }, now);
    return published.ok ? accept({ location: publishPage({}, params), data: published.value }) : published;
  },
);
