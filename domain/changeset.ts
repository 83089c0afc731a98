// A changeset goes draft -> in-review -> approved -> published, or is abandoned; touching its rows sends it back to draft.

import { hasRole, type Editor } from './editor';
import type { ChangesetState } from './release';
import type { ReviewMode } from './review/alone';

export type ChangesetStep = 'edit' | 'submit' | 'approve' | 'send-back' | 'publish' | 'abandon';

const STEPS: Record<ChangesetStep, Partial<Record<ChangesetState, ChangesetState>>> = {
  edit: { draft: 'draft', 'in-review': 'draft', approved: 'draft' },
  submit: { draft: 'in-review' },
  approve: { 'in-review': 'approved' },
  'send-back': { 'in-review': 'draft', approved: 'draft' },
  publish: { approved: 'published' },
  abandon: { draft: 'abandoned', 'in-review': 'abandoned', approved: 'abandoned' },
};

/** The state after `step`, or null where a changeset in `state` cannot take it. */
export function stateAfter(state: ChangesetState, step: ChangesetStep): ChangesetState | null {
  return STEPS[step][state] ?? null;
}

export type RightRefusalCode = 'not-allowed' | 'own-changeset';

/**
 * Why `editor` may not take `step`, or null if he may. Editors work in changesets they had a hand in, reviewers in all;
 * approving and publishing need a reviewer, and a person never approves what he wrote in himself, unless `mode` is single-editor.
 */
export function refuseStep(
  editor: Editor, step: ChangesetStep, contributorIds: readonly string[], mode: ReviewMode = 'two-people',
): RightRefusalCode | null {
  const hadHand = contributorIds.includes(editor.id);
  if (step !== 'approve' && step !== 'publish') return hadHand || hasRole(editor, 'reviewer') ? null : 'not-allowed';
  if (!hasRole(editor, 'reviewer')) return 'not-allowed';
  const isOwn = step === 'approve' && hadHand && editor.nature === 'person';
  return isOwn && mode === 'two-people' ? 'own-changeset' : null;
}
