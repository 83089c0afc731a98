// A decision that can be refused answers with an Outcome: the value, or a named refusal; it never throws for bad input.

/** Why something was refused: a stable code for machines and one sentence for people that says what to do. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

export type Outcome<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<R extends Refusal>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}
