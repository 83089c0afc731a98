import { createHash } from 'node:crypto';
import { isValidElement, type ReactNode } from 'react';

const LETTERS = 20;

/**
 * A name for a piece of markup that follows from everything that decides it, or null where that cannot be told: a function handed
 * down, or anything else that two pieces can differ in unseen.
 */
export function nameOf(piece: ReactNode): string | null {
  const hash = createHash('sha256');
  return digest(piece, (text) => void hash.update(text)) ? hash.digest('base64url').slice(0, LETTERS) : null;
}

/** Feeds a value to `take`, each with a mark of its kind. False where the value is of a kind that has no text of its own. */
function digest(value: unknown, take: (text: string) => void): boolean {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number') return take(`${String(value)},`), true;
  if (typeof value === 'string') return take(`${value.length}"${value}`), true;
  if (Array.isArray(value)) return take(`[${value.length}`), value.every((item) => digest(item, take));
  if (typeof value !== 'object') return false;
  if (isValidElement<object>(value)) {
    const { type, key, props } = value;
    const name = typeof type === 'string' ? type : typeof type === 'function' ? `${type.name}()` : typeof type === 'symbol' ? String(type) : null;
    if (name === null) return false;
    take(`<${name} ${key ?? ''}`);
    return digest(props, take);
  }
  const parent: unknown = Object.getPrototypeOf(value);
  if (parent !== Object.prototype && parent !== null) return false;
  const entries = Object.entries(value);
  take(`{${entries.length}`);
  return entries.every(([field, item]) => {
    take(`${field}:`);
    return digest(item, take);
  });
}
