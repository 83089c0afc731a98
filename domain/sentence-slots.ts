// A slot of a sentence is a name in braces; every slot is filled by one binding, and a binding that fills nothing has no place.

import type { Binding, Condition } from './sentence';

export interface SlotCheck {
  /** Names in braces, in the order of the text, each once. */
  readonly slots: readonly string[];
  /** Slots without a binding. */
  readonly unfilled: readonly string[];
  /** Bindings that neither the text nor another binding nor a comparison names. */
  readonly unused: readonly string[];
  /** Names that two bindings have. */
  readonly twice: readonly string[];
  readonly hasLoneBrace: boolean;
}

interface Written {
  readonly text: string;
  readonly bindings: readonly Binding[];
  readonly conditions: readonly Condition[];
}

/** What the text asks of its bindings, and what it leaves. */
export function checkSlots({ text, bindings, conditions }: Written): SlotCheck {
  // Splitting on a pattern with one group puts text at even places and slot names at odd ones.
  const pieces = text.split(/\{([^{}]*)\}/);
  const slots = [...new Set(pieces.filter((_, at) => at % 2 === 1))];
  const names = bindings.map(({ name }) => name);
  const used = new Set([...slots, ...bindings.flatMap(operandsOf), ...conditions.flatMap(namesIn)]);
  return {
    slots,
    unfilled: slots.filter((slot) => !names.includes(slot)),
    unused: names.filter((name) => !used.has(name)),
    twice: [...new Set(names.filter((name, at) => names.indexOf(name) !== at))],
    hasLoneBrace: pieces.some((piece, at) => at % 2 === 0 && /[{}]/.test(piece)),
  };
}

/** The bindings that a binding is reckoned from. */
export function operandsOf(binding: Binding): readonly string[] {
  switch (binding.kind) {
    case 'change-percent': return [binding.from, binding.to];
    case 'sum': return binding.of;
    case 'ratio': return [binding.of, binding.to];
    default: return [];
  }
}

/** Being there is asked of every binding anyway, so it is no use of one. */
function namesIn(condition: Condition): readonly string[] {
  if (condition.kind === 'present') return [];
  return typeof condition.right === 'string' ? [condition.left, condition.right] : [condition.left];
}

/** The slot that somebody is typing before the caret: where its brace stands and what stands after it; null where none is open. */
export function slotBeingTyped(text: string, caret: number): { readonly from: number; readonly typed: string } | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf('{');
  const typed = before.slice(from + 1);
  return from === -1 || !/^\w*$/.test(typed) ? null : { from, typed };
}

/** The text with the slot being typed filled by `name`, and where the caret stands after it. */
export function fillSlot(text: string, caret: number, name: string): { readonly text: string; readonly caret: number } {
  const open = slotBeingTyped(text, caret);
  const from = open?.from ?? caret;
  const rest = text.slice(caret).replace(open === null ? /^/ : /^\w*\}?/, '');
  return { text: `${text.slice(0, from)}{${name}}${rest}`, caret: from + name.length + 2 };
}

/** A name that no binding has yet: letters only, as slots are written. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const base = wanted.replace(/[^a-zA-Z]/g, '').replace(/^[A-Z]+/, (start) => start.toLowerCase()) || 'number';
  if (!taken.includes(base)) return base;
  for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') if (!taken.includes(`${base}${letter}`)) return `${base}${letter}`;
  return freeName(`${base}Z`, taken);
}
