'use client';

import { Dialog } from '@base-ui/react/dialog';
import { changedFields } from '@/domain/correction';
import type { CitationDraft, DraftRow } from '@/domain/draft';
import { KIND_NAMES } from '@/domain/row-kinds';
import { fieldLabel } from '@/components/layout/correction-fields';
import { QUIET_BUTTON } from '@/components/ui/button-look';
import { MAIN_BUTTON } from './buttons';
import type { StaleRow } from './use-save-rows';

interface StaleVersionsProps {
  readonly stale: StaleRow;
  readonly isSaving: boolean;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

interface Difference {
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
  /** Null where the version both began with is gone. */
  readonly before: string | null;
}

/** Two people changed one row: both versions field by field, and the choice between them. */
export function StaleVersions({ stale, isSaving, onKeepMine, onTakeTheirs, onClose }: StaleVersionsProps) {
  const { mine, theirs, by } = stale;
  const differences = differencesOf(stale);
  const who = by?.name ?? 'Somebody';
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/45" />
        <Dialog.Popup className="fixed inset-0 z-50 m-auto flex max-h-dvh w-full max-w-4xl flex-col bg-paper text-ink shadow-float outline-none sm:h-fit sm:max-h-[calc(100dvh-3rem)] sm:w-[calc(100%-3rem)] sm:rounded-sm sm:border sm:border-rule sm:border-t-2 sm:border-t-accent">
          <header className="border-b border-rule px-5 py-4">
            <Dialog.Title className="text-2xl">{theirs === null ? 'Thrown away meanwhile' : 'Changed meanwhile'}</Dialog.Title>
            <Dialog.Description className="mt-1 max-w-prose text-muted">
              {theirs === null
                ? `The draft of this ${KIND_NAMES[mine.kind].one} was thrown away while you worked on it. Yours is kept here: saving it brings the row back.`
                : `${who} saved this ${KIND_NAMES[mine.kind].one}${by === null ? '' : ` ${momentOf(by.at)}`} while you worked on it. Yours is not lost: choose which of the two stands.`}
            </Dialog.Description>
          </header>
          <div className="min-h-0 grow overflow-y-auto px-5 py-4" tabIndex={0} role="region" aria-label="Both versions">
            {theirs !== null && <Differences differences={differences} who={who} />}
          </div>
          <footer className="flex flex-wrap items-center gap-3 border-t border-rule px-5 py-4">
            <button type="button" className={MAIN_BUTTON} disabled={isSaving} onClick={onKeepMine}>Save mine upon it</button>
            <button type="button" className={QUIET_BUTTON} disabled={isSaving} onClick={onTakeTheirs}>
              {theirs === null ? 'Let it go' : by === null ? 'Take the other' : `Take ${who}’s`}
            </button>
            <Dialog.Close className={`${QUIET_BUTTON} border-transparent`}>Go on writing</Dialog.Close>
            <p className="w-full text-sm text-muted">
              {theirs === null ? '' : 'Either way both versions stay in the audit.'}
            </p>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Differences({ differences, who }: { readonly differences: readonly Difference[]; readonly who: string }) {
  if (differences.length === 0) return <p>Both say the same: saving yours changes nothing.</p>;
  const hasBefore = differences.some(({ before }) => before !== null);
  return (
    <table className="w-full border-collapse text-start text-[0.9375rem]">
      <thead className="max-sm:sr-only">
        <tr className="text-sm text-muted">
          {['Field', 'Yours', who === 'Somebody' ? 'The other' : who, ...(hasBefore ? ['Before both'] : [])].map((head) => (
            <th key={head} scope="col" className="py-1 pe-4 text-start font-medium">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {differences.map(({ name, mine, theirs, before }) => (
          <tr key={name} className="border-t border-rule align-top max-sm:grid max-sm:py-2">
            <th scope="row" className="py-2 pe-4 text-start font-medium">{fieldLabel(name)}</th>
            <Said head="Yours" text={mine} isNew={mine !== before} />
            <Said head={who} text={theirs} isNew={theirs !== before} />
            {hasBefore && <Said head="Before both" text={before ?? ''} isNew={false} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Said({ head, text, isNew }: { readonly head: string; readonly text: string; readonly isNew: boolean }) {
  return (
    <td className={`py-2 pe-4 [overflow-wrap:anywhere] whitespace-pre-line max-sm:py-0.5 ${isNew ? 'font-semibold' : 'text-muted'}`}>
      <span className="text-sm font-normal text-muted sm:sr-only">{head}: </span>
      {text}
    </td>
  );
}

/** Only what differs between the two, printed as readers would see it. */
function differencesOf({ mine, theirs, base }: StaleRow): Difference[] {
  if (theirs === null) return [];
  const between = printed(theirs, mine);
  const since = base === null ? null : new Map(printed(base, mine).map(({ name, before }) => [name, before]));
  return between.map(({ name, before, after }) => ({ name, mine: after, theirs: before, before: since === null ? null : (since.get(name) ?? after) }));
}

function printed(from: DraftRow, to: DraftRow): readonly { readonly name: string; readonly before: string; readonly after: string }[] {
  const beside = (row: DraftRow) => ({ changeNote: row.changeNote, citations: row.citations.map(citationText).join('\n') });
  const [was, is] = [{ ...from.content, ...beside(from) }, { ...to.content, ...beside(to) }];
  // The printing asks nothing of a content but its fields.
  return changedFields({ change: from.change, content: was as never }, { change: to.change, content: is as never });
}

function citationText({ sourceId, locator, quote, paraphrase }: CitationDraft): string {
  return [sourceId, locator, quote === null ? null : `“${quote}”`, paraphrase].filter((part) => part !== null).join(', ');
}

/** `at 14:05`, or with the day where it was not today. */
function momentOf(iso: string): string {
  const at = new Date(iso);
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return at.toDateString() === new Date().toDateString() ? `at ${time}` : `on ${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })} at ${time}`;
}
