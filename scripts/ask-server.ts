import { readLocalDoor } from '@/lib/accounts/local-door';
import { env } from '@/lib/env';

// While a server runs on the embedded database, commands ask it through its local door; with a PostgreSQL server they need none.

export interface ServerAnswer {
  readonly status: number;
  /** Null where the answer was no JSON. */
  readonly body: unknown;
}

/** The server's answer, or null when none of ours answers: there is no door, or the server that left the key has stopped. */
export async function askServer(route: string, body: object, withinMs = 30_000): Promise<ServerAnswer | null> {
  const door = env().databaseUrl === null ? readLocalDoor() : null;
  if (door === null) return null;
  try {
    const response = await fetch(`http://127.0.0.1:${door.port}/api/admin/local/${route}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${door.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
    });
    return { status: response.status, body: await response.json().catch(() => null) };
  } catch {
    return null;
  }
}
