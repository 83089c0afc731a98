// What people call the states of a changeset, and what each waits for.

import type { ChangesetState } from './release';

export const STATE_NAMES: Readonly<Record<ChangesetState, string>> = {
  draft: 'Draft', 'in-review': 'In review', approved: 'Approved', published: 'Published', abandoned: 'Abandoned',
};

/** One sentence on what comes next, for everybody who looks at it. */
export const STATE_NEXT: Readonly<Record<ChangesetState, string>> = {
  draft: 'It is being written. When it is complete, hand it in for review.',
  'in-review': 'A reviewer who did not write in it looks at every row. Changing a row takes it back to draft.',
  approved: 'It can be published. Changing a row voids the approval.',
  published: 'It is a release: what it says stands for ever. A mistake in it is corrected in a new changeset.',
  abandoned: 'Its rows were taken out and nothing of it was published. What was drafted stands in the audit.',
};
