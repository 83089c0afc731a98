import http from 'node:http';

// Readers who never stop asking, over connections they keep: pages, files, frames and machines' answers, live ones and ones no cache has yet.

const READERS = 6;
const ADDRESSES = ['/', '/charts', '/closures', '/releases', '/closures.json', '/embed/border-closures', '/charts/border-closures.csv', '/api/health/live', '/admin/sign-in'];

export interface Asking {
  counts(): string;
  /** Lets everything under way finish; may be called twice. */
  stop(): Promise<{ readonly asked: number; readonly failures: readonly string[] }>;
}

export function startAsking(origin: string, agent: http.Agent): Asking {
  let isOver = false;
  let asked = 0;
  const failures: string[] = [];
  const read = async (reader: number) => {
    for (let turn = 0; !isOver; turn += 1) {
      // Every other address is one that nginx cannot have kept: it has to ask an instance.
      const address = ADDRESSES[(turn + reader) % ADDRESSES.length] ?? '/';
      const day = String(1 + (turn % 28)).padStart(2, '0');
      const path = turn % 2 === 0 || address.startsWith('/a') ? address : `/closures.csv?asof=20${10 + ((turn + reader) % 15)}-0${1 + (reader % 9)}-${day}`;
      const problem = await ask(origin + path, agent);
      asked += 1;
      if (problem !== null) failures.push(`${new Date().toISOString()} ${path}: ${problem}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const all = Promise.all(Array.from({ length: READERS }, (_, reader) => read(reader)));
  return {
    counts: () => `${asked} requests so far, ${failures.length} failed`,
    async stop() {
      isOver = true;
      await all;
      return { asked, failures };
    },
  };
}

/** Null for an answer below 400 that arrived whole, else what was wrong. */
function ask(url: string, agent: http.Agent): Promise<string | null> {
  return new Promise((resolve) => {
    const request = http.get(url, { agent, timeout: 30_000 }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve((answer.statusCode ?? 500) < 400 ? null : `status ${answer.statusCode}`));
      answer.once('error', (error) => resolve(error.message));
    });
    request.once('timeout', () => request.destroy(new Error('no answer within 30 s')));
    request.once('error', (error) => resolve(error.message));
  });
}
