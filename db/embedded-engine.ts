import fs from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { DatabaseAwayError } from './database-away';

// One run of the embedded database: made durable, and known to have ended where it has. As shipped it never reaches the disk with an fsync, and
// after a PANIC (no room for its log) the next question goes round for ever and takes the whole process with it.
// Keep @electric-sql/pglite pinned exactly; this leans on its inside and therefore tests itself at every start.

const MAX_WAL_MB = 64;
const INT8 = 20;
/** "I/O error" as the engine numbers it. */
const EIO = 29;

const options = { extensions: { btree_gist }, parsers: { [INT8]: (value: string) => value } };

export interface Engine {
  readonly client: PGlite;
  fsyncs(): number;
  /** Why it has ended by itself, or null while it runs. */
  ended(): { readonly cause: unknown } | null;
  /** Gives back the files of one that has ended, once; one that runs is closed by its client. */
  abandon(): void;
}

/** NODEFS has no fsync operation, so PGlite's own is silently a no-op: give it one. */
class DurableNodeFS extends NodeFS {
  fsyncs = 0;

  override async init(...[pglite, emscripten]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const prepared = await super.init(pglite, emscripten);
    const giveFsync = (module: unknown) => {
      const streams = (module as { NODEFS?: { stream_ops?: Record<string, unknown> } }).NODEFS?.stream_ops;
      if (!streams) throw new Error('PGlite has changed inside (NODEFS.stream_ops is missing): refusing to run without fsync.');
      streams.fsync = (stream: { nfd?: number }) => {
        this.fsyncs += 1;
        if (stream.nfd == null) return 0;
        try {
          fs.fsyncSync(stream.nfd);
          return 0;
        } catch {
          // The engine is told in its own way, and ends rather than trust a file that is not on the disk.
          return EIO;
        }
      };
    };
    prepared.emscriptenOpts.preRun = [...(prepared.emscriptenOpts.preRun ?? []), giveFsync];
    return prepared;
  }
}

/** Runs the database in `directory`, which the caller has locked and prepared. Throws an Error that says what to do if it cannot be opened. */
export async function startEngine(directory: string): Promise<Engine> {
  const files = new DurableNodeFS(directory);
  const client = await PGlite.create({ ...options, fs: files, startParams: durableStartParams() }).catch((error: unknown) => {
    throw new Error(`The database in ${directory} could not be opened: ${(error as Error).message}. If this stays so, restore a backup.`, { cause: error });
  });
  const ended = noticeTheEnd(client);
  let isAbandoned = false;
  const abandon = () => {
    // Never twice: by then their numbers may be those of other files.
    if (!isAbandoned) closeFiles(client);
    isAbandoned = true;
  };
  const engine: Engine = { client, fsyncs: () => files.fsyncs, ended, abandon };
  try {
    await proveFsync(engine);
    return engine;
  } catch (error) {
    if (ended() === null) await client.close();
    else abandon();
    throw error;
  }
}

/** One that lives and dies with the process; `from` is a dump of another one's directory (dumpDataDir). */
export function startInMemory(from?: Blob): Promise<PGlite> {
  return PGlite.create(from ? { ...options, loadDataDir: from } : options);
}

function durableStartParams(): string[] {
  const settings = ['wal_sync_method=fsync', `max_wal_size=${MAX_WAL_MB}MB`, 'min_wal_size=32MB'];
  return [...PGlite.defaultStartParams.filter((param) => param !== '-F'), ...settings.flatMap((setting) => ['-c', setting])];
}

async function proveFsync({ client, fsyncs }: Engine): Promise<void> {
  const shown = await client.query<{ fsync: string }>('show fsync');
  if (shown.rows[0]?.fsync !== 'on') throw new Error('The embedded database runs with fsync off: refusing to keep data in it.');
  const before = fsyncs();
  await client.exec('checkpoint');
  if (fsyncs() === before) throw new Error('The embedded database wrote a checkpoint and no fsync reached the disk: refusing to keep data in it.');
}

interface Inside {
  readonly POSTGRES_MAIN_LONGJMP: number;
  readonly Module: Record<string, unknown> & { readonly FS?: { readonly streams?: readonly ({ readonly nfd?: number } | null | undefined)[] } };
}

/** PGlite's loop asks each exception for its status and goes on, whatever the answer: this is the one way out of it. */
class WayOut extends Error {
  get status(): never {
    throw new DatabaseAwayError(this.cause);
  }
}

function noticeTheEnd(client: PGlite): Engine['ended'] {
  const inside = client as unknown as Inside;
  let end: { readonly cause: unknown } | null = null;
  for (const name of ['_PostgresMainLoopOnce', '_PostgresMainLongJmp']) {
    const step = inside.Module[name];
    if (typeof step !== 'function') throw new Error(`PGlite has changed inside (${name} is missing): refusing to run without knowing when it has ended.`);
    inside.Module[name] = () => {
      if (end !== null) throw new WayOut('The embedded database has ended.', { cause: end.cause });
      try {
        step();
      } catch (error) {
        // An error of a statement is a long jump; everything else ends the engine.
        if ((error as { status?: unknown } | null)?.status !== inside.POSTGRES_MAIN_LONGJMP) end = { cause: error };
        throw error;
      }
    };
  }
  const send = client.execProtocolRawSync.bind(client);
  client.execProtocolRawSync = (message) => {
    if (end !== null) throw new DatabaseAwayError(end.cause);
    return send(message);
  };
  return () => end;
}

/** What a run that was never closed still holds open. */
function closeFiles(client: PGlite): void {
  for (const stream of (client as unknown as Inside).Module.FS?.streams ?? []) {
    if (stream?.nfd === undefined) continue;
    try {
      fs.closeSync(stream.nfd);
    } catch {
      // Closed already.
    }
  }
}
