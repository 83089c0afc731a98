import { createHash } from 'node:crypto';

/** Names a layout: files with the same header, in the same order, have the same. Hexadecimal. */
export function layoutHash(header: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(header)).digest('hex');
}
