import 'server-only';
import type { Database } from '@/db/client';

// Lists about publishing cost a walk over whole releases and never change once there, so the last few are kept, and of many who ask at once one walks.

const MOST_LISTS = 16;
/** A longer list is made anew each time: memory is dearer than the walk. */
const LONGEST = 20_000;

type List = readonly Readonly<Record<string, unknown>>[];
const kept = new WeakMap<Database, Map<string, Promise<List>>>();

/** What `make` gives for the key, which must name everything the list depends on but the database. A list that fails is asked for again. */
export function keptList<T extends List>(db: Database, key: string, make: () => Promise<T>): Promise<T> {
  const lists = kept.get(db) ?? new Map<string, Promise<List>>();
  kept.set(db, lists);
  const known = lists.get(key);
  if (known) return known as Promise<T>;
  const made = make();
  lists.set(key, made);
  made.then((list) => list.length > LONGEST && lists.delete(key), () => lists.delete(key));
  const oldest = lists.keys().next().value;
  if (lists.size > MOST_LISTS && oldest !== undefined) lists.delete(oldest);
  return made;
}
