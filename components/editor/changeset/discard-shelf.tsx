'use client';

import { useRouter } from 'next/navigation';
import { createContext, use, useState, type ReactNode } from 'react';
import type { RowKind } from '@/domain/release';
import { draftOf } from '@/lib/inputs/draft-of';
import { SMALL_BUTTON } from '../buttons';
import { postJson } from '../post-json';
import type { SavedRow, VersionSeen } from '../use-save-rows';

interface Discarded {
  readonly draft: VersionSeen;
  /** The published revision beneath it; null where there is none. */
  readonly standing: number | null;
  readonly title: string;
}

type Discard = (row: { readonly kind: RowKind; readonly id: string; readonly revision: number }, title: string) => Promise<void>;

const DiscardContext = createContext<Discard | null>(null);

/** How a row of the list is thrown away; null outside a shelf. */
export function useDiscard(): Discard | null {
  return use(DiscardContext);
}

/** What was thrown away lies here until the page is left: one press saves it once more. */
export function DiscardShelf({ changesetId, children }: { readonly changesetId: string; readonly children: ReactNode }) {
  const router = useRouter();
  const [shelf, setShelf] = useState<readonly Discarded[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const path = `/api/admin/changesets/${changesetId}`;

  const discard: Discard = async ({ kind, id, revision }, title) => {
    setProblem(null);
    const answer = await postJson<Omit<Discarded, 'title'>>(`${path}/discard`, { kind, rowId: id, expectedRevision: revision });
    if (answer.ok) setShelf((before) => [{ ...answer.data, title }, ...before]);
    else setProblem(answer.problem.code === 'version-stale' ? `“${title}” was changed meanwhile. Look at it once more before you throw it away.` : answer.problem.title);
    router.refresh();
  };

  const bringBack = async (one: Discarded) => {
    setProblem(null);
    const answer = await postJson<{ rows: readonly SavedRow[] }>(`${path}/rows`, { rows: [{ ...draftOf(one.draft), expectedRevision: one.standing }] });
    if (answer.ok) setShelf((before) => before.filter((other) => other !== one));
    else setProblem(answer.problem.title);
    router.refresh();
  };

  return (
    <DiscardContext value={discard}>
      <div aria-live="polite">
        {shelf.map((one) => (
          <p key={`${one.draft.kind} ${one.draft.id} ${one.draft.revision}`} className="mb-3 flex flex-wrap items-center justify-between gap-3 border-s-4 border-rule-strong bg-sunk px-4 py-2">
            <span className="[overflow-wrap:anywhere]">Thrown away: {one.title}</span>
            <button type="button" className={SMALL_BUTTON} onClick={() => void bringBack(one)}>Bring it back</button>
          </p>
        ))}
      </div>
      {problem !== null && <p role="alert" className="mb-3 border-s-4 border-accent bg-accent-wash px-4 py-2">{problem}</p>}
      {children}
    </DiscardContext>
  );
}
