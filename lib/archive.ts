import { zipSync, type Zippable } from 'fflate';
import type { Day } from '@/domain/period';

// ZIP archives whose bytes follow from their files alone, on whatever machine and in whatever zone they are made.

const text = new TextEncoder();

/** The files by path, in the order given, all dated on one day. */
export function packFiles(files: ReadonlyMap<string, string | Uint8Array>, day: Day): Uint8Array<ArrayBuffer> {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // ZIP keeps local time without a zone, and no zone changes its clock at noon.
  const mtime = new Date(year, month - 1, date, 12);
  const packed: Zippable = {};
  for (const [path, content] of files) packed[path] = [typeof content === 'string' ? text.encode(content) : content, { mtime, level: 9 }];
  return zipSync(packed);
}
