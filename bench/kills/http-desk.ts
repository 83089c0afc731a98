import type { KillableDesk } from '../../tests/fixtures/kills/rounds';

export interface Cookies {
  readonly editor: string;
  readonly reviewer: string;
}

/** The server or its database is gone: what was asked is neither known to be done nor known not to be. */
export class ServerGone extends Error {}

/** The desk through its routes, with the sessions of an editor and a reviewer. */
export function httpDesk(origin: string, cookies: Cookies): KillableDesk {
  const desk = '/api/admin/changesets';
  return {
    open: async (name) => (await post<{ changesetId: string }>(desk, cookies.editor, { name, note: '' })).changesetId,
    save: async (id, rows) => (await post<{ rows: { revision: number }[] }>(`${desk}/${id}/rows`, cookies.editor, { rows })).rows.map(({ revision }) => revision),
    submit: async (id) => { await post(`${desk}/${id}/submit`, cookies.editor, {}); },
    approve: async (id) => { await post(`${desk}/${id}/approve`, cookies.reviewer, await readSeen(id)); },
    publish: async (id, title) => (await post<{ release: number }>(`${desk}/${id}/publish`, cookies.reviewer, { title, note: '' })).release,
  };

  async function post<T>(path: string, cookie: string, body: unknown): Promise<T> {
    const answer = await ask(path, {
      method: 'POST', body: JSON.stringify(body), headers: { cookie, origin, accept: 'application/json', 'content-type': 'application/json' },
    });
    return (answer as { data: T }).data;
  }

  /** What the review page shows the reviewer, by its hash and the last link of the audit then. */
  async function readSeen(id: string): Promise<{ hash: string; seq: number }> {
    const page = await ask(`/admin/changesets/${id}/review`, { headers: { cookie: cookies.reviewer } });
    const [, hash, seq] = /\\"hash\\":\\"([0-9a-f]{64})\\",\\"seq\\":(\d+)/.exec(String(page)) ?? [];
    if (hash === undefined) throw new Error(`The review page of ${id} does not say what it shows.`);
    return { hash, seq: Number(seq) };
  }

  /** An answer that breaks off, or says that the database is away or full, is none; any other refusal is a fault of the proof. */
  async function ask(path: string, request: RequestInit): Promise<unknown> {
    const read = await fetch(`${origin}${path}`, { ...request, redirect: 'manual' })
      .then(async (answer) => ({ status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() }))
      .catch((error: unknown) => { throw new ServerGone('', { cause: error }); });
    if (read.status === 503) throw new ServerGone(read.text.slice(0, 500));
    // A page whose database goes while it is drawn: nothing was asked to be done.
    if (read.status === 500 && path.startsWith('/admin/')) throw new ServerGone(`${path} answered 500`);
    if (read.status !== 200) throw new Error(`${path} answered ${read.status}: ${read.text.slice(0, 500)}`);
    return read.type.includes('json') ? JSON.parse(read.text) : read.text;
  }
}

/** Gives the password once more, as publishing asks for within ten minutes. */
export async function confirm(origin: string, cookie: string, password: string): Promise<void> {
  const headers = { cookie, origin, accept: 'application/json', 'content-type': 'application/json' };
  const answer = await fetch(`${origin}/api/admin/confirm`, { method: 'POST', body: JSON.stringify({ password, next: '/admin' }), headers });
  if (!answer.ok) throw new Error(`The password was not taken: ${answer.status} ${await answer.text()}`);
}
