import { Client, Pool, type PoolClient, type PoolConfig } from 'pg';
import { DatabaseAwayError } from './database-away';

// A pool with a circuit breaker. A connection of its own asks the server whether it lives; once it does not answer, every wait ends at
// once and no new one begins, until it answers again. Otherwise each request on a stopped server would wait for its own time to run out.

const BEAT_MS = 250;
/** Without an answer for so long the server is away. */
const SILENT_MS = 750;
/** A question without an answer is left standing, since a server that goes on answers it; only a dead network needs another one. */
const GIVE_UP_MS = 5_000;

type Done = (release?: Error | boolean) => void;
type Callback = (error: Error | undefined, client: PoolClient | undefined, done: Done) => void;

export interface PoolFigures {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
  readonly isAway: boolean;
}

export class GuardedPool extends Pool {
  private readonly clients = new Set<PoolClient>();
  private readonly waits = new Set<(cause: unknown) => void>();
  private awayBecause: { readonly cause: unknown } | null = null;
  private probe: Client | null = null;
  private beat: Promise<boolean> | null = null;
  private beatenAt = -Infinity;
  private timer: NodeJS.Timeout | undefined;
  /** Told how long each connection was waited for, in seconds. */
  onWait: ((seconds: number) => void) | null = null;

  constructor(private readonly settings: PoolConfig) {
    super(settings);
    this.on('connect', (client) => {
      this.clients.add(client);
      // Whoever holds it hears of a broken connection from his question; without a listener it would end the process.
      client.on('error', () => undefined);
    });
    this.on('remove', (client) => this.clients.delete(client));
  }

  /** Begins to watch the server; until then the pool is an ordinary one, as commands want it. Keeps no process alive. */
  watch(): void {
    this.timer ??= setInterval(() => void this.ask(), BEAT_MS).unref();
  }

  get figures(): PoolFigures {
    return { total: this.totalCount, idle: this.idleCount, waiting: this.waitingCount, isAway: this.awayBecause !== null };
  }

  /** Whether the server answers, known at once or within a second: waits only where its last answer is not fresh. */
  async answers(): Promise<boolean> {
    if (this.timer === undefined) return true;
    if (this.awayBecause !== null) return false;
    if (performance.now() - this.beatenAt < 2 * BEAT_MS) return true;
    const asked = this.ask();
    return this.unlessAway(asked).catch(() => false);
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | undefined {
    const asked = this.connectUnlessAway();
    if (callback === undefined) return asked;
    asked.then((client) => callback(undefined, client, (release) => client.release(release)), (error: Error) => callback(error, undefined, () => undefined));
    return undefined;
  }

  override end(): Promise<void>;
  override end(callback: () => void): void;
  override end(callback?: () => void): Promise<void> | undefined {
    clearInterval(this.timer);
    this.dropProbe();
    if (callback === undefined) return super.end();
    super.end(callback);
    return undefined;
  }

  private async connectUnlessAway(): Promise<PoolClient> {
    if (this.awayBecause !== null) throw new DatabaseAwayError(this.awayBecause.cause);
    const from = performance.now();
    const connecting = super.connect();
    try {
      return await this.unlessAway(connecting);
    } catch (error) {
      // Should it come late all the same, it goes back; nobody waits for it any more.
      connecting.then((client) => client.release(true), () => undefined);
      throw error;
    } finally {
      this.onWait?.((performance.now() - from) / 1000);
    }
  }

  /** The promise's value, or a rejection as soon as the server is known to be away. */
  private async unlessAway<T>(promise: Promise<T>): Promise<T> {
    let stop: (cause: unknown) => void = () => undefined;
    const away = new Promise<never>((_, reject) => {
      stop = (cause) => reject(new DatabaseAwayError(cause));
    });
    this.waits.add(stop);
    return Promise.race([promise, away]).finally(() => this.waits.delete(stop));
  }

  /** One question at a time. Settles when it is answered, fails, or has been silent for too long. */
  private ask(): Promise<boolean> {
    return (this.beat ??= this.beatOnce().finally(() => {
      this.beat = null;
    }));
  }

  private async beatOnce(): Promise<boolean> {
    let isSettled = false;
    const silent = setTimeout(() => afterReading(() => {
      if (!isSettled) this.goAway(new Error(`PostgreSQL has not answered for ${SILENT_MS} ms.`));
    }), SILENT_MS);
    let giveUp: NodeJS.Timeout | undefined;
    try {
      const late = new Promise<never>((_, reject) => {
        giveUp = setTimeout(() => reject(new Error('PostgreSQL does not answer.')), GIVE_UP_MS);
      });
      await Promise.race([this.question(), late]);
      this.beatenAt = performance.now();
      this.awayBecause = null;
      return true;
    } catch (error) {
      this.dropProbe();
      if (!this.ending) this.goAway(error);
      return false;
    } finally {
      isSettled = true;
      clearTimeout(silent);
      clearTimeout(giveUp);
    }
  }

  private async question(): Promise<void> {
    if (this.probe === null) {
      const client = new Client({ ...this.settings, application_name: 'frontier-ledger-watch', connectionTimeoutMillis: GIVE_UP_MS, query_timeout: GIVE_UP_MS });
      client.on('error', () => this.dropProbe(client));
      this.probe = client;
      await client.connect();
    }
    await this.probe.query('select 1');
  }

  private dropProbe(one: Client | null = this.probe): void {
    if (one !== this.probe) return;
    this.probe = null;
    one?.end().catch(() => undefined);
  }

  /** Ends what runs: a connection with a question under way is cut, so that whoever waits hears of it now and not in twenty seconds. */
  private goAway(cause: unknown): void {
    if (this.awayBecause !== null) return;
    this.awayBecause = { cause };
    for (const stop of this.waits) stop(cause);
    for (const client of this.clients) cut(client);
  }
}

/** A busy process hears its clock before its mail: what has arrived meanwhile is read first. */
function afterReading(then: () => void): void {
  setImmediate(() => setImmediate(then));
}

/** Without a goodbye: the server would not hear it, and the pool takes a broken connection out by itself. */
function cut(client: PoolClient): void {
  client.connection.stream.destroy();
}
