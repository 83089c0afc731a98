import { Agent, request } from 'node:http';
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import { type Kind, mixOf } from './mix';

// Asks at a constant rate, whatever the answers take: every request has its moment, and its time runs from that moment and not from the one at which it
// could be sent. A slow server so gets a queue, as it would from readers, and the queue is in the figures. A process of its own, told and asked by messages.

const CALLERS = 64;
const MOST_OPEN = 4_000;
const GIVE_UP_MS = 10_000;

export interface Phase {
  readonly rate: number;
  readonly seconds: number;
}

/** What one second of arrivals saw. Milliseconds. */
export interface Second {
  readonly at: number;
  readonly count: number;
  readonly errors: number;
  readonly p99: number;
}

export interface KindReport {
  readonly kind: Kind | 'all';
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface LoadReport {
  readonly kinds: readonly KindReport[];
  readonly seconds: readonly Second[];
  readonly errors: Readonly<Record<string, number>>;
  /** Answers of a release that had been followed by another for more than a second when they were asked for, and how much older the oldest was, in ms. */
  readonly late: { readonly count: number; readonly oldestMs: number };
  readonly bytes: number;
}

export interface Order {
  readonly origin: string;
  readonly slugs: readonly string[];
  readonly seriesIds: readonly string[];
  readonly phases: readonly Phase[];
}

/** When each release was published, by the machine's clock. */
const published = new Map<number, number>();

async function run({ origin, slugs, seriesIds, phases }: Order): Promise<LoadReport> {
  const { hostname, port } = new URL(origin);
  const next = mixOf(slugs, seriesIds);
  // Callers of several addresses, as each has a fair share of the API: real ones for the front, said ones where there is none.
  const agents = Array.from({ length: CALLERS }, (_, index) => new Agent({ keepAlive: true, maxSockets: 64, localAddress: `127.0.1.${index + 1}` }));
  const all = new Map<Kind | 'all', RecordableHistogram>((['all', 'page', 'api', 'embed'] as const).map((kind) => [kind, createHistogram()]));
  const seconds: { count: number; errors: number; histogram: RecordableHistogram }[] = [];
  const errors: Record<string, number> = {};
  const late = { count: 0, oldestMs: 0 };
  let [bytes, open] = [0, 0];

  const one = (due: number, second: number) => {
    const { kind, path } = next();
    const caller = Math.floor(Math.random() * CALLERS);
    const asked = Date.now();
    const window = (seconds[second] ??= { count: 0, errors: 0, histogram: createHistogram() });
    window.count += 1;
    open += 1;
    let isOver = false;
    const over = (error: string | null) => {
      if (isOver) return;
      isOver = true;
      open -= 1;
      const took = Math.max(1, Math.round((performance.now() - due) * 1_000));
      for (const histogram of [all.get('all'), all.get(kind), window.histogram]) histogram?.record(took);
      if (error === null) return;
      window.errors += 1;
      errors[`${kind}: ${error}`] = (errors[`${kind}: ${error}`] ?? 0) + 1;
    };
    if (open > MOST_OPEN) return over('not sent: too many waiting');
    const headers = {
      'Accept-Encoding': 'gzip', 'X-Forwarded-For': `10.0.0.${caller + 1}`, 'Host': new URL(origin).host,
      ...(kind === 'embed' ? { 'Referer': 'https://news.example/', 'Sec-Fetch-Dest': 'iframe', 'Sec-Fetch-Site': 'cross-site' } : {}),
    };
    const sent = request({ host: hostname === 'localhost' ? '127.0.0.1' : hostname, port, path, headers, agent: agents[caller], timeout: GIVE_UP_MS }, (answer) => {
      answer.on('data', (chunk: Buffer) => (bytes += chunk.byteLength));
      answer.on('end', () => {
        over(answer.statusCode === 200 ? null : `status ${answer.statusCode}`);
        if (kind !== 'api') noteAge(Number(answer.headers['x-ledger-release']), asked);
      });
      answer.on('error', (cause) => over(cause.message));
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${GIVE_UP_MS} ms`)));
    sent.on('error', (cause) => over(cause.message)).end();
  };

  function noteAge(release: number, asked: number): void {
    const followed = published.get(release + 1);
    if (followed === undefined || asked - followed <= 1_000) return;
    late.count += 1;
    late.oldestMs = Math.max(late.oldestMs, asked - followed);
  }

  let [begun, second] = [performance.now(), 0];
  for (const { rate, seconds: length } of phases) {
    for (let sent = 0; sent < rate * length;) {
      const dueNow = Math.min(rate * length, Math.floor(((performance.now() - begun) * rate) / 1_000) + 1);
      for (; sent < dueNow; sent += 1) one(begun + (sent * 1_000) / rate, second + Math.floor(sent / rate));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    begun += length * 1_000;
    second += length;
  }
  const deadline = performance.now() + GIVE_UP_MS + 1_000;
  while (open > 0 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
  for (const agent of agents) agent.destroy();
  const ms = (histogram: RecordableHistogram, share: number) => histogram.percentile(share) / 1_000;
  return {
    kinds: [...all].map(([kind, histogram]) => ({ kind, count: histogram.count, p50: ms(histogram, 50), p99: ms(histogram, 99), max: histogram.max / 1_000 })),
    seconds: seconds.map(({ count, errors: failed, histogram }, at) => ({ at, count, errors: failed, p99: ms(histogram, 99) })),
    errors, late, bytes,
  };
}

process.on('message', (message: { readonly order?: Order; readonly release?: number; readonly at?: number }) => {
  if (message.release !== undefined && message.at !== undefined) published.set(message.release, message.at);
  if (message.order) void run(message.order).then((report) => process.send?.({ report }));
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
