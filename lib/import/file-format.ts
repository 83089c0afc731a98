import { accept, refuse, type Outcome } from '@/domain/outcome';
import type { FileBytes } from './file-bytes';

// What a file is, by its first bytes: names lie.

export type FileFormat =
  | { readonly kind: 'workbook' }
  | { readonly kind: 'text'; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; readonly beginning: string };

const BEGINNING = 64 * 1024;

const FOREIGN: readonly (readonly [magic: string, name: string, advice: string])[] = [
  ['d0cf11e0', 'an old Excel file (.xls)', 'Open it and save it as .xlsx or CSV.'],
  ['25504446', 'a PDF', 'Copy the table into a spreadsheet and save that.'],
  ['1f8b', 'a compressed file (gzip)', 'Unpack it first.'],
  ['504b0506', 'an empty archive', 'Choose the file itself.'],
  ['377abcaf', 'a compressed file (7z)', 'Unpack it first.'],
  ['52617221', 'a compressed file (rar)', 'Unpack it first.'],
  ['89504e47', 'a picture', 'Type the figures in, or choose the table it was made from.'],
  ['ffd8ff', 'a picture', 'Type the figures in, or choose the table it was made from.'],
  ['50415231', 'a Parquet file', 'Save it as CSV.'],
  ['53514c69', 'a database file', 'Save the table as CSV.'],
];

/** Looks at the first bytes only. Refuses what is neither text nor a workbook, and a file with nothing in it. */
export async function findFormat(file: FileBytes): Promise<Outcome<FileFormat>> {
  const bytes = await file.read(0, BEGINNING);
  if (bytes.length === 0) return refuse({ code: 'empty-file', message: 'The file is empty.' });
  const hex = bytes.subarray(0, 4).toString('hex');
  if (hex.startsWith('504b0304')) return accept({ kind: 'workbook' });
  const foreign = FOREIGN.find(([magic]) => hex.startsWith(magic));
  if (foreign !== undefined) return refuse({ code: 'file-kind', message: `This is ${foreign[1]}, whatever its name says. ${foreign[2]}` });
  const encoding = findEncoding(bytes);
  return accept({ kind: 'text', encoding, beginning: new TextDecoder(encoding).decode(bytes) });
}

/** By the byte order mark; without one, letters of two bytes each are known by their many zeros. */
function findEncoding(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 1024);
  let [even, odd] = [0, 0];
  for (const [at, byte] of sample.entries()) {
    if (byte === 0 && at % 2 === 0) even += 1;
    if (byte === 0 && at % 2 === 1) odd += 1;
  }
  if (odd > sample.length / 4 && even < odd / 4) return 'utf-16le';
  return even > sample.length / 4 && odd < even / 4 ? 'utf-16be' : 'utf-8';
}
