import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import type { Database } from './client';
import * as schema from './schema/index';

// Where readers' questions go: to the replica while it is in step, else to the primary; never to a connection that lacks the release asked for.

/** `behind`: the replica has not got for two seconds what the primary has published. */
export type ReplicaState = 'in-step' | 'behind' | 'away';

const LOOK_EVERY_MS = 1_000;
const LOOK_MS = 1_000;
const BEHIND_MS = 2_000;
/** A replica that hangs must be given up before a reader does. */
const REPLICA_ANSWER_MS = 2_000;
const HANDLES_KEPT = 16;
const RELEASE_NOT_HERE = 'FL006';
/** What another server may answer all the same: connections, cancelled for the sake of replication, out of resources, being shut down. */
const WORTH_ANOTHER = /^(08|40|53|57P|58|XX)/;
const POINTER = 'select coalesce((select number from release_pointer), 0) as number';

interface Failure {
  readonly code?: string;
  readonly severity?: string;
}

/** An error the server told has a severity; one of the connection has a code of the system at most, such as EPIPE. */
function isFromServer(error: unknown): boolean {
  return (error as Failure).severity !== undefined;
}

function isWorthAnother(error: unknown): boolean {
  const { code = '' } = error as Failure;
  return !isFromServer(error) || code === RELEASE_NOT_HERE || WORTH_ANOTHER.test(code);
}

type Question = readonly [text: string | { readonly text: string }, values?: unknown[]];

/** A primary and its streaming replica, for reading only. */
export class ReadServers {
  private readonly replica: Pool;
  private readonly lookout: Pool;
  private readonly reached = new WeakMap<PoolClient, number>();
  private readonly handles = new Map<number, Database>();
  private readonly timer: NodeJS.Timeout;
  // Until the first look the primary is asked.
  private current: ReplicaState = 'away';
  private hasPrimary = true;
  private behindSince: number | null = null;
  private looking: Promise<void> | null = null;

  constructor(private readonly primary: Pool, replicaUrl: string, limits: PoolConfig, private readonly report: (event: string, facts: object) => void) {
    const connection = { ...limits, connectionString: replicaUrl, connectionTimeoutMillis: LOOK_MS };
    this.replica = new Pool({ ...connection, query_timeout: REPLICA_ANSWER_MS });
    this.lookout = new Pool({ ...connection, max: 1, query_timeout: LOOK_MS });
    // A connection that breaks while it is idle is replaced; whether the replica is gone, the next look finds out.
    // One that breaks while it is held tells whoever asked; without a listener of its own it would end the process.
    for (const pool of [this.replica, this.lookout]) pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
    void this.look();
  }

  get state(): ReplicaState {
    return this.current;
  }

  /** Whether the primary answered the last look. */
  get isPrimaryHere(): boolean {
    return this.hasPrimary;
  }

  /** A database for questions about `release`: each is asked on a connection that is known to have it, or fails. It takes no transactions. */
  at(release: number): Database {
    const known = this.handles.get(release);
    if (known) return known;
    const client = { query: (...question: Question) => this.query(release, question) };
    const db: Database = drizzle(client as unknown as Pool, { schema });
    this.handles.set(release, db);
    const [oldest] = this.handles.keys();
    if (this.handles.size > HANDLES_KEPT && oldest !== undefined) this.handles.delete(oldest);
    return db;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    await Promise.all([this.replica.end(), this.lookout.end()]);
  }

  private async query(release: number, question: Question) {
    const [first, second] = this.current === 'in-step' ? [this.replica, this.primary] : [this.primary, this.replica];
    try {
      return await this.ask(first, release, question);
    } catch (error) {
      if (!isWorthAnother(error)) throw error;
      if ((error as Failure).code !== RELEASE_NOT_HERE) void this.look();
      return await this.ask(second, release, question);
    }
  }

  /** The check and the question go over one connection, and a server never loses a release: so what is kept under N was read from N. */
  private async ask(pool: Pool, release: number, [text, values]: Question) {
    if (/^begin/.test(typeof text === 'string' ? text : text.text)) throw new Error('Readers ask single questions: for a transaction use getDatabase().');
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      if ((this.reached.get(client) ?? 0) < release) {
        await client.query('select has_release($1)', [release]);
        this.reached.set(client, release);
      }
      return await client.query(typeof text === 'string' ? text : { ...text }, values);
    } catch (error) {
      if (!isFromServer(error)) broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  private look(): Promise<void> {
    return (this.looking ??= this.compare().finally(() => {
      this.looking = null;
    }));
  }

  private async compare(): Promise<void> {
    const number = async (pool: Pool) => Number((await pool.query<{ number: number }>({ text: POINTER, query_timeout: LOOK_MS } as { text: string })).rows[0]?.number);
    const [published, replicated] = await Promise.allSettled([number(this.primary), number(this.lookout)]);
    this.hasPrimary = published.status === 'fulfilled';
    if (replicated.status === 'rejected') return this.become('away', { cause: String(replicated.reason) });
    const isShort = published.status === 'fulfilled' && replicated.value < published.value;
    this.behindSince = isShort ? (this.behindSince ?? performance.now()) : null;
    if (this.behindSince === null) return this.become('in-step', { release: replicated.value });
    if (performance.now() - this.behindSince >= BEHIND_MS) this.become('behind', { release: replicated.value });
  }

  private become(state: ReplicaState, facts: object): void {
    if (state === this.current) return;
    this.current = state;
    this.report(`replica-${state}`, facts);
  }
}
