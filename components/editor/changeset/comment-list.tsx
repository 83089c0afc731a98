import { ResolveComment } from './resolve-comment';

/** A comment as it is shown; instants are ISO texts. */
export interface ShownComment {
  readonly id: string;
  readonly text: string;
  readonly author: { readonly name: string };
  readonly writtenAt: string;
  readonly resolved: { readonly by: { readonly name: string } } | null;
}

interface CommentListProps {
  readonly changesetId: string;
  readonly comments: readonly ShownComment[];
  readonly momentLabel: (iso: string) => string;
  /** False once the changeset is published or abandoned: what was said stands. */
  readonly isOpen: boolean;
}

/** What was said, oldest first; what is settled is folded away. */
export function CommentList({ changesetId, comments, momentLabel, isOpen }: CommentListProps) {
  const settled = comments.filter(({ resolved }) => resolved !== null);
  const item = (comment: ShownComment) => (
    <li key={comment.id} className="border-s-2 border-accent ps-3">
      <p className="text-sm text-muted">
        <span className="font-medium text-ink">{comment.author.name}</span>, {momentLabel(comment.writtenAt)}
        {comment.resolved !== null && <> · settled by {comment.resolved.by.name}</>}
      </p>
      <p className="max-w-prose [overflow-wrap:anywhere] whitespace-pre-line">{comment.text}</p>
      {isOpen && <ResolveComment changesetId={changesetId} commentId={comment.id} isResolved={comment.resolved !== null} />}
    </li>
  );
  if (comments.length === 0) return null;
  return (
    <>
      <ul className="mt-3 space-y-3">{comments.filter(({ resolved }) => resolved === null).map(item)}</ul>
      {settled.length > 0 && (
        <details className="mt-2">
          <summary className="w-fit py-1 text-sm text-muted hover:text-ink">{settled.length === 1 ? 'One settled comment' : `${settled.length} settled comments`}</summary>
          <ul className="mt-1 space-y-3">{settled.map(item)}</ul>
        </details>
      )}
    </>
  );
}
