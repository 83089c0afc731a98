// A changeset is published only when nothing on this list blocks it: each entry names its row, its rule and what to do.

import type { Change, RowContent, RowContents } from '../draft';
import { printNumber } from '../reading';
import type { RowKind } from '../release';
import { compareSides, type Compared, type ComparedChart } from './compare';
import { jumpsOf } from './jumps';
import { overshadowedOf } from './overshadowed';
import { sayPublishedSince, type PublishedSince } from './published-since';
import type { ReviewSide } from './side';
import { sayTerm, staleFormulas } from './stale-formulas';
import { totalBreaks } from './total-breaks';

/** One thing that stands against publishing, or should be looked at. `rule` is stable and for machines. */
export interface Check {
  readonly rule: string;
  readonly kind: RowKind;
  readonly id: string;
  readonly message: string;
  /** A comment on the row settles it: somebody has looked and said why it is right. */
  readonly settledBy: 'comment' | null;
}

export interface Checklist {
  /** Publishing is refused while there is one. */
  readonly blocks: readonly Check[];
  readonly warnings: readonly Check[];
  /** What would block had nobody commented on it. */
  readonly settled: readonly Check[];
}

export interface DraftFact {
  readonly kind: RowKind;
  readonly id: string;
  readonly change: Change;
  readonly content: RowContent;
}

export interface ChecklistFacts {
  readonly before: ReviewSide;
  readonly after: ReviewSide;
  readonly drafts: readonly DraftFact[];
  /** What the ledger itself refuses: missing citations, failing references, overlapping closures, a slug that is taken. */
  readonly problems: readonly Omit<Check, 'settledBy'>[];
  /** What came into the place of a draft while it lay open; only the reviewers' page asks. */
  readonly publishedSince?: readonly PublishedSince[];
}

/** What is found before anybody's comments are asked for. */
export interface Findings {
  readonly hard: readonly Check[];
  readonly soft: readonly Soft[];
  readonly warnings: readonly Check[];
}

export const rowKey = (kind: RowKind, id: string): string => `${kind}:${id}`;

/** Looks at the release as it would be. `compared` may be handed in where it is known already. */
export function findChecks(facts: ChecklistFacts, compared: Compared = compareSides(facts.before, facts.after)): Findings {
  const hard: Check[] = [
    ...facts.problems.map((problem) => ({ ...problem, settledBy: null })),
    ...compared.charts.flatMap((chart) => chartBlocks(chart, facts.drafts)),
    ...facts.drafts.flatMap(chartWords),
    ...vanishing(compared, facts.drafts),
  ];
  return { hard, soft: [...breaks(facts), ...stale(facts), ...appearing(compared, facts.drafts)], warnings: [...since(facts), ...unconfirmed(facts.drafts), ...jumps(facts), ...overshadowed(facts)] };
}

/** The list, with what a comment settles. `commented`: rows with a comment in the changeset, as `kind:id`. */
export function settleChecks({ hard, soft, warnings }: Findings, commented: ReadonlySet<string>): Checklist {
  const isSettled = ({ keys }: Soft) => keys.some((key) => commented.has(key));
  return {
    blocks: [...hard, ...soft.filter((one) => !isSettled(one)).map(({ check }) => check)],
    settled: soft.filter(isSettled).map(({ check }) => check),
    warnings,
  };
}

/** An entry that a comment on one of `keys` settles. */
export interface Soft {
  readonly check: Check;
  readonly keys: readonly string[];
}

const drafted = (drafts: readonly DraftFact[], kind: RowKind, id: string): DraftFact | undefined => drafts.find((draft) => draft.kind === kind && draft.id === id);

function chartBlocks(chart: ComparedChart, drafts: readonly DraftFact[]): Check[] {
  if (chart.fault === null || (chart.wasFaulty && !drafted(drafts, 'chart', chart.id))) return [];
  return [{ rule: 'chart-cannot-be-built', kind: 'chart', id: chart.id, message: `The chart “${chart.title}” could not be drawn any more. ${chart.fault}`, settledBy: null }];
}

function chartWords({ kind, id, change, content }: DraftFact): Check[] {
  if (kind !== 'chart' || change === 'withdraw') return [];
  const chart = content as RowContents['chart'];
  const missing = [['alt-text-missing', chart.altText, 'alt text'], ['description-missing', chart.description, 'description']] as const;
  return missing.filter(([, text]) => text.trim() === '')
    .map(([rule, , name]) => ({ rule, kind, id, message: `The chart “${chart.title}” has no ${name}: write one, for readers who cannot see it.`, settledBy: null }));
}

