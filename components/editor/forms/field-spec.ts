import type { RowKind } from '@/domain/release';

// What a form asks for, kind by kind, is a list of such fields; one form draws them all.

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** One plain line: what choosing it means. */
  readonly help?: string;
}

/** How a field is filled in. */
export type FieldInput =
  | { readonly type: 'text'; readonly most?: number; readonly suggests?: string }
  | { readonly type: 'long'; readonly rows: number }
  | { readonly type: 'web' }
  | { readonly type: 'choice'; readonly choices: readonly Choice[] }
  | { readonly type: 'switch'; readonly on: string; readonly off: string }
  /** A calendar day. */
  | { readonly type: 'day' }
  /** A date as exactly as it is known; the precision lies in another field. */
  | { readonly type: 'dated'; readonly precision: string }
  /** One other row, or several. */
  | { readonly type: 'row'; readonly kind: RowKind }
  | { readonly type: 'rows'; readonly kind: RowKind }
  /** A list of short codes. */
  | { readonly type: 'codes'; readonly suggests: string }
  /** Latitude and longitude, with the map. */
  | { readonly type: 'position'; readonly longitude: string };

export interface FieldSpec {
  /** The field of the row's content. */
  readonly name: string;
  readonly label: string;
  /** One line. */
  readonly help?: string;
  /** May stay blank; the content then holds null. */
  readonly isOptional?: boolean;
  /** What to do when it is blank and must not be. */
  readonly missing?: string;
  readonly input: FieldInput;
}

export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly FieldSpec[];
}

/** What is typed, before it is a content: texts as typed, dates as typed, positions as typed. */
export type Typed = Readonly<Record<string, unknown>>;
