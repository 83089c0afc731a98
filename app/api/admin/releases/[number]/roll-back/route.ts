import { z } from 'zod';
import { rollBackRelease } from '@/db/mutations/roll-back-release';
import { accept } from '@/domain/outcome';
import { changesetPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { releaseNumber, rollbackPage } from '@/lib/review/release-paths';

const fields = z.strictObject({
  reason: z.string().max(1_000),
  change: z.enum(['correct', 'update']).default('correct'),
  also: z.array(z.string().max(300)).max(5_000).default([]),
});

export const POST = guardedRoute({ right: 'editor', fields, page: rollbackPage, limitBytes: 1024 * 1024 }, async ({ fields, session, desk, now, params }) => {
  const done = await rollBackRelease(desk.db, session.editor, { release: releaseNumber(params), ...fields }, now);
  return done.ok ? accept({ location: changesetPage({}, { id: done.value.changesetId }), data: done.value }) : done;
});