function vanishing({ sentences }: Compared, drafts: readonly DraftFact[]): Check[] {
  return sentences.flatMap(({ id, before, reasonAfter }): Check[] => {
    const draft = drafted(drafts, 'sentence', id);
    if (reasonAfter === null || draft?.change === 'withdraw') return [];
    if (before !== null) {
      const message = `The sentence “${before}” would vanish: ${reasonAfter} Change it or withdraw it in this changeset.`;
      return [{ rule: 'sentence-vanishes', kind: 'sentence', id, message, settledBy: null }];
    }
    return draft === undefined ? [] : [{ rule: 'sentence-fails', kind: 'sentence', id, message: `The sentence ${id} would not be shown: ${reasonAfter}`, settledBy: null }];
  });
}

function appearing({ sentences }: Compared, drafts: readonly DraftFact[]): Soft[] {
  return sentences.filter(({ id, before, after }) => before === null && after !== null && !drafted(drafts, 'sentence', id)).map(({ id, after }) => ({
    keys: [rowKey('sentence', id)],
    check: {
      rule: 'sentence-appears', kind: 'sentence', id, settledBy: 'comment',
      message: `The sentence “${after ?? ''}” was hidden and would be shown again. Read it, and say in a comment on it that it is true.`,
    },
  }));
}

function breaks({ before, after }: ChecklistFacts): Soft[] {
  return totalBreaks(before, after).map(({ check, readingIds }) => {
    const what = check.series === null ? check.period : `${check.period}, ${check.series}`;
    const direction = check.difference > 0 ? 'more' : 'less';
    const message = `${what}: the printed total is ${check.total}, its parts add up to ${check.sum}, so that it is ${check.gap} ${direction}. Mend it, or say in a comment on one of these readings why it is so.`;
    return { keys: readingIds.map((id) => rowKey('reading', id)), check: { rule: 'total-breaks', kind: 'reading', id: readingIds[0] ?? check.cellId, message, settledBy: 'comment' } };
  });
}

function stale({ before, after, drafts }: ChecklistFacts): Soft[] {
  const redrafted = new Set(drafts.filter(({ kind }) => kind === 'reading').map(({ id }) => id));
  return staleFormulas(before.rows, after.rows, redrafted).map((one) => ({
    keys: [rowKey('reading', one.id)],
    check: {
      rule: 'formula-stale', kind: 'reading', id: one.id, settledBy: 'comment',
      message: `The value for ${one.period} was worked out as ${one.formula}, and ${sayTerm(one)}. Work it out again, or say in a comment on it why it stands.`,
    },
  }));
}

function unconfirmed(drafts: readonly DraftFact[]): Check[] {
  return drafts.flatMap(({ kind, id, change, content }): Check[] => {
    if (kind !== 'reading' || change === 'withdraw') return [];
    const { isUnconfirmed, confidence, value } = content as RowContents['reading'];
    const shown = value === null ? id : printNumber(value);
    if (isUnconfirmed) return [{ rule: 'unconfirmed', kind, id, message: `${shown} is unconfirmed: nobody found the original statement. Readers are told so.`, settledBy: null }];
    return confidence === 'low' ? [{ rule: 'weakly-sourced', kind, id, message: `${shown} is weakly sourced. Readers are told so.`, settledBy: null }] : [];
  });
}

const readingIds = (drafts: readonly DraftFact[]): ReadonlySet<string> =>
  new Set(drafts.filter(({ kind, change }) => kind === 'reading' && change !== 'withdraw').map(({ id }) => id));

function overshadowed({ after, drafts, publishedSince = [] }: ChecklistFacts): Check[] {
  // What was published since the draft is named already.
  const named = new Set(publishedSince.map(({ id }) => id));
  return overshadowedOf(after.rows, readingIds(drafts)).filter(({ id }) => !named.has(id)).map(({ id, period, value, by }) => ({
    rule: 'overshadowed', kind: 'reading', id, settledBy: null,
    message: `Charts will not show ${value} for ${period}: ${by.value}, known since ${by.knownFrom}, is newer. It is published as an earlier report; look whether that is meant.`,
  }));
}

function since({ before, publishedSince = [] }: ChecklistFacts): Check[] {
  return publishedSince.map((one) => ({ rule: 'published-since', kind: one.kind, id: one.id, message: sayPublishedSince(one, before.rows.readings), settledBy: null }));
}

function jumps({ after, drafts }: ChecklistFacts): Check[] {
  return jumpsOf(after.rows, readingIds(drafts)).map(({ id, period, value, neighbour }) => ({
    rule: 'jump', kind: 'reading', id, message: `${value} for ${period} is far from the ${neighbour.value} of ${neighbour.period} before it. Look at the source once more.`, settledBy: null,
  }));
}
