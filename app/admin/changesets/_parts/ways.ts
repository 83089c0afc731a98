import { changesetPath, rowPath } from '@/lib/inputs/desk-links';

/** What somebody wants to begin with who has not chosen a changeset yet: named in the address as `?do=`. */
export const WAYS = {
  readings: { title: 'Enter readings', suggestedName: 'New readings', pathIn: (id: string) => changesetPath(id, 'readings') },
  source: { title: 'Add a source', suggestedName: 'A new source', pathIn: (id: string) => rowPath(id, 'source', 'new') },
  closures: { title: 'Enter a closure', suggestedName: 'Closures', pathIn: (id: string) => changesetPath(id, 'closures') },
  import: { title: 'Import a file', suggestedName: 'An import', pathIn: (id: string) => changesetPath(id, 'import') },
} as const;

export type Way = keyof typeof WAYS;

export function wayOf(asked: unknown): Way | null {
  return typeof asked === 'string' && Object.hasOwn(WAYS, asked) ? (asked as Way) : null;
}
