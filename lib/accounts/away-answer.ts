import 'server-only';
import { isDatabaseAway, isDatabaseFull } from '@/db/database-away';

// What somebody hears who saves while the database is away. Whether a save under way when it went arrived, nobody can know yet: a second
// one is compared with what is there, so trying again is safe.

const DATABASE_AWAY =
  'The database is away at the moment, so the desk is read-only and nothing was confirmed as saved. What you typed is still here: try again in a few seconds.';
const DATABASE_FULL =
  'The database takes no changes at the moment, most likely because its disk is full: nothing of this was saved. What you typed is still here. Tell whoever runs this installation, and try again once there is room.';
const RETRY_AFTER_SECONDS = '5';

interface Away {
  readonly code: 'database-away' | 'database-full';
  readonly message: string;
}

/** What to say of an error, or null where it says nothing of the database's state. */
export function describeAway(error: unknown): Away | null {
  if (isDatabaseFull(error)) return { code: 'database-full', message: DATABASE_FULL };
  return isDatabaseAway(error) ? { code: 'database-away', message: DATABASE_AWAY } : null;
}

/** 503 with words and when to try again, for a script or a plain form. */
function awayAnswer({ code, message }: Away, wantsJson: boolean): Response {
  const headers = { 'Retry-After': RETRY_AFTER_SECONDS, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  if (!wantsJson) {
    const words = `${message} Go back in your browser to find it.\n`;
    return new Response(words, { status: 503, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } });
  }
  const body = JSON.stringify({ status: 503, code, title: message });
  return new Response(body, { status: 503, headers: { ...headers, 'Content-Type': 'application/problem+json' } });
}

/** While the database is away every one of them says so; what was typed stays where it was typed. */
export function saidWhereAway<C>(route: (request: Request, context?: C) => Promise<Response>): (request: Request, context?: C) => Promise<Response> {
  return async (request, context) => {
    try {
      return await route(request, context);
    } catch (cause) {
      const away = describeAway(cause);
      if (away === null) throw cause;
      return awayAnswer(away, (request.headers.get('accept') ?? '').includes('application/json'));
    }
  };
}
