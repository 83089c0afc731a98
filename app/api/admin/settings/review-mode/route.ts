import { z } from 'zod';
import { setReviewMode } from '@/db/mutations/set-review-mode';
import { accept } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { SETTINGS_PAGE } from '@/lib/review/release-paths';

const fields = z.strictObject({ mode: z.enum(['two-people', 'single-editor']) });

export const POST = guardedRoute({ right: 'admin', isSensitive: true, fields, page: () => SETTINGS_PAGE }, async ({ fields, session, desk, now }) => {
  const done = await setReviewMode(desk.db, session.editor, fields, now);
  return done.ok ? accept({ location: SETTINGS_PAGE, data: done.value }) : done;
});
