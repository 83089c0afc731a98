'use client';

import { useState } from 'react';
import type { RowKind } from '@/domain/release';
import { SMALL_BUTTON } from '../buttons';
import { CommentForm } from './comment-form';
import { useDiscard } from './discard-shelf';

interface RowToolsProps {
  readonly changesetId: string;
  readonly person: string;
  readonly row: { readonly kind: RowKind; readonly id: string; readonly revision: number };
  readonly title: string;
  /** Where the row is written. */
  readonly editHref: string;
  /** False for whoever has no hand in the changeset: he may still comment. */
  readonly canEdit: boolean;
}

/** What can be done with one drafted row. */
export function RowTools({ changesetId, person, row, title, editHref, canEdit }: RowToolsProps) {
  const discard = useDiscard();
  const [isBusy, setBusy] = useState(false);
  const [isSpeaking, setSpeaking] = useState(false);
  const named = <span className="sr-only"> {title}</span>;
  return (
    <>
      <div className="mt-2 flex flex-wrap gap-2">
        {canEdit && <a href={editHref} className={SMALL_BUTTON}>Edit{named}</a>}
        {canEdit && discard !== null && (
          <button
            type="button" className={SMALL_BUTTON} disabled={isBusy}
            onClick={() => {
              setBusy(true);
              void discard(row, title).finally(() => setBusy(false));
            }}
          >
            Throw away{named}
          </button>
        )}
        <button type="button" className={SMALL_BUTTON} aria-expanded={isSpeaking} onClick={() => setSpeaking(!isSpeaking)}>Comment{' '}<span className="sr-only">on {title}</span></button>
      </div>
      {isSpeaking && <CommentForm changesetId={changesetId} person={person} row={row} onSaid={() => setSpeaking(false)} />}
    </>
  );
}
