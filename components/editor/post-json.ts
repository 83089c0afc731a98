// How a script of the desk sends something: one answer for all that can happen, and it never throws.

/** What the server, or the way to it, said no with. `code` is stable: `offline`, `signed-out`, `confirm-first`, or a refusal of the verb. */
export interface Problem {
  readonly code: string;
  /** One sentence for a person that says what to do. */
  readonly title: string;
  /** Where the way goes on: the sign-in, or the password once more. */
  readonly location?: string;
  /** What a refusal carries beside its words: `problems`, `expected`, `actual`, `changesetName` ... */
  readonly [detail: string]: unknown;
}

export type Posted<T> =
  | { readonly ok: true; readonly data: T; readonly location: string }
  | { readonly ok: false; readonly status: number; readonly problem: Problem };

const OFFLINE: Problem = { code: 'offline', title: 'The server cannot be reached. What you typed is kept here: try again.' };
const BROKEN: Problem = { code: 'broken', title: 'This did not work. What you typed is kept here: try again.' };

/** POST of plain JSON. `status` is 0 where no answer came. A lost session is `signed-out` with the sign-in as `location`. */
export async function postJson<T = unknown>(path: string, body: unknown, signal?: AbortSignal): Promise<Posted<T>> {
  let response: Response;
  try {
    response = await fetch(path, { method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/json' }, body: JSON.stringify(body), signal });
  } catch {
    return { ok: false, status: 0, problem: OFFLINE };
  }
  const answer = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  if (response.ok && answer !== null) return { ok: true, data: answer.data as T, location: String(answer.location ?? '') };
  const problem = typeof answer?.code === 'string' && typeof answer.title === 'string' ? (answer as unknown as Problem) : BROKEN;
  return { ok: false, status: response.status, problem: problem.code === 'signed-out' ? { location: '/admin/sign-in', ...problem } : problem };
}
