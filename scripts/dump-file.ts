import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

// A dump as a file: gzip, readable by its owner only, there whole or not at all.

/** Runs `fill` with a writer of text and puts the file in place when all of it is on disk. Refuses to write over a file. */
export async function writeDumpFile<T>(file: string, fill: (write: (text: string) => Promise<void>) => Promise<T>): Promise<T> {
  if (existsSync(file)) throw new Error(`${file} exists already. Name another file: a backup is never written over.`);
  const draft = `${file}.${randomBytes(6).toString('hex')}.part`;
  const gzip = createGzip();
  const sink = createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true });
  const done = finished(gzip.pipe(sink));
  // Its failure is seen at the end; until then it must not end the process.
  done.catch(() => undefined);
  try {
    const value = await fill((text) => new Promise<void>((resolve, reject) => {
      if (sink.errored) reject(sink.errored);
      else if (gzip.write(text)) resolve();
      else gzip.once('drain', resolve);
    }));
    gzip.end();
    await done;
    await rename(draft, file);
    return value;
  } catch (error) {
    gzip.destroy();
    sink.destroy();
    await rm(draft, { force: true });
    throw error;
  }
}

/** The lines of a dump file. Throws where it is no gzip or cut off. */
export function readDumpFile(file: string): AsyncIterable<string> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  return linesOf(gunzip);
}

async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  // readline alone would end quietly where the stream breaks.
  let broken: unknown = null;
  stream.on('error', (error) => {
    broken = error;
  });
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) yield line;
  if (broken !== null) throw broken;
}
