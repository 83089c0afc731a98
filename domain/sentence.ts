// A sentence is prose with bindings to readings and a condition; it is shown only while the condition holds.

import type { Citation, Recorded } from './citation';
import { boundsOf, sayValue } from './quantity';
import type { Quantity } from './quantity';

// One address for the subject: sentences, and the numbers their bindings stand for.
export { resolveBindings } from './sentence-bindings';
export type { BindingContext } from './sentence-bindings';

/** A binding names one cell (series x period) or a computation over cells; it resolves to a number with its qualifier and citations. */
export type Binding =
  | { readonly name: string; readonly kind: 'cell'; readonly seriesId: string; readonly period: string }
  | { readonly name: string; readonly kind: 'change-percent'; readonly from: string; readonly to: string }
  | { readonly name: string; readonly kind: 'sum'; readonly of: readonly string[] }
  | { readonly name: string; readonly kind: 'ratio'; readonly of: string; readonly to: string }
  | { readonly name: string; readonly kind: 'claim'; readonly claimId: string }
  | {
    readonly name: string; readonly kind: 'closure-days';
    readonly crossingId: string; readonly lane: string; readonly closureId: string;
  };

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

export type Operator = Extract<Condition, { kind: 'compare' }>['operator'];

/** What a binding stands for: a number for conditions, its printed text, and where it comes from. Percentages are in per cent. */
export interface ResolvedBinding extends Quantity {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** Why a binding has no number. */
export interface Unresolved {
  readonly reason: string;
}

export type Resolution = ResolvedBinding | Unresolved;

export type SentencePart =
  | { readonly text: string }
  | { readonly binding: string; readonly text: string; readonly citations: readonly Citation[] };

export type SentenceResult =
  | { readonly shown: true; readonly parts: readonly SentencePart[] }
  | { readonly shown: false; readonly reason: string };

/**
 * The sentence in parts, text and numbers in turn, or why it is not shown. Every declared binding must resolve and every condition hold
 * for certain: a number that is only at least 600 is never taken to be below 700.
 */
export function evaluateSentence(sentence: Sentence, resolve: (binding: Binding) => Resolution | null): SentenceResult {
  if (sentence.status === 'withdrawn') return hidden('The sentence was withdrawn.');
  const resolved = new Map<string, ResolvedBinding>();
  for (const binding of sentence.bindings) {
    if (resolved.has(binding.name)) return hidden(`Two bindings are named ${binding.name}.`);
    const resolution = resolve(binding);
    if (resolution === null) return hidden(`${binding.name} has no value.`);
    if ('reason' in resolution) return hidden(`${binding.name} has no value: ${resolution.reason}`);
    resolved.set(binding.name, resolution);
  }
  for (const condition of sentence.conditions) {
    const failure = failureOf(condition, resolved);
    if (failure !== null) return hidden(failure);
  }
  return fill(sentence.text, resolved);
}

function fill(text: string, resolved: ReadonlyMap<string, ResolvedBinding>): SentenceResult {
  const parts: SentencePart[] = [];
  // Splitting on a pattern with one group puts text at even places and slot names at odd ones.
  for (const [at, piece] of text.split(/\{([^{}]*)\}/).entries()) {
    if (at % 2 === 0) {
      if (/[{}]/.test(piece)) return hidden('The text has a brace without its partner.');
      if (piece !== '') parts.push({ text: piece });
      continue;
    }
    const value = resolved.get(piece);
    if (!value) return hidden(`The text speaks of {${piece}}, which is not bound.`);
    parts.push({ binding: piece, text: value.text, citations: value.citations });
  }
  return { shown: true, parts };
}

function failureOf(condition: Condition, resolved: ReadonlyMap<string, ResolvedBinding>): string | null {
  if (condition.kind === 'present') {
    return resolved.has(condition.binding) ? null : `The condition asks for ${condition.binding}, which is not bound.`;
  }
  const left = resolved.get(condition.left);
  if (!left) return `The condition speaks of ${condition.left}, which is not bound.`;
  const right: Quantity | undefined = typeof condition.right === 'number'
    ? { value: condition.right, qualifier: 'exact' }
    : resolved.get(condition.right);
  if (!right) return `The condition speaks of ${condition.right}, which is not bound.`;
  if (holdsForCertain(condition.operator, left, right)) return null;
  const isCertain = left.qualifier === 'exact' && right.qualifier === 'exact';
  const against = typeof condition.right === 'number' ? printed(right) : `${condition.right} (${printed(right)})`;
  return `${condition.left} (${printed(left)}) is not ${isCertain ? '' : 'for certain '}${WORDS[condition.operator]} ${against}.`;
}

const WORDS: Record<Operator, string> = { '<': 'less than', '<=': 'at most', '=': 'equal to', '>=': 'at least', '>': 'more than' };

/** Whether the comparison holds whatever the true numbers are, as far as their qualifiers bound them. */
export function holdsForCertain(operator: Operator, left: Quantity, right: Quantity): boolean {
  switch (operator) {
    case '<':
      return isBelow(left, right);
    case '>':
      return isBelow(right, left);
    case '<=':
      return isAtMost(left, right);
    case '>=':
      return isAtMost(right, left);
    case '=':
      return isAtMost(left, right) && isAtMost(right, left);
  }
}

function isAtMost(a: Quantity, b: Quantity): boolean {
  const { high } = boundsOf(a);
  const { low } = boundsOf(b);
  return high !== null && low !== null && high <= low;
}

/** `nearly 450` is below 450 and `more than 450` above it, so bounds that meet are still apart. */
function isBelow(a: Quantity, b: Quantity): boolean {
  return isAtMost(a, b) && (boundsOf(a).high !== boundsOf(b).low || a.qualifier === 'nearly' || b.qualifier === 'more-than');
}

function printed(quantity: Quantity): string {
  return sayValue(quantity.value, quantity.qualifier);
}

function hidden(reason: string): SentenceResult {
  return { shown: false, reason };
}
