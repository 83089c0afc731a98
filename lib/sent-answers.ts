import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { isSameTag } from './file-tag';
import { redrawGate } from './redraw-gate';

// Answers as they were sent, as bytes, compressed ones too: what is asked for again under the same release is not routed, not drawn and not compressed again.
// Only what `proxy.ts` marks with the release is kept, so whatever is refused, missing or personal never comes here.

/** Says under which newest release an answer was found; without it nothing is kept. */
export const RELEASE_HEADER = 'X-Ledger-Release';

const BUDGET_BYTES = 64 * 1024 * 1024;
const ENTRY_OVERHEAD = 2048;
const RELEASES_REMEMBERED = 64;
/** Headers of a single sending. */
const NOT_KEPT = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding', 'x-nextjs-cache']);
/** A request that says one of these asks for more than the address does. */
const COLOURED_BY = ['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-router-segment-prefetch', 'x-middleware-subrequest', 'x-nextjs-data', 'range'];

interface Sent {
  readonly release: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

export interface SentAnswersOptions {
  /** The number of the newest release; may reject when it was never learnt. */
  readonly currentRelease: () => Promise<number>;
  /** Asked before an answer is sent again; false lets the request go its whole way. */
  readonly maySendAgain?: (request: IncomingMessage) => boolean | Promise<boolean>;
  readonly budgetBytes?: number;
  /** Milliseconds on a clock that only runs forward. */
  readonly now?: () => number;
}

/**
 * Puts the kept answers before a server's listener. An answer is sent again while its release is the newest; after that whoever asks first has it drawn anew, and
 * an answer of the release before, which says so, goes only to those who would have to wait: `redrawGate` decides.
 */
export function sendAgain(
  listener: RequestListener, { currentRelease, maySendAgain = () => true, budgetBytes = BUDGET_BYTES, now = () => performance.now() }: SentAnswersOptions,
): RequestListener {
  const kept = new Map<string, Sent>();
  /** When each of the last releases was learnt of, oldest first. */
  const learnt: { readonly release: number; readonly at: number }[] = [];
  const gate = redrawGate(now);
  let bytes = 0;

  function learn(release: number): void {
    if (release <= (learnt.at(-1)?.release ?? -1)) return;
    learnt.push({ release, at: now() });
    if (learnt.length > RELEASES_REMEMBERED) learnt.shift();
  }

  function keep(key: string, sent: Sent): void {
    learn(sent.release);
    const size = sizeOf(key, sent);
    const known = kept.get(key);
    if (size > budgetBytes / 8 || (known && known.release >= sent.release)) return;
    if (known) bytes -= sizeOf(key, known);
    kept.delete(key);
    kept.set(key, sent);
    bytes += size;
    for (const [oldest, dropped] of kept) {
      if (bytes <= budgetBytes) break;
      kept.delete(oldest);
      bytes -= sizeOf(oldest, dropped);
    }
  }

  function find(key: string, release: number): Sent | null {
    learn(release);
    const sent = kept.get(key);
    if (!sent) return null;
    // The longest unused falls out first.
    kept.delete(key);
    kept.set(key, sent);
    return sent;
  }

  /** When an answer was followed by a newer release. */
  function followedAt({ release }: Sent): number {
    return learnt.find((one) => one.release > release)?.at ?? -Infinity;
  }

  /** What is sent again to this request, or null where it is to be drawn. */
  async function keptFor(key: string, request: IncomingMessage, response: ServerResponse): Promise<Sent | null> {
    const release = await currentRelease().catch(() => null);
    const sent = release === null ? null : find(key, release);
    const isNewest = sent !== null && sent.release === release;
    const stays = sent !== null && (isNewest || !gate.admits(key, followedAt(sent)));
    if (stays && (await maySendAgain(request))) return sent;
    if (isNewest) return null;
    listen(response, { ended: sent === null ? () => undefined : gate.begin(key), heard: (heard) => keep(key, heard) });
    return null;
  }

  return (request, response) => {
    const key = keyOf(request);
    if (key === null) return void listener(request, response);
    void keptFor(key, request, response).then((sent) => (sent === null ? void listener(request, response) : send(request, response, sent)));
  };
}

/** Everything an answer depends on beside the release: the address, whether it may be compressed, and whether TLS was used, which only then is asked for. */
function keyOf({ method, url, headers }: IncomingMessage): string | null {
  if (method !== 'GET' || !url || COLOURED_BY.some((name) => headers[name] !== undefined)) return null;
  return `${headers['x-forwarded-proto'] === 'https' ? 'https' : 'http'} ${acceptsGzip(headers['accept-encoding']) ? 'gzip' : 'plain'} ${url}`;
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

interface Listening {
  /** The last of it was written, or nobody waits for it any more. */
  readonly ended: () => void;
  readonly heard: (sent: Sent) => void;
}

/** Listens to what is written to a response, below any compression, and hands it on once all of it was sent. */
function listen(response: ServerResponse, { ended, heard }: Listening): void {
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
    ended();
    return Reflect.apply(end, response, given) as ServerResponse;
  } as typeof response.end;
  response.once('close', ended);
  response.once('finish', () => {
    if (!isWorthKeeping(response)) return;
    const headers = Object.fromEntries(Object.entries(response.getHeaders()).filter(([name]) => !NOT_KEPT.has(name)));
    heard({ headers, body: Buffer.concat(chunks), release: Number(response.getHeader(RELEASE_HEADER)) });
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
