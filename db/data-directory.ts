import fs from 'node:fs';
import path from 'node:path';

// Whether a directory is an embedded database that this version can open, a place for a new one, or neither.
// A database is created in hundreds of files; until all of them are on the disk a mark beside the directory says so.

/** Major version of PostgreSQL inside the pinned PGlite; a directory of another one cannot be opened by it. */
const POSTGRES_MAJOR = '18';

/**
 * Makes `directory` (absolute) ready to be opened; the caller holds its lock. True if the database is still to be created: then call
 * finishFirstCopy once it is. Throws, with what to do, if something else is there. An interrupted first start is moved aside.
 */
export function prepareDirectory(directory: string): boolean {
  if (fs.existsSync(markOf(directory))) setAside(directory);
  const version = readVersion(directory);
  if (version === POSTGRES_MAJOR) return false;
  if (version !== null) throw new Error(describeOtherMajor(directory, version));
  if (fs.existsSync(directory) && fs.readdirSync(directory).length > 0) {
    throw new Error(`${directory} is not empty and holds no database. Choose an empty or new directory as DATA_DIR.`);
  }
  fs.writeFileSync(markOf(directory), 'The first start has not finished; nothing has been kept in the directory beside this file yet.\n');
  fsyncPath(markOf(directory));
  fsyncPath(path.dirname(directory));
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  return true;
}

/** Brings the new database to the disk as a whole: it was copied there without fsync. To be called after a checkpoint. */
export function finishFirstCopy(directory: string): void {
  fsyncTree(directory);
  fsyncPath(path.dirname(directory));
  fs.rmSync(markOf(directory));
  fsyncPath(path.dirname(directory));
}

function markOf(directory: string): string {
  return `${directory}.unfinished`;
}

/** Nothing was ever acknowledged from an unfinished database, but what lies there is not ours to delete. */
function setAside(directory: string): void {
  const isThere = fs.existsSync(directory) && fs.readdirSync(directory).length > 0;
  if (isThere) {
    const aside = `${directory}.interrupted-${process.pid}-${fs.statSync(directory).ino}`;
    try {
      fs.renameSync(directory, aside);
    } catch (error) {
      throw new Error(
        `The first start on ${directory} was interrupted and nothing was kept in it. Empty it, remove ${markOf(directory)} and start again.`,
        { cause: error },
      );
    }
    console.warn(`An earlier first start was interrupted before it had kept anything; its files are now in ${aside} and may be removed.`);
  }
  fs.rmSync(markOf(directory));
}

function readVersion(directory: string): string | null {
  const file = path.join(directory, 'PG_VERSION');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : null;
}

function describeOtherMajor(directory: string, version: string): string {
  const age = Number(version) > Number(POSTGRES_MAJOR) ? 'newer' : 'older';
  return (
    `${directory} was written by PostgreSQL ${version}, ${age} than the ${POSTGRES_MAJOR} inside this version of the program. ` +
    'Nothing was changed. Open it with the version that wrote it and move the data over as a dump.'
  );
}

function fsyncTree(directory: string): void {
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const entryPath = path.join(directory, entry.name);
    if (entry.isDirectory()) fsyncTree(entryPath);
    else if (entry.isFile()) fsyncPath(entryPath);
  }
  fsyncPath(directory);
}

function fsyncPath(file: string): void {
  const handle = fs.openSync(file, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}
