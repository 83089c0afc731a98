import { parseTypedDay, printTypedDay } from '@/domain/typed-day';
import type { DatePrecision } from '@/domain/citation';
import type { RowContents } from '@/domain/draft';
import { ROW_CONTENT } from '@/lib/inputs/row-content';
import { explainIssue } from './explain-issue';
import type { FieldSpec, Typed } from './field-spec';
import { fieldsOf, type FormKind } from './row-fields';

// Between what is typed and the content of a row: the same schema judges here and on the server, and each fault stands at its field.

/** Faults by the name of the field; `''` is the row as a whole. */
export type Faults = Readonly<Record<string, string>>;

export type Read<T> = { readonly ok: true; readonly content: T } | { readonly ok: false; readonly faults: Faults };

/** A stored content as its fields show it. */
export function toTyped(kind: FormKind, content: RowContents[FormKind]): Typed {
  const stored = content as unknown as Readonly<Record<string, unknown>>;
  const typed: Record<string, unknown> = {};
  for (const { name, input } of fieldsOf(kind)) {
    typed[name] = input.type === 'dated' ? printTypedDay(stored[name] as string | null, stored[input.precision] as DatePrecision) : typedOf(stored[name]);
    if (input.type === 'position') typed[input.longitude] = typedOf(stored[input.longitude]);
  }
  return typed;
}

function typedOf(value: unknown): unknown {
  if (value === null || value === undefined) return '';
  return typeof value === 'number' ? String(value) : value;
}

/** The content, or what is wrong with which field and what to do about it. */
export function readTyped<K extends FormKind>(kind: K, typed: Typed): Read<RowContents[K]> {
  const faults: Record<string, string> = {};
  const content: Record<string, unknown> = {};
  for (const field of fieldsOf(kind)) readField(field, typed, content, faults);
  const parsed = ROW_CONTENT[kind].safeParse(content);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = fieldOf(kind, String(issue.path[0] ?? ''));
      const field = fieldsOf(kind).find((one) => one.name === name) ?? null;
      faults[name] ??= (typed[name] === '' ? field?.missing : undefined) ?? explainIssue(field, issue);
    }
  }
  return Object.keys(faults).length === 0 && parsed.success ? { ok: true, content: parsed.data as RowContents[K] } : { ok: false, faults };
}

/** The field under which a fault of a content's field is shown: precision with its date, longitude with the position. */
function fieldOf(kind: FormKind, name: string): string {
  const owner = fieldsOf(kind).find(({ input }) => (input.type === 'dated' && input.precision === name) || (input.type === 'position' && input.longitude === name));
  if (owner !== undefined) return owner.name;
  return fieldsOf(kind).some((field) => field.name === name) ? name : (fieldsOf(kind).find(({ input }) => input.type === 'position')?.name ?? '');
}

function readField(field: FieldSpec, typed: Typed, content: Record<string, unknown>, faults: Record<string, string>): void {
  const { name, input, isOptional = false } = field;
  const value = typed[name];
  switch (input.type) {
    case 'switch': content[name] = value === true; return;
    case 'rows': case 'codes': content[name] = Array.isArray(value) ? value : []; return;
    case 'position': {
      content[name] = readDegrees(value, name, faults);
      content[input.longitude] = readDegrees(typed[input.longitude], name, faults);
      return;
    }
    case 'day': case 'dated': readDay(field, String(value ?? ''), content, faults); return;
    default: {
      const text = String(value ?? '').trim();
      content[name] = text === '' && isOptional ? null : text;
    }
  }
}

function readDay({ name, input, isOptional = false, missing }: FieldSpec, text: string, content: Record<string, unknown>, faults: Record<string, string>): void {
  const isDated = input.type === 'dated';
  if (text.trim() === '') {
    content[name] = null;
    if (isDated) content[input.precision] = 'unknown';
    if (!isOptional) faults[name] = missing ?? 'Write a day.';
    return;
  }
  const read = parseTypedDay(text);
  if (!read.ok) faults[name] = read.refusal.message;
  else if (!isDated && read.value.precision !== 'day') faults[name] = 'Write the whole day, such as 2025-10-12 or 12 Oct 2025.';
  content[name] = read.ok ? read.value.day : null;
  if (isDated) content[input.precision] = read.ok ? read.value.precision : 'unknown';
}

/** `34.12`, `34,12`, `34.12 N`, `71° 6′ 11″ E` in degrees. */
export function readDegrees(value: unknown, name: string, faults: Record<string, string>): number | null {
  const text = String(value ?? '').trim();
  if (text === '') return null;
  const read = /^([+-−]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*[′'’]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:[″"”]|''))?)?\s*([NSEW])?$/i.exec(text);
  if (read === null) {
    faults[name] = `“${text}” is not a position. Write degrees such as 34.1217, or 34° 7′ 18″ N.`;
    return null;
  }
  const [degrees = 0, minutes = 0, seconds = 0] = [read[1], read[2], read[3]].map((part) => Number((part ?? '0').replace(',', '.').replace('−', '-')));
  const size = Math.abs(degrees) + minutes / 60 + seconds / 3600;
  const isNegative = degrees < 0 || /[SW]/i.test(read[4] ?? '');
  return Math.round((isNegative ? -size : size) * 1e6) / 1e6;
}
