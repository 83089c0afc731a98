import { getDatabase } from '@/db/client';
import { recordEmbedSightings } from '@/db/mutations/record-embed-sightings';
import { type EmbedSighting, hostOfReferrer } from '@/domain/embed-sighting';
import { env } from './env';

// Counts on which hosts embeds are shown, in memory, and writes the counts in batches. No answer waits for it; a database that is away costs
// counts at most. Only the host's name of the referrer is ever looked at.

const WRITE_AFTER_MS = 60_000;
/** Pairs of chart and host in one batch; more than that in a minute is somebody making names up. */
const MOST_PAIRS = 5_000;
/** A database that hangs must not hold up the end of the server. */
const LAST_WRITE_MS = 3_000;

/** As much of `Headers` as is looked at. */
export type HeaderReader = Pick<Headers, 'get'>;

export interface SightingsOptions {
  readonly isOn: boolean;
  /** Hosts that are ourselves, such as the preview on a chart's own page. */
  readonly ownHosts: readonly string[];
  readonly write: (seen: readonly EmbedSighting[]) => Promise<void>;
  readonly writeAfterMs?: number;
  readonly mostPairs?: number;
}

export interface Sightings {
  /** Counts one request for an embed. Answers a promise when it opens a batch: kept once that batch is written or given up, never rejected. */
  note(headers: HeaderReader, slug: string, now: Date): Promise<void> | null;
  /** Counts it if that opens no batch; false, and nothing is counted, if it would: whoever opens one has to wait for it at the server's end. */
  noteInBatch(headers: HeaderReader, slug: string, now: Date): boolean;
  /** Writes what has been counted; never rejects. */
  flush(): Promise<void>;
  /** The server is ending: writes now, and from now on at once. */
  stop(): Promise<void>;
}

export function countSightings({ isOn, ownHosts, write, writeAfterMs = WRITE_AFTER_MS, mostPairs = MOST_PAIRS }: SightingsOptions): Sightings {
  let counts = new Map<string, EmbedSighting>();
  let isEnding = false;
  let isFailing = false;
  let timer: NodeJS.Timeout | undefined;
  let batch: PromiseWithResolvers | null = null;

  function add(sighting: EmbedSighting): void {
    const key = `${sighting.day} ${sighting.slug} ${sighting.host}`;
    const known = counts.get(key);
    if (known || counts.size < mostPairs) counts.set(key, { ...sighting, count: (known?.count ?? 0) + sighting.count });
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    const [seen, ended] = [[...counts.values()], batch];
    [counts, batch] = [new Map(), null];
    try {
      if (seen.length > 0) await write(seen);
      if (isFailing) console.info(JSON.stringify({ event: 'embed-sightings-written-again' }));
      isFailing = false;
    } catch (cause) {
      if (!isFailing) console.warn(JSON.stringify({ event: 'embed-sightings-not-written', pairs: seen.length, cause: String(cause) }));
      isFailing = true;
      // Tried again with the next batch, as far as there is room.
      for (const sighting of seen) add(sighting);
    } finally {
      ended?.resolve();
    }
  }

  /** The host that a request is counted for, null when it is not. */
  function hostFor(headers: HeaderReader): string | null {
    if (!isOn || !isShownInFrame(headers)) return null;
    const host = hostOfReferrer(headers.get('referer'));
    return host === null || ownHosts.includes(host) ? null : host;
  }

  const one = (slug: string, host: string, now: Date): EmbedSighting => ({ slug, host, day: now.toISOString().slice(0, 10), count: 1 });

  return {
    noteInBatch(headers, slug, now) {
      const host = hostFor(headers);
      if (host !== null && !batch) return false;
      if (host !== null) add(one(slug, host, now));
      return true;
    },
    note(headers, slug, now) {
      const host = hostFor(headers);
      if (host === null) return null;
      add(one(slug, host, now));
      if (batch) return null;
      batch = withResolvers();
      const { promise } = batch;
      if (isEnding) void flush();
      else timer = setTimeout(() => void flush(), writeAfterMs).unref();
      return promise;
    },
    flush,
    async stop() {
      isEnding = true;
      await Promise.race([flush(), new Promise((resolve) => setTimeout(resolve, LAST_WRITE_MS).unref())]);
      batch?.resolve();
    },
  };
}

/** A person who opens the embed's address from a link is no embed, nor is a browser that fetches ahead. Old browsers say neither. */
function isShownInFrame(headers: HeaderReader): boolean {
  const destination = headers.get('sec-fetch-dest');
  const isFrame = destination === null || ['iframe', 'frame', 'embed', 'object', 'fencedframe'].includes(destination);
  return isFrame && headers.get('sec-fetch-site') !== 'same-origin' && headers.get('sec-purpose') === null && headers.get('purpose') === null;
}

interface PromiseWithResolvers {
  readonly promise: Promise<void>;
  resolve(): void;
}

function withResolvers(): PromiseWithResolvers {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}

const holder = globalThis as typeof globalThis & { frontierLedgerSightings?: Sightings };

/** Counts a request for an embed in this process. What it answers is for `waitUntil`: the server then ends only after the counts are written. */
export function noteEmbedSighting(headers: Headers, slug: string): Promise<void> | null {
  return (holder.frontierLedgerSightings ??= start()).note(headers, slug, new Date());
}

/** Counts a request that is answered without its routing; false when it must go its whole way to be counted. */
export function countAgain(headers: HeaderReader, slug: string): boolean {
  return (holder.frontierLedgerSightings ??= start()).noteInBatch(headers, slug, new Date());
}

function start(): Sightings {
  const { countsEmbedSightings, siteUrl, stopsItself } = env();
  const write = async (seen: readonly EmbedSighting[]) => recordEmbedSightings(await getDatabase(), seen);
  const sightings = countSightings({ isOn: countsEmbedSightings, ownHosts: [new URL(siteUrl).hostname], write });
  // Where the framework ends the process it waits for the batch, so it must be told.
  if (!stopsItself) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sightings.stop());
  return sightings;
}

/** The server is ending: what was counted is written. */
export async function stopEmbedSightings(): Promise<void> {
  await holder.frontierLedgerSightings?.stop();
}
