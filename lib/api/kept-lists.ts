import 'server-only';

// Lists that were answered, in memory, by their tag. A tag stands for a release and a question, so what it stands for never changes; while
// the database is away these are what the API knows.

export interface KeptList {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const BUDGET_CHARACTERS = 16 * 1024 * 1024;
const OVERHEAD = 500;

interface Kept {
  readonly lists: Map<string, KeptList>;
  characters: number;
}

const holder = globalThis as typeof globalThis & { frontierLedgerLists?: Kept };
const store = (): Kept => (holder.frontierLedgerLists ??= { lists: new Map(), characters: 0 });

/** The list of this tag, or null. Asking for it keeps it longer. */
export function recallList(tag: string): KeptList | null {
  const { lists } = store();
  const found = lists.get(tag);
  if (found === undefined) return null;
  lists.delete(tag);
  lists.set(tag, found);
  return found;
}

/** Keeps a list; those asked for longest ago make room. One that would take more than an eighth of it is not kept. */
export function keepList(tag: string, list: KeptList): void {
  const kept = store();
  if (list.body.length > BUDGET_CHARACTERS / 8 || kept.lists.has(tag)) return;
  kept.lists.set(tag, list);
  kept.characters += list.body.length + OVERHEAD;
  for (const [oldest, { body }] of kept.lists) {
    if (kept.characters <= BUDGET_CHARACTERS) return;
    kept.lists.delete(oldest);
    kept.characters -= body.length + OVERHEAD;
  }
}
