// An Editor is somebody whose right to write has been proved; only lib/auth.ts can mint one.

export type Role = 'editor' | 'reviewer' | 'admin';

declare const minted: unique symbol;

/** A proved identity with its right. The brand cannot be written outside lib/auth.ts without a cast, which lint refuses. */
export interface Editor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** 'system' for commands such as the loader of the starting data, 'person' for an account. */
  readonly nature: 'person' | 'system';
  readonly [minted]: true;
}

const RANK: Record<Role, number> = { editor: 1, reviewer: 2, admin: 3 };

/** Whether the editor's role includes the right of `needed` (admin > reviewer > editor). */
export function hasRole(editor: Editor, needed: Role): boolean {
  return RANK[editor.role] >= RANK[needed];
}

/** What the ids of commands begin with; ids of people never do. */
export const SYSTEM_PREFIX = 'system:';

/** Whether an id is that of a command of the installation. */
export function isSystemId(id: string): boolean {
  return id.startsWith(SYSTEM_PREFIX);
}
