import { z } from 'zod';
import { schedulePublishing } from '@/db/mutations/schedule-publishing';
import { accept } from '@/domain/outcome';
import { publishPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';

const fields = z.strictObject({ title: z.string().max(200), note: z.string().max(10_000).default(''), dueAt: z.iso.datetime({ offset: true }) });

export const POST = guardedRoute(
  { right: 'reviewer', isSensitive: true, fields, page: publishPage, limitBytes: 64 * 1024 },
  async ({ fields: { dueAt, ...words }, session, desk, now, params }) => {
    const set = await schedulePublishing(desk.db, session.editor, { changesetId: params.id ?? '', ...words, dueAt: new Date(dueAt) }, now);
    return set.ok ? accept({ location: publishPage({}, params), data: set.value }) : set;
  },
);
