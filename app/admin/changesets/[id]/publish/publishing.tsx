import { PublishForm } from '@/components/review/publish-form';
import { hasRole, type Editor } from '@/domain/editor';
import { draftNote } from '@/domain/review/note-draft';
import { changesetPath } from '@/lib/inputs/desk-links';
import type { Schedule } from '@/db/queries/find-schedules';
import type { ReviewPage } from '@/lib/review/review-page';

interface PublishingProps {
  readonly page: ReviewPage;
  readonly work: NonNullable<ReviewPage['work']>;
  readonly editor: Editor;
  readonly waiting: Schedule | null;
  /** He asked to publish his own because it cannot wait. */
  readonly wantsEmergency: boolean;
}

/** The form where this person may publish, or why he may not. */
export function Publishing({ page: { changeset }, work: { review, checklist }, editor, waiting, wantsEmergency }: PublishingProps) {
  const { id, name, state, contributors } = changeset;
  const isOwn = contributors.some((one) => one.id === editor.id);
  const isEmergency = wantsEmergency && isOwn && state === 'in-review';
  const obstacle = sayObstacle(state, hasRole(editor, 'reviewer'), isEmergency);
  if (obstacle !== null) return <p className="max-w-prose">{obstacle} <a href={changesetPath(id, 'review')}>Review</a></p>;
  const start = waiting === null ? { title: name, note: draftNote(review.seen?.changes ?? []) } : { title: waiting.title, note: waiting.note };
  return (
    <>
      {checklist.blocks.length > 0 && (
        <p role="note" className="mb-6 border-s-4 border-accent bg-accent-wash px-4 py-3">
          {checklist.blocks.length === 1 ? 'One thing stands' : `${checklist.blocks.length} things stand`} against publishing: <a href={`${changesetPath(id, 'review')}#checklist`}>the checklist</a> names
          {checklist.blocks.length === 1 ? ' it' : ' them'}.
        </p>
      )}
      <PublishForm person={editor.id} changesetId={id} start={start} dueAt={waiting?.dueAt ?? null} isEmergency={isEmergency} />
    </>
  );
}

function sayObstacle(state: string, isReviewer: boolean, isEmergency: boolean): string | null {
  if (!isReviewer) return 'Publishing takes a reviewer.';
  if (isEmergency || state === 'approved') return null;
  return state === 'in-review' ? 'It has not been approved yet: a reviewer looks at it first.' : 'It is a draft: it is handed in, reviewed and approved before it can be published.';
}
