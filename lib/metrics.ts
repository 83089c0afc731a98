import http from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { getOpened } from '@/db/client';
import { keptFigures } from './cache-handler.js';
import { knownRelease } from './current-release';
import { listenToEvents } from './log';

// An operator's figures, told on this machine only. Labels are patterns and names of ours, never what somebody sent, so their number is bounded.

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const EVENTS = 200;

export interface Metrics {
  readonly registry: Registry;
  /** One answered request; `seconds` from its first byte to the end of its answer. */
  countRequest(route: string, method: string, status: number, seconds: number): void;
  readonly server: http.Server;
}

/** Begins to count, and tells the figures at http://127.0.0.1:port/metrics. */
export function startMetrics(port: number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const prefix = 'frontier_ledger_';
  collectDefaultMetrics({ register: registry, prefix });
  const requests = new Counter({ name: `${prefix}requests_total`, help: 'Answered requests', labelNames: ['route', 'method', 'status'], registers });
  const durations = new Histogram({ name: `${prefix}request_seconds`, help: 'Time from request to the end of the answer', labelNames: ['route'], buckets: BUCKETS, registers });
  const waits = new Histogram({ name: `${prefix}database_wait_seconds`, help: 'Wait for a connection to PostgreSQL', buckets: BUCKETS, registers });
  const events = new Counter({ name: `${prefix}events_total`, help: 'Events in the log by name: publishing, schedules, outages', labelNames: ['event'], registers });
  const known = new Set<string>();
  listenToEvents((event) => {
    if (known.size < EVENTS) known.add(event);
    events.inc({ event: known.has(event) ? event : 'other' });
  });
  watchDatabase(prefix, registers, (seconds) => waits.observe(seconds));
  watchAnswers(prefix, registers);
  return {
    registry,
    server: tell(registry, port),
    countRequest(route, method, status, seconds) {
      requests.inc({ route, method: METHODS.has(method) ? method : 'other', status });
      durations.observe({ route }, seconds);
    },
  };
}

function watchDatabase(prefix: string, registers: Registry[], onWait: (seconds: number) => void): void {
  new Gauge({
    name: `${prefix}database_connections`, help: 'Connections to PostgreSQL by state', labelNames: ['state'], registers,
    async collect() {
      const open = await getOpened();
      if (open?.engine !== 'postgres') return;
      open.pool.onWait = onWait;
      const { total, idle, waiting } = open.pool.figures;
      this.set({ state: 'busy' }, total - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waited-for' }, waiting);
    },
  });
  new Gauge({
    name: `${prefix}database_up`, help: '1 while the database answers', registers,
    async collect() {
      const open = await getOpened();
      this.set(open !== null && (open.engine === 'pglite' ? !open.embedded.isAway() : !open.pool.figures.isAway) ? 1 : 0);
    },
  });
}

function watchAnswers(prefix: string, registers: Registry[]): void {
  const gauge = (name: string, help: string, read: () => number) => new Gauge({ name: `${prefix}${name}`, help, registers, collect() { this.set(read()); } });
  gauge('release', 'Number of the newest release this instance knows', () => knownRelease().release ?? 0);
  gauge('release_seen_seconds', 'Time since this instance first saw that release', () => knownRelease().ageMs / 1000);
  gauge('kept_answers', 'Answers in memory', () => keptFigures().entries);
  gauge('kept_answers_bytes', 'Their size', () => keptFigures().bytes);
  gauge('kept_answers_hits', 'Requests answered from memory since the start', () => keptFigures().hits);
  gauge('kept_answers_misses', 'Requests that had to be drawn since the start', () => keptFigures().misses);
}

function tell(registry: Registry, port: number): http.Server {
  const server = http.createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.on('error', (error) => console.error(JSON.stringify({ event: 'metrics-unavailable', port, cause: error.message })));
  return server.listen(port, '127.0.0.1').unref();
}
