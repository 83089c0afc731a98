'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { BuilderStock } from '@/domain/chart/builder-stock';
import type { DraftRowOf, RowContents } from '@/domain/draft';
import { freeId, idFrom } from '@/domain/row-id';
import { checkSlots, freeName, type SlotCheck } from '@/domain/sentence-slots';
import type { TrialAnswer } from '@/domain/sentence-trial';
import { rowPath } from '@/lib/inputs/desk-links';
import { MAIN_BUTTON, SMALL_BUTTON } from '../buttons';
import { FormPart } from '../chart-builder/form-part';
import { ChangeChoice } from '../forms/change-choice';
import { describedBy, FieldFrame } from '../forms/field-frame';
import { KeptOffer } from '../kept-offer';
import { SaveNotice } from '../save-notice';
import { useKept } from '../use-kept';
import { useLatestAnswer } from '../use-latest-answer';
import { useSaveRows } from '../use-save-rows';
import { BindingFields } from './binding-fields';
import { ConditionFields } from './condition-fields';
import { PlacementFields } from './placement-fields';
import { blankBinding, contentOf, isWhole, renamed, type SentenceState, triedOf } from './sentence-draft';
import { SlotText } from './slot-text';
import { Tried } from './tried';

interface SentenceFormProps {
  readonly changesetId: string;
  readonly person: string;
  /** Null for a new sentence. */
  readonly rowId: string | null;
  readonly start: SentenceState;
  /** What is published; null where nothing is. */
  readonly published: RowContents['sentence'] | null;
  readonly stock: BuilderStock;
  /** Why nothing can be saved here, or null. */
  readonly closed: string | null;
}

const TEXT_HELP = 'Type { to put a number in. Its source comes with it.';

