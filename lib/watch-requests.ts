import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { knownRelease } from './current-release';
import { logEvent } from './log';
import type { Metrics } from './metrics';
import { routePattern } from './route-pattern';

// Every request of the server is seen here and nowhere else: written down when its answer has ended, counted, and known while it runs.

export interface Requests {
  readonly running: ReadonlySet<ServerResponse>;
  /** The server they came to; null before the first. */
  server(): Server | null;
  /** From now on every answer says that its connection ends with it. */
  sayGoodbye(): void;
}

interface Started {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly server: Server;
}

const GIVEN_ID = /^[A-Za-z0-9-]{8,64}$/;
/** As nginx writes it down: whoever asked went away before the answer. */
const GONE = 499;

export function watchRequests(metrics: Metrics | null): Requests {
  const running = new Set<ServerResponse>();
  let server: Server | null = null;
  let isEnding = false;
  subscribe('http.server.request.start', (message) => {
    const { request, response, server: from } = message as Started;
    if (from === metrics?.server) return;
    server = from;
    running.add(response);
    if (isEnding) response.shouldKeepAlive = false;
    const startedAt = performance.now();
    const { method = '', url = '' } = request;
    const given = request.headers['x-request-id'];
    response.once('close', () => {
      running.delete(response);
      const seconds = (performance.now() - startedAt) / 1000;
      const end = url.indexOf('?');
      const route = routePattern(end === -1 ? url : url.slice(0, end));
      const status = response.writableFinished ? response.statusCode : GONE;
      metrics?.countRequest(route, method, status, seconds);
      const id = typeof given === 'string' && GIVEN_ID.test(given) ? given : randomUUID();
      logEvent(route === '/_next' ? 'debug' : 'info', 'request', { id, method: method.slice(0, 10), route, status, ms: Math.round(seconds * 10_000) / 10, release: knownRelease().release });
    });
  });
  return {
    running,
    server: () => server,
    sayGoodbye() {
      isEnding = true;
      for (const response of running) if (!response.headersSent) response.shouldKeepAlive = false;
    },
  };
}
