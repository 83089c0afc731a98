import type { ReactNode } from 'react';

// Where a server component lays what a client component of the same answer picks up while it is drawn on the server. Both run in one
// process, yet in two copies of each module: only what is global is common to them.

interface Shelf { readonly items: Map<string, ReactNode> }

const PLACE = Symbol.for('frontier-ledger.shelf');
/** Far more pieces than the answers in the making have; the oldest go first. */
const MOST = 4096;

function shelf(): Shelf {
  const home = globalThis as { [PLACE]?: Shelf };
  return (home[PLACE] ??= { items: new Map() });
}

/** Lays a piece down under its name. Names follow from content, so laying the same again changes nothing. */
export function layDown(name: string, piece: ReactNode): void {
  const { items } = shelf();
  items.delete(name);
  items.set(name, piece);
  if (items.size > MOST) items.delete(items.keys().next().value ?? '');
}

/** The piece of that name. Throws where none was laid down: a page with a hole must not be sent. */
export function pickUp(name: string): ReactNode {
  const { items } = shelf();
  if (!items.has(name)) throw new Error(`Nothing was laid down as ${name}.`);
  return items.get(name);
}
