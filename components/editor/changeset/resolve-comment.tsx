'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { postJson, type Problem } from '../post-json';
import { ProblemText } from '../problem-text';

interface ResolveCommentProps {
  readonly changesetId: string;
  readonly commentId: string;
  readonly isResolved: boolean;
}

/** Settles a comment, or opens it again. */
export function ResolveComment({ changesetId, commentId, isResolved }: ResolveCommentProps) {
  const router = useRouter();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const change = async () => {
    setBusy(true);
    const answer = await postJson(`/api/admin/changesets/${changesetId}/comments/resolve`, { commentId, isResolved: !isResolved });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) router.refresh();
  };
  return (
    <>
      <button type="button" disabled={isBusy} onClick={() => void change()} className="min-h-8 text-sm text-muted underline underline-offset-2 hover:text-accent">
        {isResolved ? 'Open it again' : 'Mark as settled'}
      </button>
      {problem !== null && <ProblemText problem={problem} />}
    </>
  );
}
