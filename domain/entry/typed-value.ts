// A figure is typed as people write it: `>200`, `at least 600`, `~450`, `1,234`, or the reason why there is none.

import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { EMPTY_LABELS } from '../reading';
import type { EmptyKind, Qualifier } from '../reading';

/** What a cell holds: a value in the indicator's unit with its qualifier, or the reason why it has none. Exactly one of the two is null. */
export interface TypedValue {
  readonly value: number | null;
  readonly qualifier: Qualifier;
  readonly empty: EmptyKind | null;
}

const LONGEST = 60;

/** Longer ones first where one begins another. All are lower case with single blanks. */
const SIGNS: readonly (readonly [sign: string, qualifier: Qualifier])[] = [
  ['at least', 'at-least'], ['at-least', 'at-least'], ['no fewer than', 'at-least'], ['no less than', 'at-least'], ['not less than', 'at-least'], ['minimum', 'at-least'], ['>=', 'at-least'], ['≥', 'at-least'],
  ['more than', 'more-than'], ['more-than', 'more-than'], ['over', 'more-than'], ['above', 'more-than'], ['>', 'more-than'],
  ['approximately', 'about'], ['approx.', 'about'], ['approx', 'about'], ['about', 'about'], ['around', 'about'], ['circa', 'about'], ['ca.', 'about'], ['c.', 'about'], ['some', 'about'], ['~', 'about'], ['≈', 'about'],
  ['nearly', 'nearly'], ['almost', 'nearly'], ['just under', 'nearly'],
  ['exactly', 'exact'], ['=', 'exact'],
];

/** Signs for an upper bound have no word in the ledger: nobody may turn them into another one. */
const UPPER_BOUND = /^(<=?|≤|up to|at most|less than|fewer than|under|below)(?=[\s\d]|$)/;

const PLAIN = /^\d+(\.\d+)?$/;
const THOUSANDS = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
/** 12,34,567: as lakhs and crores are written. */
const LAKHS = /^\d{1,2}(,\d{2})*,\d{3}(\.\d+)?$/;
const BLANK_THOUSANDS = /^\d{1,3}( \d{3})+(\.\d+)?$/;

/**
 * Reads one typed figure. Refuses `blank` (nothing typed), `upper-bound` (`<200`: the ledger has no such word) and `not-a-figure`;
 * digits of the Arabic and Persian scripts count as digits.
 */
export function parseTypedValue(text: string): Outcome<TypedValue> {
  const typed = plain(text);
  if (typed === '') return refuse({ code: 'blank', message: 'Nothing is written here.' });
  const empty = emptyKind(typed);
  if (empty !== null) return accept({ value: null, qualifier: 'exact', empty });
  if (typed.length > LONGEST) return notAFigure(typed);
  if (UPPER_BOUND.test(typed)) {
    return refuse({ code: 'upper-bound', message: `“${typed}” says what it is at most. The ledger keeps exact, at least, more than, about and nearly; write the figure the source gives.` });
  }
  const sign = SIGNS.find(([one]) => typed.startsWith(one) && !/^[a-z]/.test(typed.slice(one.length)));
  const rest = sign === undefined ? typed : typed.slice(sign[0].length).trim();
  const isPlus = sign === undefined && rest.endsWith('+');
  const value = readNumber(isPlus ? rest.slice(0, -1).trim() : rest);
  if (value === null) return notAFigure(typed);
  return accept({ value, qualifier: isPlus ? 'at-least' : (sign?.[1] ?? 'exact'), empty: null });
}

/** The empty that a text names: its mark, its name or its code. Null for anything else. */
function emptyKind(typed: string): EmptyKind | null {
  const marks: Readonly<Record<string, EmptyKind>> = { '...': 'not-yet-reported', '?': 'unknown' };
  const named = (Object.keys(EMPTY_LABELS) as EmptyKind[]).find((kind) => typed === kind || typed === EMPTY_LABELS[kind].label || typed === EMPTY_LABELS[kind].symbol);
  return named ?? marks[typed] ?? null;
}

/** Lower case, one kind of blank, European digits, one kind of minus. */
function plain(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\u066C/g, ',')
    .replace(/\u066B/g, '.')
    .replace(/[\s\u00A0\u2009\u202F]+/g, ' ')
    .trim()
    .toLowerCase();
}

function readNumber(text: string): number | null {
  const digits = text.replace(/^[-−]\s?/, '');
  const isNegative = digits !== text;
  if (![PLAIN, THOUSANDS, LAKHS, BLANK_THOUSANDS].some((form) => form.test(digits))) return null;
  const value = Number(digits.replace(/[, ]/g, ''));
  if (!Number.isFinite(value) || value > Number.MAX_SAFE_INTEGER) return null;
  return isNegative && value !== 0 ? -value : value;
}

function notAFigure(typed: string): Outcome<TypedValue> {
  const shown = typed.length > LONGEST ? `${typed.slice(0, LONGEST)}…` : typed;
  return refuse({
    code: 'not-a-figure',
    message: `“${shown}” is not a figure. Write a number such as 1,234, >200, at least 600, ~450 or nearly 300, or say why there is none: not yet reported, not collected, withheld, unknown.`,
  });
}
