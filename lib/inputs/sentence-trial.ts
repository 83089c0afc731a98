import { z } from 'zod';
import type { RowContents } from '@/domain/draft';
import { isDay } from '@/domain/period';
import { ROW_CONTENT } from './row-content';

// A sentence that is still being written, as it is tried: the text may be anything, its bindings and conditions are whole.

/** What is tried of a sentence. */
export type Draught = Pick<RowContents['sentence'], 'text' | 'bindings' | 'conditions'>;

const day = z.string().refine(isDay, 'is not a calendar day');

export const trialFields = z.strictObject({
  text: z.string().max(2_000),
  bindings: z.array(z.unknown()).max(40),
  conditions: z.array(z.unknown()).max(40),
  /** Vintages at which it is tried, beside those at which one of its numbers changed. */
  days: z.array(day).max(12).default([]),
  /** A series whose cells are to be chosen from. */
  cellsOf: z.string().max(200).nullable().default(null),
}).transform(({ text, bindings, conditions, days, cellsOf }, context): { readonly draught: Draught; readonly days: readonly string[]; readonly cellsOf: string | null } => {
  // The text is checked by the trial itself, which says more than a refusal would.
  const parsed = ROW_CONTENT.sentence.safeParse({ text: 'Tried.', bindings, conditions, placement: 'home', position: 1 });
  if (parsed.success) return { draught: { text, bindings: parsed.data.bindings, conditions: parsed.data.conditions }, days, cellsOf };
  const [issue] = parsed.error.issues;
  context.addIssue({ code: 'custom', message: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(), path: [...(issue?.path ?? [])] });
  return z.NEVER;
});
