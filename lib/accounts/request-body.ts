import { accept, refuse, type Outcome } from '../../domain/outcome';

export type BodyRefusal = { readonly code: 'body-too-large' | 'body-unreadable' | 'body-type'; readonly message: string };

const tooLarge = (limit: number) => refuse<BodyRefusal>({ code: 'body-too-large', message: `The request is larger than ${limit} bytes.` });

/** Reads at most `limit` bytes and stops there: what a stranger sends is never held in memory beyond that, whatever its headers say. */
export async function readLimited(request: Request, limit: number): Promise<Outcome<string, BodyRefusal>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return tooLarge(limit);
  if (request.body === null) return accept('');
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const piece = await reader.read().catch(() => null);
    if (piece === null) return refuse({ code: 'body-unreadable', message: 'The request broke off.' });
    const { done, value } = piece;
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      return tooLarge(limit);
    }
    chunks.push(value);
  }
  try {
    return accept(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    return refuse({ code: 'body-unreadable', message: 'The request is not UTF-8 text.' });
  }
}

/** The fields of a form or of a JSON object; a field given twice is refused, so that two readers cannot see different ones. */
export async function readFields(request: Request, limit: number): Promise<Outcome<Record<string, unknown>, BodyRefusal>> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && type !== 'application/x-www-form-urlencoded') {
    return refuse({ code: 'body-type', message: 'Send a form (application/x-www-form-urlencoded) or JSON (application/json).' });
  }
  const text = await readLimited(request, limit);
  if (!text.ok) return text;
  const unreadable = refuse<BodyRefusal>({ code: 'body-unreadable', message: 'The request cannot be read.' });
  if (type === 'application/json') {
    try {
      const value: unknown = JSON.parse(text.value);
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? accept(value as Record<string, unknown>) : unreadable;
    } catch {
      return unreadable;
    }
  }
  const pairs = [...new URLSearchParams(text.value)];
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) return unreadable;
  return accept(Object.fromEntries(pairs));
}
