import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { isSameTag } from './file-tag';

// Answers as they were sent, as bytes, compressed ones too: what is asked for again under the same release is not routed, not drawn and not compressed again.
// Only what `proxy.ts` marks with the release is kept, so whatever is refused, missing or personal never comes here.

/** Says under which newest release an answer was found; without it nothing is kept. */
export const RELEASE_HEADER = 'X-Ledger-Release';

const BUDGET_BYTES = 64 * 1024 * 1024;
const ENTRY_OVERHEAD = 2048;
/** Headers of a single sending. */
const NOT_KEPT = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding', 'x-nextjs-cache']);
/** A request that says one of these asks for more than the address does. */
const COLOURED_BY = ['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-router-segment-prefetch', 'x-middleware-subrequest', 'x-nextjs-data', 'range'];

interface Sent {
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

export interface SentAnswersOptions {
  /** The number of the newest release; may reject when it was never learnt. */
  readonly currentRelease: () => Promise<number>;
  /** Asked before an answer is sent again; false lets the request go its whole way. */
  readonly maySendAgain?: (request: IncomingMessage) => boolean;
  readonly budgetBytes?: number;
}

/** Puts the kept answers before a server's listener. A new release empties the store: an older answer is never sent under a newer number. */
export function sendAgain(listener: RequestListener, { currentRelease, maySendAgain = () => true, budgetBytes = BUDGET_BYTES }: SentAnswersOptions): RequestListener {
  let kept = new Map<string, Sent>();
  let [keptRelease, bytes] = [-1, 0];

  function turnTo(release: number): void {
    if (release <= keptRelease) return;
    [kept, keptRelease, bytes] = [new Map(), release, 0];
  }

  function keep(key: string, sent: Sent, release: number): void {
    turnTo(release);
    const size = sizeOf(key, sent);
    if (release !== keptRelease || size > budgetBytes / 8 || kept.has(key)) return;
    kept.set(key, sent);
    bytes += size;
    for (const [oldest, dropped] of kept) {
      if (bytes <= budgetBytes) break;
      kept.delete(oldest);
      bytes -= sizeOf(oldest, dropped);
    }
  }

  function find(key: string, release: number): Sent | null {
    turnTo(release);
    const sent = release === keptRelease ? kept.get(key) : undefined;
    if (!sent) return null;
    // The longest unused falls out first.
    kept.delete(key);
    kept.set(key, sent);
    return sent;
  }

  return (request, response) => {
    const key = keyOf(request);
    if (key === null) return void listener(request, response);
    void currentRelease()
      .then((release) => find(key, release), () => null)
      .then((sent) => {
        if (sent && maySendAgain(request)) return send(request, response, sent);
        if (!sent) listen(response, (heard, release) => keep(key, heard, release));
        listener(request, response);
      });
  };
}

/** Everything an answer depends on beside the release: the address, and whether it may be compressed. */
function keyOf({ method, url, headers }: IncomingMessage): string | null {
  if (method !== 'GET' || !url || COLOURED_BY.some((name) => headers[name] !== undefined)) return null;
  return `${acceptsGzip(headers['accept-encoding']) ? 'gzip' : 'plain'} ${url}`;
}

function acceptsGzip(header: string | string[] | undefined): boolean {
  return /(^|,)\s*gzip\s*(;\s*q=(1|0?\.\d*[1-9])[^,]*)?(,|$)/i.test(String(header ?? ''));
}

function send(request: IncomingMessage, response: ServerResponse, { headers, body }: Sent): void {
  const isKnown = typeof headers.etag === 'string' && isSameTag(request.headers['if-none-match'] ?? null, headers.etag);
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !(isKnown && (name === 'content-encoding' || name === 'content-type'))) response.setHeader(name, value);
  }
  if (isKnown) return void response.writeHead(304).end();
  response.writeHead(200, { 'Content-Length': body.byteLength }).end(body);
}

/** Listens to what is written to a response, below any compression, and hands it on once all of it was sent. */
function listen(response: ServerResponse, heard: (sent: Sent, release: number) => void): void {
  const chunks: Buffer[] = [];
  const take = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const { write, end } = response;
  response.write = function (this: ServerResponse, ...given: unknown[]) {
    if (isWorthKeeping(response)) take(given[0], given[1]);
    return Reflect.apply(write, response, given) as boolean;
  } as typeof response.write;
  response.end = function (this: ServerResponse, ...given: unknown[]) {
    if (isWorthKeeping(response)) take(given[0], given[1]);
    return Reflect.apply(end, response, given) as ServerResponse;
  } as typeof response.end;
  response.once('finish', () => {
    if (!isWorthKeeping(response)) return;
    const headers = Object.fromEntries(Object.entries(response.getHeaders()).filter(([name]) => !NOT_KEPT.has(name)));
    heard({ headers, body: Buffer.concat(chunks) }, Number(response.getHeader(RELEASE_HEADER)));
  });
}

function isWorthKeeping(response: ServerResponse): boolean {
  const encoding = response.getHeader('content-encoding');
  return response.statusCode === 200 && response.hasHeader(RELEASE_HEADER) && !response.hasHeader('set-cookie') && (encoding === undefined || encoding === 'gzip')
    && !/no-store|private/.test(String(response.getHeader('cache-control') ?? 'no-store'));
}

function sizeOf(key: string, { body }: Sent): number {
  return body.byteLength + key.length * 2 + ENTRY_OVERHEAD;
}
