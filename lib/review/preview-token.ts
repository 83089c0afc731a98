import { createHash, randomBytes, randomUUID } from 'node:crypto';

// A link that shows what is not published yet: whoever has the token may look, so it cannot be guessed and is stored as a hash only.

const TOKEN = /^[\w-]{43}$/;

export function newPreviewToken(): { readonly linkId: string; readonly token: string; readonly tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { linkId: randomUUID(), token, tokenHash: hashOf(token) };
}

/** What is stored of a token, or null for something that is none. */
export function previewTokenHash(token: string): string | null {
  return TOKEN.test(token) ? hashOf(token) : null;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
