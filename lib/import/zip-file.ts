import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { crc32 } from './crc32';
import { piecesOf, type FileBytes } from './file-bytes';
import { UnreadableSheet } from './unreadable';

// A zip archive read by its own table of contents, one file of it at a time, never held whole and never beyond a limit.

interface Entry {
  readonly method: number;
  readonly compressed: number;
  readonly offset: number;
  readonly checkSum: number;
}

const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 10_000;
const LARGEST_DIRECTORY = 4 * 1024 * 1024;

const broken = (reason: string) => new UnreadableSheet({ row: 1, column: null, reason });
const DAMAGED = 'The workbook is damaged: it ends too early or its table of contents is wrong. Open it, save it again and try once more.';

export class ZipFile {
  private constructor(
    private readonly file: FileBytes,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Throws UnreadableSheet for what is no whole archive. */
  static async open(file: FileBytes): Promise<ZipFile> {
    return new ZipFile(file, await readDirectory(file));
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The inflated bytes of one file in it, piece by piece. Throws UnreadableSheet beyond `limit` bytes, whatever the archive says of its size. */
  async *read(name: string, limit: number): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw broken(`The workbook lacks its part ${name}.`);
    const head = await readBytes(this.file, entry.offset, 30);
    if (head.readUInt32LE(0) !== 0x04034b50) throw broken(DAMAGED);
    const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
    if (entry.compressed === 0) return;
    const raw = Readable.from(piecesOf(this.file, start, start + entry.compressed), { objectMode: false });
    const inflated = entry.method === 0 ? raw : pipeline(raw, createInflateRaw(), () => undefined);
    let size = 0;
    let sum = 0;
    try {
      for await (const piece of inflated as AsyncIterable<Buffer>) {
        size += piece.length;
        if (size > limit) throw broken(`The workbook holds more than ${Math.round(limit / 1024 / 1024)} MB when it is unpacked. Save the sheet as CSV, or divide it.`);
        sum = crc32(piece, sum);
        yield piece;
      }
      if (sum !== entry.checkSum) throw broken(DAMAGED);
    } catch (error) {
      // What unpacking complains of is the file's fault; a place of storage that is away is not.
      if (isOfUnpacking(error)) throw broken(DAMAGED);
      throw error;
    } finally {
      raw.destroy();
    }
  }
}

async function readDirectory(file: FileBytes): Promise<Map<string, Entry>> {
  const { size } = file;
  const tailLength = Math.min(size, END_LENGTH + LONGEST_COMMENT);
  const tail = await readBytes(file, size - tailLength, tailLength);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + END_LENGTH > tail.length) throw broken(DAMAGED);
  const [count, length, offset] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (count > MOST_ENTRIES || length > LARGEST_DIRECTORY || offset + length > size) throw broken(DAMAGED);
  const directory = await readBytes(file, offset, length);
  const entries = new Map<string, Entry>();
  for (let at = 0, left = count; left > 0; left -= 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw broken(DAMAGED);
    const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)];
    const [nameLength, extraLength, commentLength] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30), directory.readUInt16LE(at + 32)];
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    if (flags & 1) throw broken('The workbook is locked with a password. Save it without one.');
    if (method !== 0 && method !== 8) throw broken('The workbook is packed in a way that cannot be read. Open it and save it again.');
    entries.set(name, { method, checkSum: directory.readUInt32LE(at + 16), compressed: directory.readUInt32LE(at + 20), offset: directory.readUInt32LE(at + 42) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

async function readBytes(file: FileBytes, position: number, length: number): Promise<Buffer> {
  const bytes = await file.read(position, length);
  if (bytes.length < length) throw broken(DAMAGED);
  return bytes;
}

function isOfUnpacking(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
