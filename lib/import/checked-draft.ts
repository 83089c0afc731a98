import type { DraftRow } from '@/domain/draft';
import { columnLabel } from '@/domain/import/sheet';
import type { Judged } from '@/domain/import/verdict';
import { draftRow } from '@/lib/inputs/row-content';

/** The verdict as it is, or refused where its draft is not one that a form of the desk could save. `names`: the header, to name the column. */
export function checkDraft(judged: Judged, names: readonly string[] = []): Judged {
  if (judged.draft === null) return judged;
  const problem = draftProblem(judged.draft);
  if (problem === null) return judged;
  const at = names.findIndex((name) => fold(name) === fold(problem.field));
  const reason = `${problem.field === '' ? 'The row' : `“${problem.field}”`} ${problem.message}.`;
  return { ...judged, verdict: 'refused', draft: null, problem: { row: judged.row, column: at < 0 ? (judged.problem?.column ?? null) : columnLabel(at, names), reason } };
}

function draftProblem(draft: DraftRow): { readonly field: string; readonly message: string } | null {
  const parsed = draftRow.safeParse(draft);
  if (parsed.success) return null;
  const [issue] = parsed.error.issues;
  const field = issue?.path.filter((part) => typeof part === 'string' && part !== 'content').at(-1) ?? '';
  return { field: String(field), message: issue?.message ?? 'is not complete' };
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]|id$/g, '');
}
