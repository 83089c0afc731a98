import type { DraftRow } from '@/domain/draft';
import type { RowKind } from '@/domain/release';
import { draftRow } from '@/lib/inputs/row-content';
import type { Problem } from './post-json';

/** Something wrong with a row that a form wants to say beside the field it is about. */
export interface RowTrouble {
  readonly kind: RowKind;
  readonly id: string;
  /** The path of the field in the row's content (`period`, `options.seriesIds.0`), `citations.0.quote`, `changeNote`; null for the whole row. */
  readonly field: string | null;
  readonly message: string;
}

/** What the shape of the rows forbids, found before anything is sent. */
export function troublesOf(rows: readonly DraftRow[]): RowTrouble[] {
  return rows.flatMap((row) => {
    const parsed = draftRow.safeParse(row);
    if (parsed.success) return [];
    return parsed.error.issues.map(({ path, message }): RowTrouble => {
      const field = (path[0] === 'content' ? path.slice(1) : path).join('.');
      return { kind: row.kind, id: row.id, field: field === '' ? null : field, message: sentence(message) };
    });
  });
}

interface RuleBroken {
  readonly rule: string;
  readonly kind: RowKind;
  readonly id: string;
  readonly message: string;
}

/** What the ledger refused, in the same form. The rules of single fields are called `missing-` or `malformed-` with the field's name. */
export function troublesOfRefusal(problem: Problem): RowTrouble[] {
  const { problems } = problem as { readonly problems?: unknown };
  if (!Array.isArray(problems)) return [];
  return (problems as readonly RuleBroken[]).map(({ rule, kind, id, message }) => ({ kind, id, field: fieldOfRule(rule), message }));
}

/** Rules of the ledger that are about one field, by the field they are said beside. */
const FIELD_OF_RULE: Readonly<Record<string, string>> = {
  'value-xor-empty': 'value', period: 'period', 'period-kind-of-days': 'period', 'reported-on': 'reportedOn', 'published-on': 'publishedOn', formula: 'formula',
  'quote-length': 'citations', 'low-high': 'high', 'not-negative': 'low', 'start-bounds': 'start', 'end-bounds': 'end', 'end-after-start': 'end',
  'end-only-if-reopened': 'end', days: 'end', url: 'url', 'archive-url': 'archiveUrl', 'url-or-note': 'linkNote', 'on-globe': 'latitude', slug: 'slug', reason: 'changeNote',
};

function fieldOfRule(rule: string): string | null {
  const named = /^(?:missing|malformed)-(.+)$/.exec(rule)?.[1];
  if (named !== undefined) return named.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return FIELD_OF_RULE[rule] ?? null;
}

/** The schemas say what is wrong as a half sentence that follows the field's name. */
function sentence(message: string): string {
  const plain = message.startsWith('Invalid input') || message.startsWith('Too ') || message.startsWith('Invalid ') ? 'is missing or not what it should be' : message;
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`.replace('..', '.');
}
