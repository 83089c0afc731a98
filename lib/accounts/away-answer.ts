import 'server-only';
import { isDatabaseAway } from '@/db/database-away';

// What somebody hears who saves while the database is away. Whether a save under way when it went arrived, nobody can know yet: a second
// one is compared with what is there, so trying again is safe.

export const DATABASE_AWAY =
  'The database is away at the moment, so the desk is read-only and nothing was confirmed as saved. What you typed is still here: try again in a few seconds.';
const RETRY_AFTER_SECONDS = '5';

/** 503 with words and when to try again, for a script or a plain form. */
export function awayAnswer(wantsJson: boolean): Response {
  const headers = { 'Retry-After': RETRY_AFTER_SECONDS, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  if (!wantsJson) {
    const words = `${DATABASE_AWAY} Go back in your browser to find it.\n`;
    return new Response(words, { status: 503, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } });
  }
  const body = JSON.stringify({ status: 503, code: 'database-away', title: DATABASE_AWAY });
  return new Response(body, { status: 503, headers: { ...headers, 'Content-Type': 'application/problem+json' } });
}

/** While the database is away every one of them says so; what was typed stays where it was typed. */
export function saidWhereAway<C>(route: (request: Request, context?: C) => Promise<Response>): (request: Request, context?: C) => Promise<Response> {
  return async (request, context) => {
    try {
      return await route(request, context);
    } catch (cause) {
      if (!isDatabaseAway(cause)) throw cause;
      return awayAnswer((request.headers.get('accept') ?? '').includes('application/json'));
    }
  };
}
