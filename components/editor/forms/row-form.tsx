'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { changedFields } from '@/domain/correction';
import { CITED_KINDS, type Change, type CitationDraft, type DraftRow, type RowContents } from '@/domain/draft';
import { freeId, isRowId } from '@/domain/row-id';
import { KIND_NAMES } from '@/domain/row-kinds';
import { fieldLabel } from '@/components/layout/correction-fields';
import { rowPath } from '@/lib/inputs/desk-links';
import { MAIN_BUTTON } from '../buttons';
import { CitationsField } from '../citations-field';
import { KeptOffer } from '../kept-offer';
import { announceSource, type CitableSource } from '../new-sources';
import { SaveNotice } from '../save-notice';
import { useKept } from '../use-kept';
import { useSaveRows } from '../use-save-rows';
import { ChangeChoice } from './change-choice';
import { Differences } from './differences';
import { Field } from './field';
import { FieldFrame } from './field-frame';
import type { Typed } from './field-spec';
import type { FormPublished, FormStart, FormStock } from './form-props';
import { announceRow, useNewRows } from './new-rows';
import { BOX } from './look';
import { proposeId } from './propose-id';
import { fieldsOf, ROW_FIELDS, type FormKind } from './row-fields';
import type { LookStock } from './row-look';
import { SeriesTwin } from './series-twin';
import { SourceStart } from './source-start';
import { ArchiveLinks } from './archive-links';
import { linkChoices } from './link-choices';
import { readTyped, toTyped, type Faults } from './typed-content';

// What draws charts and maps comes after the fields, which do not wait for it.
const RowLook = dynamic(() => import('./row-look').then((module) => module.RowLook), { ssr: false, loading: () => <p className="text-sm text-muted">Drawing…</p> });

interface RowFormProps {
  readonly kind: FormKind;
  readonly changesetId: string;
  readonly person: string;
  readonly start: FormStart;
  readonly published: FormPublished | null;
  readonly stock: FormStock;
  readonly look: LookStock;
  readonly sources: readonly CitableSource[];
  /** Why nothing can be saved here, or null. */
  readonly closed: string | null;
}

/** All that is typed, with the version it was made from. */
interface State {
  readonly revision: number | null;
  readonly id: string;
  readonly hasOwnId: boolean;
  readonly typed: Typed;
  readonly change: Change;
  readonly changeNote: string;
  readonly citations: readonly CitationDraft[];
}

