import type { Change, CitationDraft, RowContents } from '@/domain/draft';
import type { Binding, Condition } from '@/domain/sentence';
import { operandsOf } from '@/domain/sentence-slots';

/** A sentence with the version that it was made from. */
export interface SentenceState {
  /** Null for a new sentence. */
  readonly revision: number | null;
  readonly text: string;
  /** Those that are still being chosen have empty ids. */
  readonly bindings: readonly Binding[];
  readonly conditions: readonly Condition[];
  readonly placement: string;
  readonly position: number;
  readonly change: Change;
  readonly changeNote: string;
  readonly citations: readonly CitationDraft[];
}

export type BindingKind = Binding['kind'];

export const BINDING_WORDS: Readonly<Record<BindingKind, string>> = {
  cell: 'a figure', 'change-percent': 'a change in per cent', sum: 'a sum', ratio: 'a ratio', claim: 'a claim', 'closure-days': 'days of a closure',
};

/** A binding of a kind of which nothing is chosen yet. */
export function blankBinding(kind: BindingKind, name: string): Binding {
  switch (kind) {
    case 'cell': return { name, kind, seriesId: '', period: '' };
    case 'change-percent': return { name, kind, from: '', to: '' };
    case 'sum': return { name, kind, of: [] };
    case 'ratio': return { name, kind, of: '', to: '' };
    case 'claim': return { name, kind, claimId: '' };
    case 'closure-days': return { name, kind, crossingId: '', lane: 'trade', closureId: '' };
  }
}

/** Whether everything of a binding is chosen, so that it can be tried. */
export function isWhole(binding: Binding): boolean {
  if (!/^[a-z][a-zA-Z]*$/.test(binding.name)) return false;
  switch (binding.kind) {
    case 'cell': return binding.seriesId !== '' && binding.period !== '';
    case 'claim': return binding.claimId !== '';
    case 'closure-days': return binding.closureId !== '';
    default: return operandsOf(binding).length > 0 && operandsOf(binding).every((name) => name !== '');
  }
}

const isAsked = (condition: Condition): boolean => condition.kind === 'present'
  ? condition.binding !== '' : condition.left !== '' && condition.right !== '';

/** What can be tried already. */
export function triedOf({ text, bindings, conditions }: SentenceState) {
  return { text, bindings: bindings.filter(isWhole), conditions: conditions.filter(isAsked) };
}

export function contentOf({ text, bindings, conditions, placement, position }: SentenceState): RowContents['sentence'] {
  return { text: text.trim(), bindings, conditions, placement, position };
}

/**
 * The sentence with its binding at `at` named otherwise, and every place that names it along with it. Where two bindings share a name, now or
 * then, or one has none, nobody can say which is meant: then only the binding itself is renamed, and the page tells what nothing fills.
 */
export function renamed(state: SentenceState, at: number, to: string): SentenceState {
  const from = state.bindings[at]?.name ?? '';
  const isClear = from !== '' && to !== '' && state.bindings.every(({ name }, index) => index === at || (name !== from && name !== to));
  const other = (name: string): string => (isClear && name === from ? to : name);
  const bindings = state.bindings.map((binding, index): Binding => {
    const named = index === at ? { ...binding, name: to } : binding;
    switch (named.kind) {
      case 'change-percent': return { ...named, from: other(named.from), to: other(named.to) };
      case 'sum': return { ...named, of: named.of.map(other) };
      case 'ratio': return { ...named, of: other(named.of), to: other(named.to) };
      default: return named;
    }
  });
  const conditions = state.conditions.map((condition): Condition => (condition.kind === 'present'
    ? { ...condition, binding: other(condition.binding) }
    : { ...condition, left: other(condition.left), right: typeof condition.right === 'string' ? other(condition.right) : condition.right }));
  return { ...state, text: isClear ? state.text.replaceAll(`{${from}}`, `{${to}}`) : state.text, bindings, conditions };
}

/** What is typed as a name, as names are written: letters, the first one small. */
export function nameFrom(typed: string): string {
  return typed.replace(/[^a-zA-Z]/g, '').replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}
