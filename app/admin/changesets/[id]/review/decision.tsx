import { MAIN_BUTTON } from '@/components/editor/buttons';
import { Decide } from '@/components/review/decide';
import { refuseStep } from '@/domain/changeset';
import type { Editor } from '@/domain/editor';
import { hasRole } from '@/domain/editor';
import { changesetPath } from '@/lib/inputs/desk-links';
import type { Review } from '@/lib/review/review';
import type { ReviewPage } from '@/lib/review/review-page';

interface DecisionProps {
  readonly page: ReviewPage;
  readonly review: Review;
  readonly blocks: number;
  readonly editor: Editor;
}

/** What this person may do now, and why not more. */
export function Decision({ page: { changeset, mode }, review, blocks, editor }: DecisionProps) {
  const { id, state, contributors } = changeset;
  const isOpen = state === 'in-review' || state === 'approved';
  const mayReturn = isOpen && refuseStep(editor, 'send-back', contributors.map((one) => one.id)) === null;
  return (
    <>
      {state === 'approved' && (
        <p className="mb-8"><a href={changesetPath(id, 'publish')} className={MAIN_BUTTON}>Go on to publishing</a></p>
      )}
      <Decide
        person={editor.id} changesetId={id} seen={{ hash: review.hash, seq: review.seq }} maySendBack={mayReturn}
        notApproved={notApproved({ changeset, mode, blocks, editor })}
      />
      {isOwn(changeset, editor) && hasRole(editor, 'reviewer') && state === 'in-review' && mode === 'two-people' && (
        <p className="mt-8 max-w-3xl text-sm text-muted">
          It cannot wait and nobody else is there? <a href={`${changesetPath(id, 'publish')}?emergency=1`}>Publish it in an emergency</a>: with a reason that readers see until a second person has approved it.
        </p>
      )}
    </>
  );
}

function isOwn({ contributors }: ReviewPage['changeset'], editor: Editor): boolean {
  return contributors.some(({ id }) => id === editor.id);
}

function notApproved({ changeset, mode, blocks, editor }: Pick<ReviewPage, 'changeset' | 'mode'> & { blocks: number; editor: Editor }): string | null {
  if (changeset.state === 'draft') return 'It has not been handed in yet: whoever works on it submits it when it is done.';
  if (changeset.state === 'approved') return `${changeset.approver?.name ?? 'A reviewer'} has approved what is shown here.`;
  const right = refuseStep(editor, 'approve', changeset.contributors.map((one) => one.id), mode);
  if (right === 'not-allowed') return 'Approving takes a reviewer.';
  if (right === 'own-changeset') return 'You wrote in it yourself: another reviewer has to approve it.';
  return blocks > 0 ? 'It cannot be approved while something stands against publishing it.' : null;
}
