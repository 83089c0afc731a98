import { isDay, type Day } from '@/domain/day';

// Which entries of the audit a page or a file shows, as its address says it.

export const AUDIT_PARAMETERS = ['person', 'action', 'subject', 'id', 'changeset', 'from', 'to'] as const;
export type AuditParameter = (typeof AUDIT_PARAMETERS)[number];

/** Days are UTC and inclusive; null: any. */
export interface AuditFilter {
  /** The editor's id. */
  readonly person: string | null;
  readonly action: string | null;
  /** The kind of thing it was done to. */
  readonly subject: string | null;
  /** The thing's own id. */
  readonly id: string | null;
  readonly changeset: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
}

const LONGEST = 200;
type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

const one = (value: string | readonly string[] | undefined): string | null => {
  const text = (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
  return text === '' ? null : text;
};

/** `dropped` names what could not be used; an empty field is no filter. */
export function parseAuditFilter(asked: Asked): { readonly filter: AuditFilter; readonly dropped: readonly AuditParameter[] } {
  const dropped: AuditParameter[] = [];
  const text = (name: AuditParameter): string | null => {
    const value = one(asked[name]);
    if (value === null || (value.length <= LONGEST && !value.includes('\0'))) return value;
    dropped.push(name);
    return null;
  };
  const day = (name: AuditParameter): Day | null => {
    const value = one(asked[name]);
    if (value === null || isDay(value)) return value;
    dropped.push(name);
    return null;
  };
  const filter: AuditFilter = {
    person: text('person'), action: text('action'), subject: text('subject'), id: text('id'), changeset: text('changeset'), from: day('from'), to: day('to'),
  };
  return { filter, dropped };
}

/** The entries older than this number; null for the newest page, also when it is malformed. */
export function parseAuditCursor(asked: Asked): number | null {
  const value = one(asked.before);
  return value !== null && /^[1-9]\d{0,9}$/.test(value) && Number(value) <= 2_147_483_647 ? Number(value) : null;
}

/** `person=…&from=…`, in one order, without what is not asked for. */
export function printAuditFilter(filter: AuditFilter): URLSearchParams {
  return new URLSearchParams(AUDIT_PARAMETERS.flatMap((name) => (filter[name] === null ? [] : [[name, filter[name]]])));
}
