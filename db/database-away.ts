// What a database that is away looks like from here: refused, stopped, restarting, or silent for too long. It comes back by itself.

/** Thrown at once, without waiting for anything, while the database is known to be away. */
export class DatabaseAwayError extends Error {
  override readonly name = 'DatabaseAwayError';

  constructor(cause?: unknown) {
    super('The database is away at the moment.', { cause });
  }
}

/** Of the network, and PostgreSQL's classes: connection failures, too many connections, shutting down or starting up. A full disk is something else. */
const AWAY_CODES = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|08...|53[23]00|57P0[1-5])$/;
const AWAY_WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (was closed|has encountered a connection error) and is not queryable|Cannot use a pool after)/;

/** No room on the disk; or nothing may be written for now, as the embedded database has it shortly before there is no room left. */
const FULL_CODES = /^(53100|25006)$/;

interface Told extends Error {
  readonly code?: unknown;
  /** Of PostgreSQL: `PANIC` and `FATAL` end what told it. */
  readonly severity?: unknown;
}

/** Whether an error says that the database is away, at whatever depth of its causes. */
export function isDatabaseAway(error: unknown): boolean {
  return hasCause(error, (cause) => {
    const { code, severity, name, message } = cause;
    return cause instanceof DatabaseAwayError || name === 'DatabaseAwayError' || severity === 'PANIC' || (typeof code === 'string' && AWAY_CODES.test(code)) || AWAY_WORDS.test(message);
  });
}

/** Whether an error says that the database answers and has refused a change for want of room, at whatever depth of its causes. */
export function isDatabaseFull(error: unknown): boolean {
  return hasCause(error, ({ code, severity }) => typeof code === 'string' && FULL_CODES.test(code) && severity !== 'PANIC');
}

function hasCause(error: unknown, is: (cause: Told) => boolean): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause, depth += 1) if (is(cause)) return true;
  return false;
}
