// An entry of the audit says what was done to what; before and after are shown field by field, in words, never as they are stored.

import { isPlainObject, wordsOf } from './field-words';
import { KIND_NAMES } from './row-kinds';

/** One field on both sides; null where the side has no such field. Lines are separated by line breaks. */
export interface AuditField {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly isChanged: boolean;
}

const NONE = 'none';
type Side = Readonly<Record<string, unknown>>;

/** Every field of either side, in the order of the newer one; those that differ are marked; nothing and no such field are the same. A content's fields stand among the others. */
export function auditFields(before: unknown, after: unknown): readonly AuditField[] {
  const [was, is] = [flat(before), flat(after)];
  const names = [...new Set([...Object.keys(is), ...Object.keys(was)])];
  return names.map((name) => {
    const [old, now] = [printIn(was, name), printIn(is, name)];
    return { name, before: old, after: now, isChanged: (old ?? NONE) !== (now ?? NONE) };
  });
}

function flat(side: unknown): Side {
  if (side === null || side === undefined) return {};
  if (!isPlainObject(side)) return { value: side };
  const { content, ...beside } = side;
  return isPlainObject(content) ? { ...content, ...beside } : side;
}

const printIn = (side: Side, name: string): string | null => (name in side ? wordsOf(side[name], name) : null);

/** What was done, as a person would say it; a verb without words of its own is shown as it is, without its dashes. */
export function actionName(action: string): string {
  return ACTIONS[action] ?? action.replaceAll('-', ' ');
}

const ACTIONS: Readonly<Record<string, string>> = {
  'draft-row': 'drafted', 'discard-draft': 'threw a draft away', 'publish-row': 'published', 'supersede-row': 'replaced by a newer version', 'publish-release': 'published a release',
  'open-changeset': 'opened a changeset', 'submit-changeset': 'handed in', 'approve-changeset': 'approved', 'reopen-changeset': 'took back to draft', 'abandon-changeset': 'abandoned',
  'publish-changeset': 'closed as published',
  invite: 'invited', 'withdraw-invitation': 'withdrew a link', join: 'joined', 'change-role': 'changed a role', suspend: 'suspended', restore: 'let in again',
  'invite-new-password': 'made a link for a new password', 'change-password': 'changed a password', 'set-second-factor': 'set a second factor up',
  'keep-import-mapping': 'said what the columns of a file mean',
  'replace-second-factor': 'replaced a second factor', 'use-backup-code': 'used a backup code', 'remove-second-factor': 'removed a second factor',
};

/** The name that the entry itself gives to what it was done to, or null. */
export function namedIn(before: unknown, after: unknown): string | null {
  for (const side of [after, before]) {
    const { name, title } = flat(side);
    if (typeof name === 'string' && name !== '') return name;
    if (typeof title === 'string' && title !== '') return title;
  }
  return null;
}

/** What it was done to: `reading`, `person`, `changeset` ... */
export function subjectName(subject: string): string {
  return (KIND_NAMES as Readonly<Record<string, { readonly one: string }>>)[subject]?.one ?? subject.replaceAll('-', ' ');
}
