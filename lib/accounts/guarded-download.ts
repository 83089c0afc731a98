import 'server-only';
import { hasRole, type Role } from '@/domain/editor';
import { saidWhereAway } from './away-answer';
import { getDesk, type Desk } from './desk';
import { findSession, type LiveSession } from './session';

// Files of the desk: nothing is changed, so neither origin nor body are looked at, but the session is, at every request.

interface Download {
  readonly desk: Desk;
  readonly session: LiveSession;
  readonly now: Date;
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
}

type Route = (request: Request, context?: { readonly params: Promise<Readonly<Record<string, string>>> }) => Promise<Response>;

const refuse = (status: number, title: string) =>
  Response.json({ status, title }, { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } });

/** A GET handler for somebody whose session lacks nothing and who holds the right; everybody else gets 401 or 403 and no byte of the file. */
export function guardedDownload(right: Role, handle: (call: Download) => Promise<Response>): Route {
  return saidWhereAway(async (request, context) => {
    const desk = await getDesk();
    const now = new Date();
    const session = await findSession(desk, request.headers, now);
    if (session === null) return refuse(401, 'Sign in at the desk, then ask for the file again.');
    if (!hasRole(session.editor, right)) return refuse(403, `This takes the right of ${right}.`);
    const answer = await handle({ desk, session, now, request, params: (await context?.params) ?? {} });
    answer.headers.set('cache-control', 'no-store');
    answer.headers.set('x-content-type-options', 'nosniff');
    return answer;
  });
}
