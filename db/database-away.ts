// What a database that is away looks like from here: refused, stopped, restarting, or silent for too long. It comes back by itself.

/** Thrown at once, without waiting for anything, while the database is known to be away. */
export class DatabaseAwayError extends Error {
  override readonly name = 'DatabaseAwayError';

  constructor(cause?: unknown) {
    super('The database is away at the moment.', { cause });
  }
}

/** Of the network, and PostgreSQL's classes: connection failures, too many connections, shutting down or starting up, disk full. */
const AWAY_CODES = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|08...|53[123]00|57P0[1-5])$/;
const AWAY_WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (was closed|has encountered a connection error) and is not queryable|Cannot use a pool after)/;

/** Whether an error says that the database is away, at whatever depth of its causes. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause, depth += 1) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (cause instanceof DatabaseAwayError || cause.name === 'DatabaseAwayError' || AWAY_CODES.test(code) || AWAY_WORDS.test(cause.message)) return true;
  }
  return false;
}
