import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// A file is a pure function of its internal address and of the code that writes it; so is its ETag, before anything is read.

let build: string | null = null;

function buildId(): string {
  try {
    return (build ??= readFileSync(join(/* turbopackIgnore: true */ process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim());
  } catch {
    return 'development';
  }
}

/** Weak, since the bytes on the wire may be compressed. */
export function fileTag(internalAddress: string): string {
  return `W/"${createHash('sha256').update(`${buildId()} ${internalAddress}`).digest('base64url').slice(0, 22)}"`;
}

/** Whether an If-None-Match header names the tag. */
export function isSameTag(header: string | null, tag: string): boolean {
  if (header === null) return false;
  const bare = (text: string): string => text.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((candidate) => bare(candidate) === bare(tag));
}