/** The form of one row of any kind that has one: what is typed is checked by the schema of the server, kept, and saved as a draft. */
export function RowForm({ kind, changesetId, person, start, published, stock, look, sources, closed }: RowFormProps) {
  const router = useRouter();
  const isNew = start.revision === null;
  const first = useMemo<State>(() => ({
    revision: start.revision, id: start.id, hasOwnId: !isNew, typed: toTyped(kind, start.content), change: start.change, changeNote: start.changeNote, citations: start.citations,
  }), [isNew, kind, start]);
  const kept = useKept<State>(person, `${changesetId}:${kind}:${isNew ? 'new' : start.id}`, first);
  const { value: state, set } = kept;
  const [faults, setFaults] = useState<Faults>({});
  const [attempts, setAttempts] = useState(0);
  const [addedRows, setAddedRows] = useState<FormStock['rows']>({});
  const form = useRef<HTMLFormElement>(null);
  const takenIds = useMemo(() => new Set(stock.takenIds), [stock.takenIds]);
  const id = isNew && !state.hasOwnId ? freeId(proposeId(kind, state.typed), takenIds) : state.id;
  const isWithdrawal = state.change === 'withdraw';
  const isLocked = closed !== null || isWithdrawal;
  const saving = useSaveRows({
    changesetId,
    onSaved: ([saved], [row]) => {
      kept.forget();
      if (saved === undefined || row === undefined) return;
      if (row.kind === 'source') announceSource({ id: row.id, ...row.content });
      announceRow(row);
      router.replace(`${rowPath(changesetId, kind, saved.id)}?saved=${saved.revision}`);
      router.refresh();
    },
    onTheirs: (theirs) => {
      kept.forget();
      if (theirs === null) return router.replace(rowPath(changesetId, kind, 'new'));
      set({ ...state, revision: theirs.revision, typed: toTyped(kind, theirs.content as RowContents[FormKind]), change: theirs.change, changeNote: theirs.changeNote ?? '', citations: theirs.citations });
    },
  });

  useNewRows((row) => setAddedRows((before) => ({ ...before, [row.kind]: [{ id: row.id, label: row.label }, ...(before[row.kind] ?? []).filter((one) => one.id !== row.id)] })));

  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault] input, [data-fault] select')?.focus();
  }, [attempts]);

  const isUncited = CITED_KINDS.includes(kind) && state.citations.length === 0 && !isWithdrawal;
  const read = useMemo(() => readTyped(kind, state.typed), [kind, state.typed]);
  const stockedRows = useMemo(() => merged(stock.rows, addedRows), [stock.rows, addedRows]);
  const shownContent = isWithdrawal && published !== null ? published.content : read.ok ? read.content : null;
  const saysOf = (name: string) => faults[name] ?? saving.troubles.find(({ field }) => field === name)?.message;

  function type(changes: Typed) {
    set((before) => ({ ...before, typed: { ...before.typed, ...linkChoices(kind, before.typed, changes, stock) } }));
    if (Object.keys(faults).length === 0) return;
    setFaults((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in changes))));
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const found: Record<string, string> = isWithdrawal || read.ok ? {} : { ...read.faults };
    if (isNew && !isRowId(id)) found.id = id === '' ? 'Write an id: nothing that is typed gives one.' : 'Use lower-case letters, digits and single hyphens.';
    if (isNew && takenIds.has(id)) found.id = 'Another row has this id. Add a word to it.';
    if ((state.change === 'correct' || isWithdrawal) && state.changeNote.trim() === '') found.changeNote = 'Say why: readers see it.';
    setFaults(found);
    setAttempts(attempts + 1);
    const content = isWithdrawal ? published?.content : read.ok ? read.content : undefined;
    if (Object.keys(found).length > 0 || content === undefined) return;
    const note = state.changeNote.trim();
    const citations = isWithdrawal ? published?.citations ?? [] : state.citations;
    const row = { kind, id, change: state.change, changeNote: note === '' ? null : note, content, citations: kind === 'source' ? [] : citations, expectedRevision: state.revision };
    // Kind and content belong together by the props, which the compiler cannot follow.
    await saving.save([row as unknown as DraftRow]);
  }

  const count = Object.keys(faults).length;
  return (
    <form ref={form} onSubmit={(event) => void save(event)} noValidate className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]" lang="en">
      <div className="flex min-w-0 flex-col gap-8">
        <KeptOffer kept={kept} />
        {kind === 'source' && <SourceStart typed={state.typed} id={isNew ? null : id} changesetId={changesetId} known={stock.knownSources} isLocked={isLocked} onRead={type} />}
        {kind === 'series' && <SeriesTwin typed={state.typed} id={isNew ? null : id} changesetId={changesetId} known={stock.knownSeries} />}
        {ROW_FIELDS[kind].map(({ title, fields }) => (
          <section key={title} aria-label={title} className="flex flex-col gap-5">
            <h2 className="border-b border-rule pb-1 text-xl">{title}</h2>
            {fields.map((field) => (
              <div key={field.name}>
                <Field
                  field={field} typed={state.typed} fault={saysOf(field.name)} isLocked={isLocked} suggestions={stock.suggestions} rows={stockedRows}
                  newHref={(other) => rowPath(changesetId, other as FormKind, 'new')} onType={type}
                />
                {field.name === 'archiveUrl' && <ArchiveLinks archiveUrl={String(state.typed.archiveUrl ?? '')} url={String(state.typed.url ?? '')} />}
              </div>
            ))}
          </section>
        ))}
        {isNew && (
          <FieldFrame id="field-id" label="Id" help="Made from what you type; part of addresses, and fixed once it is saved." fault={saysOf('id')}>
            <input
              id="field-id" value={id} disabled={isLocked} autoComplete="off" spellCheck={false} aria-invalid={saysOf('id') !== undefined || undefined} aria-describedby="field-id-help"
              onChange={(event) => set({ ...state, id: event.target.value.trim().toLowerCase(), hasOwnId: event.target.value !== '' })} className={`${BOX} font-mono text-sm`} dir="ltr"
            />
          </FieldFrame>
        )}
        {kind !== 'source' && !isWithdrawal && (
          <section aria-labelledby="sources-title" className="flex flex-col gap-4">
            <h2 id="sources-title" className="border-b border-rule pb-1 text-xl">Sources</h2>
            <CitationsField
              changesetId={changesetId} value={state.citations} sources={sources} troubles={saving.troubles} legend={CITED_KINDS.includes(kind) ? 'Which documents say it' : 'Which documents say it, if any'}
              onChange={(citations) => set({ ...state, citations })}
            />
            {isUncited && <p className="text-sm text-muted">It can be saved without one, and cannot be published without one.</p>}
          </section>
        )}
        <ChangeChoice
          change={state.change} note={state.changeNote} isNew={published === null} isLocked={closed !== null} fault={saysOf('changeNote')}
          onChange={(change, changeNote) => set({ ...state, change, changeNote })}
        />
        <div className="sticky bottom-0 z-10 -mx-1 flex flex-col gap-3 border-t border-rule bg-paper px-1 py-3">
          <SaveNotice saving={saving} />
          {count > 0 && <p role="alert" className="text-sm font-medium text-accent-strong">{count === 1 ? 'One field needs another look' : `${count} fields need another look`}: what to do stands beside {count === 1 ? 'it' : 'each'}. Nothing was saved yet.</p>}
          <div className="flex flex-wrap items-center gap-4">
            <button type="submit" disabled={closed !== null || saving.isSaving} className={MAIN_BUTTON}>{saving.isSaving ? 'Saving…' : labelOfSave(kind, state.change)}</button>
            <span className="text-sm text-muted">{closed ?? 'It becomes a draft in this changeset; readers see nothing before it is published.'}</span>
          </div>
        </div>
      </div>
      <aside className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto" tabIndex={0} role="region" aria-label="How readers will see it">
        <section aria-labelledby="look-title">
          <h2 id="look-title" className="mb-3 border-b border-rule pb-1 text-xl">As readers will see it</h2>
          {shownContent === null
            ? <p className="text-sm text-muted">It is shown here as soon as the fields that must be filled in are.</p>
            : <div className={isWithdrawal ? 'line-through decoration-accent' : undefined}><RowLook kind={kind} id={id} content={shownContent} citations={state.citations} stock={look} /></div>}
        </section>
        {published !== null && shownContent !== null && (
          <Differences fields={changedFields({ change: published.isWithdrawn ? 'withdraw' : 'update', content: published.content }, { change: state.change, content: ordered(published.content, shownContent) as never })} labelOf={labelOf(kind)} />
        )}
      </aside>
    </form>
  );
}

function labelOfSave(kind: FormKind, change: Change): string {
  const { one } = KIND_NAMES[kind];
  return change === 'withdraw' ? `Save the withdrawal` : change === 'correct' ? 'Save the correction' : `Save the ${one}`;
}

function labelOf(kind: FormKind): (name: string) => string {
  const labels = new Map(fieldsOf(kind).map(({ name, label }) => [name, label]));
  return (name) => labels.get(name) ?? fieldLabel(name);
}

/** A content with its fields in the order of the stored one. */
function ordered(stored: object, content: object): object {
  const given = content as Record<string, unknown>;
  return Object.fromEntries(Object.keys(stored).map((name) => [name, given[name] ?? null]));
}

function merged(rows: FormStock['rows'], added: FormStock['rows']): FormStock['rows'] {
  const kinds = new Set([...Object.keys(rows), ...Object.keys(added)]);
  return Object.fromEntries([...kinds].map((kind) => [kind, [...(added[kind] ?? []).filter(({ id }) => !(rows[kind] ?? []).some((one) => one.id === id)), ...(rows[kind] ?? [])]]));
}
