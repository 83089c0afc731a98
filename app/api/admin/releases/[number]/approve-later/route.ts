import { z } from 'zod';
import { approveLater } from '@/db/mutations/approve-later';
import { accept } from '@/domain/outcome';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { RELEASES_PAGE, releaseNumber } from '@/lib/review/release-paths';

export const POST = guardedRoute(
  { right: 'reviewer', isSensitive: true, fields: z.strictObject({}), page: () => RELEASES_PAGE },
  async ({ session, desk, now, params }) => {
    const done = await approveLater(desk.db, session.editor, { release: releaseNumber(params) }, now);
    return done.ok ? accept({ location: RELEASES_PAGE, data: done.value }) : done;
  },
);
