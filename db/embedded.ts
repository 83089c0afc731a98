import fs from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { finishFirstCopy, prepareDirectory } from './data-directory';
import { lockDirectory } from './directory-lock';

// The embedded database, made safe: as shipped it never reaches the disk with an fsync and lets two processes write the same directory.
// Keep @electric-sql/pglite pinned exactly; this leans on its file system's internals and therefore tests itself at every start.

const MAX_WAL_MB = 64;
const CHECKPOINT_EVERY_MS = 300_000;
const VACUUM_EVERY_MS = 3_600_000;
const INT8 = 20;

const options = { extensions: { btree_gist }, parsers: { [INT8]: (value: string) => value } };

export interface EmbeddedDatabase {
  readonly client: PGlite;
  /** How many times the host has been asked to make a file durable since the start; stays 0 in memory. */
  fsyncs(): number;
  /** Checkpoint, then vacuum and analyze; to be called after a large import. There is no background worker that would do it. */
  maintain(): Promise<void>;
  /** Closes the database, then gives the directory back. Safe to call twice. */
  close(): Promise<void>;
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
        if (stream.nfd != null) fs.fsyncSync(stream.nfd);
        return 0;
      };
    };
    prepared.emscriptenOpts.preRun = [...(prepared.emscriptenOpts.preRun ?? []), giveFsync];
    return prepared;
  }
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
    const files = new DurableNodeFS(directory);
    const client = await PGlite.create({ ...options, fs: files, startParams: durableStartParams() }).catch((error: unknown) => {
      throw new Error(`The database in ${directory} could not be opened: ${(error as Error).message}. If this stays so, restore a backup.`, { cause: error });
    });
    const embedded = tend(client, () => files.fsyncs, () => lock.release());
    try {
      await proveFsync(client, files);
      if (isNew) finishFirstCopy(directory);
    } catch (error) {
      await embedded.close();
      throw error;
    }
    return embedded;
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A database that lives and dies with the process, for tests; `from` is a dump of another one's directory (dumpDataDir). */
export async function openInMemory(from?: Blob): Promise<EmbeddedDatabase> {
  const client = await PGlite.create(from ? { ...options, loadDataDir: from } : options);
  return tend(client, () => 0, () => undefined);
}

function durableStartParams(): string[] {
  const settings = ['wal_sync_method=fsync', `max_wal_size=${MAX_WAL_MB}MB`, 'min_wal_size=32MB'];
  return [...PGlite.defaultStartParams.filter((param) => param !== '-F'), ...settings.flatMap((setting) => ['-c', setting])];
}

async function proveFsync(client: PGlite, files: DurableNodeFS): Promise<void> {
  const shown = await client.query<{ fsync: string }>('show fsync');
  if (shown.rows[0]?.fsync !== 'on') throw new Error('The embedded database runs with fsync off: refusing to keep data in it.');
  const before = files.fsyncs;
  await client.exec('checkpoint');
  if (files.fsyncs === before) throw new Error('The embedded database wrote a checkpoint and no fsync reached the disk: refusing to keep data in it.');
}

/** PGlite has no checkpointer and no autovacuum: without these its log grows to gigabytes and a restart takes most of a minute. */
function tend(client: PGlite, fsyncs: () => number, afterClose: () => void): EmbeddedDatabase {
  let vacuumedAt = 0;
  const maintain = async () => {
    await client.exec('checkpoint');
    await client.exec('vacuum (analyze)');
    vacuumedAt = performance.now();
  };
  const round = () => (performance.now() - vacuumedAt >= VACUUM_EVERY_MS ? maintain() : client.exec('checkpoint'));
  const timer = setInterval(() => {
    round().catch((error: unknown) => console.warn('The embedded database could not be maintained:', error));
  }, CHECKPOINT_EVERY_MS);
  timer.unref();
  let closing: Promise<void> | null = null;
  const close = () => {
    clearInterval(timer);
    closing ??= client.close().finally(afterClose);
    return closing;
  };
  return { client, fsyncs, maintain, close };
}
