import { findActivity } from '@/db/queries/find-changeset-activity';
import { getDesk } from '@/lib/accounts/desk';
import { findSession } from '@/lib/accounts/session';

const PRIVATE = { 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' };

/** What was last done in a changeset, for pages that show it: 304 while nothing was done since. Reads only. */
export async function GET(request: Request, { params }: { readonly params: Promise<{ readonly id: string }> }): Promise<Response> {
  const desk = await getDesk();
  const session = await findSession(desk, request.headers, new Date());
  if (session === null) return problem(401, 'signed-out', 'You are signed out. Sign in and try again.');
  const { id } = await params;
  const activity = (await findActivity(desk.db, [id])).get(id);
  if (!activity) return problem(404, 'no-such-changeset', 'There is no such changeset.');
  const etag = `"${activity.seq}"`;
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: { ...PRIVATE, etag } });
  return Response.json(activity, { headers: { ...PRIVATE, etag } });
}

function problem(status: number, code: string, title: string): Response {
  return Response.json({ status, code, title }, { status, headers: { ...PRIVATE, 'content-type': 'application/problem+json' } });
}
