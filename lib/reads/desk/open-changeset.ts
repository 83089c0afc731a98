import 'server-only';
import type { Database } from '@/db/client';
import { findChangesetHead } from '@/db/queries/find-changesets';
import { refuseStep, stateAfter } from '@/domain/changeset';
import type { Editor } from '@/domain/editor';
import type { ChangesetState } from '@/domain/release';

/** The changeset a form writes in, as far as the form needs it. */
export interface WrittenChangeset {
  readonly id: string;
  readonly name: string;
  readonly state: ChangesetState;
  /** Why this person cannot write in it now, or null. */
  readonly closed: string | null;
}

/** Null where there is no such changeset. */
export async function readWrittenChangeset(db: Database, editor: Editor, id: string): Promise<WrittenChangeset | null> {
  const changeset = await findChangesetHead(db, id);
  if (changeset === null) return null;
  const { name, state, contributors } = changeset;
  const isOver = stateAfter(state, 'edit') === null;
  const mayEdit = refuseStep(editor, 'edit', contributors.map((one) => one.id)) === null;
  const closed = isOver
    ? `This changeset is ${state}: nothing can be changed in it any more. Open a new one.`
    : mayEdit ? null : 'You have no hand in this changeset: its author or a reviewer can let you in.';
  return { id, name, state, closed };
}
