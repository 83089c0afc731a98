// What somebody types into a cell is a number with its qualifier, one of the four empties, or nothing; whatever can be read two ways is asked about.

import { accept, refuse, type Outcome } from '../outcome';
import { EMPTY_LABELS, type EmptyKind, type Qualifier } from '../reading';
import { plainDigits, readNumber } from './written-number';

/** What a cell holds: a value in the indicator's unit with its qualifier, or the reason why it has none. Exactly one of the two is null. */
export interface TypedValue {
  readonly value: number | null;
  /** `exact` for an empty. */
  readonly qualifier: Qualifier;
  readonly empty: EmptyKind | null;
}

/** The short codes of the empties, as hints show them. */
export const EMPTY_CODES: Readonly<Record<EmptyKind, string>> = { 'not-yet-reported': 'nyr', 'not-collected': 'nc', withheld: 'wh', unknown: 'unk' };

const EMPTY_WORDS: Readonly<Record<string, EmptyKind>> = {
  '…': 'not-yet-reported', '...': 'not-yet-reported', nyr: 'not-yet-reported', 'not yet reported': 'not-yet-reported', 'not-yet-reported': 'not-yet-reported',
  '–': 'not-collected', nc: 'not-collected', 'not collected': 'not-collected', 'not-collected': 'not-collected',
  '×': 'withheld', x: 'withheld', wh: 'withheld', withheld: 'withheld',
  '?': 'unknown', unk: 'unknown', unknown: 'unknown',
};

interface Words {
  readonly qualifier: Qualifier;
  readonly pattern: RegExp;
}

const BEFORE: readonly Words[] = [
  { qualifier: 'at-least', pattern: /^(?:≥|>=|=>|⩾|at least|at-least|a minimum of|minimum(?: of)?|min\.?|(?:no|not) (?:fewer|less) than)\s*/ },
  { qualifier: 'more-than', pattern: /^(?:>|more than|more-than|over|above|upwards? of|in excess of|exceeding)\s*/ },
  { qualifier: 'about', pattern: /^(?:~|∼|≈|≃|about|around|approximately|approx\.?|roughly|circa|ca\.?|c\.|some|an estimated|estimated|est\.)\s*/ },
  { qualifier: 'nearly', pattern: /^(?:nearly|almost|close to|just under|just below)\s*/ },
  { qualifier: 'exact', pattern: /^(?:=|exactly)\s*/ },
];

const AFTER: readonly Words[] = [
  { qualifier: 'at-least', pattern: /\s*(?:\+|(?:or|and) (?:more|over|above))$/ },
  { qualifier: 'about', pattern: /\s*(?:approximately|approx\.?|or so)$/ },
];

const LONGEST = 60;

const BELOW = /^(?:<|≤|=<|⩽|fewer than|less than|under|below|up to|at most|a maximum of|maximum|max\.?|no more than|not more than)\s*/;

/**
 * Reads `616`, `2,414`, `>200`, `200+`, `at least 600`, `~450`, `nearly 450`, the empties by name, symbol or code, in any of our digits;
 * `unit` is the indicator's: a percent sign is taken for a percentage only. Refuses `blank` (nothing typed), `upper-bound` (`<200`: the ledger
 * has no such word) and `not-a-figure`, each with what to write instead.
 */
export function parseTypedValue(text: string, unit?: string): Outcome<TypedValue> {
  const typed = plainDigits(text).replace(/[\s\u00a0\u2007-\u200f\u202a-\u202f\u2066-\u2069]+/gu, ' ').trim().toLowerCase();
  if (typed === '') return refuse({ code: 'blank', message: 'Nothing is written here.' });
  if (typed.length > LONGEST) return refuse({ code: 'not-a-figure', message: 'This is too long for a number: write digits here and words in the note.' });
  const empty = EMPTY_WORDS[typed];
  if (empty !== undefined && Object.hasOwn(EMPTY_WORDS, typed)) return accept({ value: null, qualifier: 'exact', empty });
  if (typed === 'zero' || typed === 'nil') return accept({ value: 0, qualifier: 'exact', empty: null });
  const stop = whyNot(typed);
  if (stop !== null) return refuse({ code: BELOW.test(typed) ? 'upper-bound' : 'not-a-figure', message: stop });
  return readQuantity(typed, unit);
}

function readQuantity(typed: string, unit: string | undefined): Outcome<TypedValue> {
  const before = BEFORE.find(({ pattern }) => pattern.test(typed));
  const rest = before ? typed.replace(before.pattern, '') : typed;
  const after = AFTER.find(({ pattern }) => pattern.test(rest));
  if (before && (after || BEFORE.some(({ pattern }) => pattern.test(rest)))) {
    return refuse({ code: 'not-a-figure', message: `“${typed}” qualifies the number twice: keep the one word that the source uses.` });
  }
  const shown = after ? rest.replace(after.pattern, '') : rest;
  const digits = unit === 'percent' ? shown.replace(/\s*(?:%|per ?cent)$/, '') : shown;
  if (digits.endsWith('%')) return refuse({ code: 'not-a-figure', message: `This series counts ${unit ?? 'things'}, not percent: a percentage belongs in a series of its own.` });
  const number = readNumber(digits);
  return number.ok ? accept({ value: number.value, qualifier: (before ?? after)?.qualifier ?? 'exact', empty: null }) : number;
}

/** What is no value of ours though it looks like one. */
function whyNot(typed: string): string | null {
  if (typed.startsWith('#')) return 'The spreadsheet shows an error here: copy the number itself.';
  if (/^[-—―−]$/.test(typed)) return 'A bare dash can mean zero or nothing: write 0, or nc where nobody collects the figure, nyr where none is reported yet.';
  if (/^n\.?\s?[/.]?\s?a\.?$/.test(typed)) return 'Say which kind of nothing: nyr (not yet reported), nc (not collected), wh (withheld) or unk (unknown).';
  if (typed === 'none' || typed === 'no') return 'Write 0 where the source counts none, nc where nobody counts.';
  if (BELOW.test(typed)) {
    return 'A reading has no “fewer than” or “up to”: write “nearly” if the source means almost as many; otherwise leave the value unknown (unk) and put its words in the note.';
  }
  return null;
}

const SIGNS: Readonly<Record<Qualifier, string>> = { exact: '', 'at-least': '≥', 'more-than': '>', about: '~', nearly: 'nearly ' };

/** The shortest text that reads back to the same: `2414`, `≥600`, `nearly 450`, `…`. Spreadsheets take the bare ones as numbers. */
export function printTypedValue({ value, qualifier, empty }: TypedValue): string {
  if (value !== null) return `${SIGNS[qualifier]}${printPlain(value)}`;
  return empty === null ? '' : EMPTY_LABELS[empty].symbol;
}

function printPlain(value: number): string {
  const plain = String(value).includes('e') ? value.toFixed(6) : String(value);
  // Three decimals alone could be read as thousands.
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(plain) ? `${plain}0` : plain;
}

/** Whether two say the same about a cell. */
export function sameValue(a: TypedValue, b: TypedValue): boolean {
  return a.value === b.value && a.empty === b.empty && (a.value === null || a.qualifier === b.qualifier);
}
