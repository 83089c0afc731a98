// A sentence is prose with bindings to readings and a condition; it is shown only while the condition holds.

import type { Recorded } from './citation';

/** A binding names one cell (series x period) or a computation over cells; it resolves to a number with its qualifier and citations. */
export type Binding =
  | { readonly name: string; readonly kind: 'cell'; readonly seriesId: string; readonly period: string }
  | { readonly name: string; readonly kind: 'change-percent'; readonly from: string; readonly to: string }
  | { readonly name: string; readonly kind: 'sum'; readonly of: readonly string[] }
  | { readonly name: string; readonly kind: 'ratio'; readonly of: string; readonly to: string }
  | { readonly name: string; readonly kind: 'claim'; readonly claimId: string }
  | { readonly name: string; readonly kind: 'closure-days'; readonly crossingId: string; readonly lane: string; readonly closureId: string };

/** All must hold. `present`: the binding has a value. Comparisons are between two bindings or a binding and a number. */
export type Condition =
  | { readonly kind: 'present'; readonly binding: string }
  | { readonly kind: 'compare'; readonly left: string; readonly operator: '<' | '<=' | '=' | '>=' | '>'; readonly right: string | number };

export interface Sentence extends Recorded {
  /** Text with `{binding}` slots, e.g. `CRSS counted {now} deaths ... {change} more than ...`. */
  readonly text: string;
  readonly bindings: readonly Binding[];
  readonly conditions: readonly Condition[];
  /** `home` or a chart slug. */
  readonly placement: string;
  readonly position: number;
}