/** A sentence with its numbers, tried at once on everything; what is typed is kept, and saved as a draft. */
export function SentenceForm({ changesetId, person, rowId, start, published, stock, closed }: SentenceFormProps) {
  const router = useRouter();
  const kept = useKept<SentenceState>(person, `${changesetId}:sentence:${rowId ?? 'new'}`, start);
  const { value: state, set } = kept;
  const [days, setDays] = useState<readonly string[]>([]);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [attempts, setAttempts] = useState(0);
  const place = useRef<HTMLFormElement>(null);
  const tryPath = `/api/admin/changesets/${encodeURIComponent(changesetId)}/try-sentence`;
  const tried = useMemo(() => triedOf(state), [state]);
  const { data: trial, problem, isWaiting } = useLatestAnswer<TrialAnswer>(tryPath, tried.text === '' && tried.bindings.length === 0 ? null : { ...tried, days });
  const slots = useMemo(() => checkSlots(state), [state]);
  const saving = useSaveRows({
    changesetId,
    onSaved: ([saved]) => {
      kept.forget();
      if (saved === undefined) return;
      router.replace(`${rowPath(changesetId, 'sentence', saved.id)}?saved=${saved.revision}`);
      router.refresh();
    },
    onTheirs: (theirs) => {
      kept.forget();
      if (theirs === null || theirs.kind !== 'sentence') return router.replace(rowPath(changesetId, 'sentence', 'new'));
      set({ ...theirs.content, revision: theirs.revision, change: theirs.change, changeNote: theirs.changeNote ?? '', citations: theirs.citations });
    },
  });

  useEffect(() => {
    if (attempts > 0) place.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault] input, [data-fault] select')?.focus();
  }, [attempts]);

  const change = (changes: Partial<SentenceState>) => {
    set((before) => ({ ...before, ...changes }));
    setFaults({});
  };
  const textFault = faults.text ?? saving.troubles.find(({ field }) => field === 'text')?.message;
  const told = slotWords(slots);

  async function save(event: FormEvent) {
    event.preventDefault();
    const isWithdrawal = state.change === 'withdraw';
    const note = state.changeNote.trim();
    const found: Record<string, string> = isWithdrawal ? {} : { ...faultsOf(state, slots) };
    if ((isWithdrawal || state.change === 'correct') && note === '') found.changeNote = 'Say why: readers see it.';
    setFaults(found);
    setAttempts(attempts + 1);
    if (Object.keys(found).length > 0) return;
    const id = rowId ?? freeId(idFrom(state.placement, state.text.replace(/\{\w*\}/g, ' ').split(/\s+/).slice(0, 6).join(' ')), new Set(stock.sentences.map((one) => one.id)));
    const row: DraftRowOf<'sentence'> = {
      kind: 'sentence', id, change: state.change, changeNote: note === '' ? null : note, content: isWithdrawal && published !== null ? published : contentOf(state),
      citations: state.citations, expectedRevision: state.revision,
    };
    await saving.save([row]);
  }

  return (
    <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,34rem)]">
      <form ref={place} onSubmit={(event) => void save(event)} noValidate className="flex min-w-0 flex-col gap-8">
        <KeptOffer kept={kept} />
        <FormPart id="text-title" title="Text">
          <FieldFrame id="text" label="The sentence" help={TEXT_HELP} fault={textFault}>
            <SlotText
              id="text" value={state.text} isInvalid={textFault !== undefined} describedBy={describedBy('text', TEXT_HELP, textFault)} onChange={(text) => change({ text })}
              offers={state.bindings.map(({ name }) => ({ name, text: trial?.bindings.find((one) => one.name === name)?.text ?? null }))}
            />
          </FieldFrame>
          {told.length > 0 && <ul role="status" className="flex flex-col gap-1 text-sm text-accent-strong">{told.map((line) => <li key={line}>{line}</li>)}</ul>}
        </FormPart>
        <FormPart id="numbers-title" title="Its numbers">
          {state.bindings.map((binding, at) => (
            <BindingFields
              key={at} at={at} binding={binding} all={state.bindings} stock={stock} tryPath={tryPath}
              tried={trial?.bindings.find(({ name }) => name === binding.name) ?? null} isUnused={slots.unused.includes(binding.name)} fault={faults[`binding-${at}`]}
              onChange={(next) => change({ bindings: state.bindings.map((one, index) => (index === at ? next : one)) })}
              onRename={(name) => set((before) => renamed(before, at, name))}
              onRemove={() => change({ bindings: state.bindings.filter((_, index) => index !== at), conditions: state.conditions.filter((condition) => !('binding' in condition && condition.binding === binding.name)) })}
            />
          ))}
          <div className="flex flex-wrap gap-2">
            <button type="button" className={SMALL_BUTTON} onClick={() => change({ bindings: [...state.bindings, blankBinding('cell', freeName(slots.unfilled[0] ?? 'number', state.bindings.map(({ name }) => name)))] })}>Add a number</button>
          </div>
        </FormPart>
        <FormPart id="condition-title" title="Shown while"><ConditionFields bindings={state.bindings} conditions={state.conditions} onChange={(conditions) => change({ conditions })} /></FormPart>
        <FormPart id="place-title" title="Where it stands">
          <PlacementFields placement={state.placement} position={state.position} text={state.text} stock={stock} ownId={rowId} onChange={change} />
        </FormPart>
        <ChangeChoice
          change={state.change} note={state.changeNote} isNew={published === null} isLocked={closed !== null} fault={faults.changeNote}
          onChange={(kind, changeNote) => change({ change: kind, changeNote })}
        />
        <div className="sticky bottom-0 z-10 flex flex-col gap-3 border-t border-rule bg-paper py-3">
          <SaveNotice saving={saving} />
          {Object.keys(faults).length > 0 && <p role="alert" className="text-sm font-medium text-accent-strong">Something needs another look. Nothing was saved yet.</p>}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <button type="submit" disabled={closed !== null || saving.isSaving} className={MAIN_BUTTON}>{saving.isSaving ? 'Saving …' : state.change === 'withdraw' ? 'Save the withdrawal' : state.change === 'correct' ? 'Save the correction' : 'Save the sentence'}</button>
            <a href="#tried" className="text-sm xl:hidden">How it reads</a>
            <span className="text-sm text-muted">{closed ?? 'It becomes a draft; readers see nothing before it is published.'}</span>
          </div>
        </div>
      </form>
      <section id="tried" aria-labelledby="tried-title" className="min-w-0 scroll-mt-4 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:self-start xl:overflow-y-auto" tabIndex={0}>
        <h2 id="tried-title" className="mb-3 border-t border-rule-strong pt-3 font-serif text-xl font-semibold">How it reads</h2>
        <Tried trial={trial} problem={problem} isWaiting={isWaiting} days={days} onDays={setDays} onTake={(bindings) => change({ bindings })} />
      </section>
    </div>
  );
}

function slotWords({ unfilled, twice, hasLoneBrace }: SlotCheck): readonly string[] {
  return [
    ...unfilled.map((slot) => (slot === '' ? 'An empty pair of braces: name a number in it.' : `Nothing fills {${slot}} yet: add a number of that name.`)),
    ...twice.map((name) => `Two numbers are named ${name}.`),
    ...(hasLoneBrace ? ['A brace has no partner.'] : []),
  ];
}

function faultsOf(state: SentenceState, slots: SlotCheck): Readonly<Record<string, string>> {
  const unready = state.bindings.flatMap((binding, at) => (isWhole(binding) ? [] : [[`binding-${at}`, 'Choose all of it, or take it out.'] as const]));
  const text = state.text.trim() === '' ? 'Write the sentence.' : slotWords(slots)[0];
  return { ...Object.fromEntries(unready), ...(text !== undefined && { text }) };
}
