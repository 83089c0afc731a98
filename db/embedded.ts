import fs from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { finishFirstCopy, prepareDirectory } from './data-directory';
import { DatabaseAwayError } from './database-away';
import { lockDirectory } from './directory-lock';
import { startEngine, startInMemory, type Engine } from './embedded-engine';

// The embedded database, made safe: one process a directory, looked after as no background worker does it, and started again where it has ended.

const CHECKPOINT_EVERY_MS = 300_000;
const VACUUM_EVERY_MS = 3_600_000;
const LOOK_EVERY_MS = 1_000;
const TRY_AGAIN_MS = 15_000;
const MB = 1024 * 1024;
/** With less room than this nothing new is written: without a piece of 16 MB for its log the engine would end, and readers with it. */
const RESERVE = 32 * MB;
/** With so much it is written again, and an engine that has ended is started. */
const ENOUGH = 48 * MB;
/** What a start takes at most, for a piece of its log: without it the engine would hang before it could say why. */
const TO_START = 20 * MB;
/** Below this not even a checkpoint is safe. */
const NOTHING = 4 * MB;

export interface EmbeddedDatabase {
  /** Stands for the engine that runs now. Each use throws DatabaseAwayError while there is none. */
  readonly client: PGlite;
  /** How many times the host has been asked to make a file durable since the start; stays 0 in memory. */
  fsyncs(): number;
  /** Whether the engine has ended by itself and waits for room on the disk. */
  isAway(): boolean;
  /** Checkpoint, then vacuum and analyze; to be called after a large import. There is no background worker that would do it. */
  maintain(): Promise<void>;
  /** Closes the database, then gives the directory back. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens (or creates) the database in `dataDir` for this process alone; `<dataDir>.lock` and `.sock` are kept beside it.
 * Throws DirectoryLockedError if another process has it, and an Error that says what to do if the directory cannot be used.
 */
export async function openEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const directory = path.resolve(/* turbopackIgnore: true */ dataDir);
  const lock = await lockDirectory(directory);
  try {
    const isNew = prepareDirectory(directory);
    const room = await roomOf(directory);
    if (room < TO_START) throw new Error(`The disk of ${directory} has ${Math.floor(room / MB)} MB left, and the database takes ${TO_START / MB} to start. Nothing is lost: make room and start again.`);
    const keeper = new EngineKeeper(directory, await startEngine(directory));
    try {
      if (isNew) finishFirstCopy(directory);
    } catch (error) {
      await keeper.close();
      throw error;
    }
    return tend({ client: keeper.client, fsyncs: () => keeper.fsyncs, isAway: () => keeper.isAway, room: () => keeper.room }, () => keeper.close().finally(() => lock.release()));
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A database that lives and dies with the process, for tests; `from` is a dump of another one's directory (dumpDataDir). */
export async function openInMemory(from?: Blob): Promise<EmbeddedDatabase> {
  const client = await startInMemory(from);
  return tend({ client, fsyncs: () => 0, isAway: () => false, room: () => Infinity }, () => client.close());
}

/** The engine of a directory: writes nothing while the disk is nearly full, and starts another one where it has ended all the same. */
class EngineKeeper {
  readonly client: PGlite;
  /** Bytes that were free on the disk when it was last looked at. */
  room = Infinity;
  private isReadOnly = false;
  private isTold = false;
  private notBefore = 0;
  private counted = 0;
  private looking: Promise<void> | null = null;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly directory: string,
    private engine: Engine,
  ) {
    this.client = standIn(() => this.running());
    this.timer = setInterval(() => {
      this.looking ??= this.look().catch((cause: unknown) => console.warn(JSON.stringify({ event: 'disk-not-looked-at', cause: String(cause) }))).finally(() => {
        this.looking = null;
      });
    }, LOOK_EVERY_MS).unref();
  }

  get isAway(): boolean {
    return this.engine.ended() !== null;
  }

  get fsyncs(): number {
    return this.counted + this.engine.fsyncs();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    if (this.isAway) this.engine.abandon();
    else await this.engine.client.close();
  }

  private running(): PGlite {
    const end = this.engine.ended();
    if (end !== null) throw new DatabaseAwayError(end.cause);
    return this.engine.client;
  }

  private async look(): Promise<void> {
    // A host that does not say how much is left is no reason to write nothing.
    this.room = await roomOf(this.directory).catch(() => Infinity);
    const end = this.engine.ended();
    if (end !== null) {
      if (!this.isTold) console.warn(JSON.stringify({ event: 'database-ended', freeMb: Math.round(this.room / MB), cause: String(end.cause) }));
      this.isTold = true;
      if (this.room >= ENOUGH && performance.now() >= this.notBefore) await this.startAgain();
    } else if (this.isReadOnly ? this.room >= ENOUGH : this.room < RESERVE) await this.setReadOnly(!this.isReadOnly);
  }

  /** Nothing is lost by it: what was acknowledged is in the log on the disk, and what was under way is not. */
  private async startAgain(): Promise<void> {
    const ended = this.engine;
    ended.abandon();
    try {
      this.engine = await startEngine(this.directory);
      this.counted += ended.fsyncs();
    } catch (cause) {
      // Each try takes the process a second.
      this.notBefore = performance.now() + TRY_AGAIN_MS;
      console.warn(JSON.stringify({ event: 'database-not-started', cause: String(cause) }));
      return;
    }
    [this.isReadOnly, this.isTold] = [false, false];
    console.info(JSON.stringify({ event: 'database-started-again' }));
  }

  private async setReadOnly(isReadOnly: boolean): Promise<void> {
    await this.engine.client.exec(`set default_transaction_read_only = ${isReadOnly ? 'on' : 'off'}`);
    this.isReadOnly = isReadOnly;
    console.warn(JSON.stringify({ event: isReadOnly ? 'disk-full' : 'disk-has-room', freeMb: Math.round(this.room / MB) }));
  }
}

/** Bytes that are free on the disk of a directory. */
async function roomOf(directory: string): Promise<number> {
  const { bavail, bsize } = await fs.statfs(directory);
  return bavail * bsize;
}

/** A client that is always the one that `current` gives. */
function standIn(current: () => PGlite): PGlite {
  return new Proxy(Object.create(PGlite.prototype) as PGlite, {
    get(_, name) {
      // Asked by `await` of everything it meets.
      if (name === 'then') return undefined;
      const client = current();
      const value: unknown = Reflect.get(client, name, client);
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(client) : value;
    },
  });
}

/** PGlite has no checkpointer and no autovacuum: without these its log grows to gigabytes and a restart takes most of a minute. */
function tend({ room, ...database }: Omit<EmbeddedDatabase, 'maintain' | 'close'> & { room(): number }, end: () => Promise<void>): EmbeddedDatabase {
  const { client } = database;
  let vacuumedAt = 0;
  const maintain = async () => {
    await client.exec('checkpoint');
    await client.exec('vacuum (analyze)');
    vacuumedAt = performance.now();
  };
  const round = async () => {
    if (database.isAway() || room() < NOTHING) return;
    if (room() >= ENOUGH && performance.now() - vacuumedAt >= VACUUM_EVERY_MS) await maintain();
    else await client.exec('checkpoint');
  };
  const timer = setInterval(() => {
    round().catch((error: unknown) => console.warn('The embedded database could not be maintained:', error));
  }, CHECKPOINT_EVERY_MS);
  timer.unref();
  let closing: Promise<void> | null = null;
  const close = () => {
    clearInterval(timer);
    closing ??= end();
    return closing;
  };
  return { ...database, maintain, close };
}
