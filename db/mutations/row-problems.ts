import type { DraftRow } from '../../domain/draft';
import type { Refusal } from '../../domain/outcome';
import type { RowKind } from '../../domain/release';
import { isCleanText, malformedFields, toColumns } from '../ledger-rows';

/** Something wrong with one row. `rule` is stable and for machines, `message` says what to do. */
export interface RowProblem {
  readonly rule: string;
  readonly kind: RowKind;
  readonly id: string;
  readonly message: string;
}

export interface RowsRefusal extends Refusal {
  readonly code: 'row-invalid' | 'not-publishable';
  readonly problems: readonly RowProblem[];
}

/** What the constraints of the tables mean to people; others are told by their name. */
const MESSAGES: Readonly<Record<string, string>> = {
  id: 'An id begins with a letter or digit and holds letters, digits, dots, dashes, tildes and underscores only.',
  'value-xor-empty': 'A reading has either a value or the reason why it has none.',
  period: 'The period ends before it begins.',
  'period-kind-of-days': 'The kind of the period does not follow from its days.',
  'reported-on': 'Without a day reported the precision is unknown, and only then.',
  'published-on': 'Without a publication date the precision is unknown, and only then.',
  formula: 'A derived reading says how it was computed; a reported one has no formula.',
  'quote-length': 'A quote has one to 25 words.',
  'low-high': 'The low figure is above the high one.',
  'not-negative': 'A claim is never below zero.',
  'start-bounds': 'The start lies between its earliest and its latest day.',
  'end-bounds': 'The end lies between its earliest and its latest day.',
  'end-after-start': 'The closure ends before it begins.',
  'end-only-if-reopened': 'Only a crossing that reopened has a day of reopening.',
  days: 'The last day lies before the first.',
  url: 'An address begins with http:// or https:// and has no blanks.',
  'archive-url': 'An address begins with http:// or https:// and has no blanks.',
  'url-or-note': 'A source without an address says why it has none.',
  'on-globe': 'Latitude and longitude come together and lie on the globe.',
  'not-on-sources': 'A source carries no citations.',
  slug: 'A slug is lower-case words joined by single dashes.',
};

/** The fields of a row that cannot be stored as given. */
export function malformedProblems({ kind, id, changeNote, content, citations }: DraftRow): RowProblem[] {
  const fields = malformedFields(kind, { ...toColumns(kind, content), id, changeNote });
  const texts = citations.flatMap((citation) => [citation.sourceId, citation.locator, citation.quote, citation.paraphrase]);
  const hasBadText = texts.some((text) => text !== null && (typeof text !== 'string' || !isCleanText(text)));
  return [...fields, ...(hasBadText ? ['citations'] : [])].map((field) => ({
    rule: `malformed-${dashed(field)}`, kind, id, message: `The field ${field} does not hold what it should: a wrong type, a day that does not exist or broken text.`,
  }));
}

/** The rule of the schema that a database error says a row breaks, or null where the error says something else. */
export function brokenRule(error: unknown, row: Pick<DraftRow, 'kind' | 'id'>): RowProblem | null {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { code, constraint, column, table } = cause as { code?: string; constraint?: string; column?: string; table?: string };
  if (code === '23502') {
    return { rule: `missing-${dashed(column ?? 'field')}`, ...row, message: `The field ${column ?? ''} is missing.` };
  }
  if (code === '23514' && constraint !== undefined) {
    const rule = dashed(constraint.replace(`${table ?? ''}_`, ''));
    return { rule, ...row, message: MESSAGES[rule] ?? `The row breaks the rule "${rule}".` };
  }
  return code?.startsWith('22') ? { rule: 'malformed', ...row, message: 'A field does not hold what it should.' } : null;
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll('_', '-');
}
