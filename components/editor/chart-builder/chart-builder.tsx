'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { BuilderStock } from '@/domain/chart/builder-stock';
import type { Change, CitationDraft, DraftRowOf, RowContents } from '@/domain/draft';
import { freeId, idFrom } from '@/domain/row-id';
import { rowPath } from '@/lib/inputs/desk-links';
import { MAIN_BUTTON } from '../buttons';
import { ChangeChoice } from '../forms/change-choice';
import { KeptOffer } from '../kept-offer';
import { SaveNotice } from '../save-notice';
import { useKept } from '../use-kept';
import { useLatestAnswer } from '../use-latest-answer';
import { useSaveRows } from '../use-save-rows';
import { type ChartForm, contentOf, faultsOf, type FormFaults, formOf } from './chart-form';
import type { ThemeTokens } from './chart-preview';
import { FormPart } from './form-part';
import { KindChoice } from './kind-choice';
import type { PreviewAnswer, Show } from './preview-answer';
import { SubjectFields } from './subject-fields';
import { PositionField, WordsFields } from './words-fields';

// The drawings come after the fields, which do not wait for them.
const ChartPreview = dynamic(() => import('./chart-preview').then((module) => module.ChartPreview), { ssr: false, loading: () => <p className="text-sm text-muted">Drawing…</p> });

/** A chart with the version that it was made from. */
export interface ChartState {
  /** Null for a new chart. */
  readonly revision: number | null;
  readonly form: ChartForm;
  readonly change: Change;
  readonly changeNote: string;
  readonly citations: readonly CitationDraft[];
}

interface ChartBuilderProps {
  readonly changesetId: string;
  readonly person: string;
  /** Null for a new chart. */
  readonly rowId: string | null;
  readonly start: ChartState;
  /** What is published; null where nothing is. */
  readonly published: RowContents['chart'] | null;
  readonly stock: BuilderStock;
  readonly tokens: ThemeTokens;
  /** Why nothing can be saved here, or null. */
  readonly closed: string | null;
}

/** A chart, chosen and worded beside its preview; what is typed is kept, and saved as a draft. */
export function ChartBuilder({ changesetId, person, rowId, start, published, stock, tokens, closed }: ChartBuilderProps) {
  const router = useRouter();
  const kept = useKept<ChartState>(person, `${changesetId}:chart:${rowId ?? 'new'}`, start);
  const { value: state, set } = kept;
  const { form } = state;
  const [show, setShow] = useState<Show>('interactive');
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [faults, setFaults] = useState<FormFaults>({});
  const [attempts, setAttempts] = useState(0);
  const place = useRef<HTMLFormElement>(null);
  const content = useMemo(() => contentOf(form), [form]);
  const shown = show === 'embed' || show === 'card' ? show : 'drawing';
  const preview = useLatestAnswer<PreviewAnswer>(
    `/api/admin/changesets/${encodeURIComponent(changesetId)}/preview-chart`,
    isBegun(form) ? { definition: content, show: shown, ...(shown === 'embed' && { theme }) } : null,
  );
  const saving = useSaveRows({
    changesetId,
    onSaved: ([saved]) => {
      kept.forget();
      if (saved === undefined) return;
      router.replace(`${rowPath(changesetId, 'chart', saved.id)}?saved=${saved.revision}`);
      router.refresh();
    },
    onTheirs: (theirs) => {
      kept.forget();
      if (theirs === null || theirs.kind !== 'chart') return router.replace(rowPath(changesetId, 'chart', 'new'));
      set({ revision: theirs.revision, form: formOf(theirs.content), change: theirs.change, changeNote: theirs.changeNote ?? '', citations: theirs.citations });
    },
  });

  useEffect(() => {
    if (attempts > 0) place.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault] input, [data-fault] select')?.focus();
  }, [attempts]);

  const others = stock.charts.filter(({ id }) => id !== rowId);
  const { problem } = preview;
  const said: FormFaults = { ...troubleFaults(saving.troubles), ...(typeof problem?.field === 'string' && { [problem.field]: problem.title }), ...faults };

  function change(changes: Partial<ChartForm>) {
    set((before) => ({ ...before, form: { ...before.form, ...changes } }));
    setFaults((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in changes))));
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const isWithdrawal = state.change === 'withdraw';
    const needsReason = isWithdrawal || state.change === 'correct';
    const note = state.changeNote.trim();
    const found = { ...(isWithdrawal ? {} : faultsOf(form, others.map(({ slug }) => slug))), ...(needsReason && note === '' && { changeNote: 'Say why: readers see it.' }) };
    setFaults(found);
    setAttempts(attempts + 1);
    if (Object.keys(found).length > 0) return;
    const id = rowId ?? freeId(idFrom(form.slug), new Set(others.map((chart) => chart.id)));
    const row: DraftRowOf<'chart'> = {
      kind: 'chart', id, change: state.change, changeNote: note === '' ? null : note, content: isWithdrawal && published !== null ? published : content,
      citations: state.citations, expectedRevision: state.revision,
    };
    await saving.save([row]);
  }

  const count = Object.keys(faults).length;
  return (
    <div className="grid gap-x-8 gap-y-8 xl:grid-cols-[minmax(0,25rem)_minmax(0,1fr)]">
      <form ref={place} onSubmit={(event) => void save(event)} noValidate className="flex min-w-0 flex-col gap-8">
        <KeptOffer kept={kept} />
        <FormPart id="kind-title" title="Kind"><KindChoice value={form.kind} charts={stock.charts} onChange={(kind) => change({ kind })} /></FormPart>
        <FormPart id="subject-title" title="What it shows"><SubjectFields form={form} stock={stock} faults={said} onChange={change} /></FormPart>
        <FormPart id="words-title" title="Words">
          <WordsFields form={form} faults={said} computedAltText={preview.data?.computedAltText ?? null} wholeAltText={preview.data?.model.altText ?? null} onChange={change} />
          <PositionField form={form} charts={stock.charts} ownId={rowId} fault={said.position} onChange={change} />
        </FormPart>
        <ChangeChoice
          change={state.change} note={state.changeNote} isNew={published === null} isLocked={closed !== null} fault={said.changeNote}
          onChange={(kind, changeNote) => set((before) => ({ ...before, change: kind, changeNote }))}
        />
        <div className="sticky bottom-0 z-10 flex flex-col gap-3 border-t border-rule bg-paper py-3">
          <SaveNotice saving={saving} />
          {count > 0 && <p role="alert" className="text-sm font-medium text-accent-strong">{count === 1 ? 'One field needs another look' : `${count} fields need another look`}. Nothing was saved yet.</p>}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <button type="submit" disabled={closed !== null || saving.isSaving} className={MAIN_BUTTON}>{saving.isSaving ? 'Saving …' : saveWords(state.change)}</button>
            <a href="#preview" className="text-sm xl:hidden">To the preview</a>
            <span className="text-sm text-muted">{closed ?? 'It becomes a draft; readers see nothing before it is published.'}</span>
          </div>
        </div>
      </form>
      <section id="preview" aria-labelledby="preview-title" className="min-w-0 scroll-mt-4 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:self-start xl:overflow-y-auto">
        <h2 id="preview-title" className="mb-3 border-t border-rule-strong pt-3 font-serif text-xl font-semibold">As readers will see it</h2>
        <ChartPreview
          answer={preview.data} turn={preview.turn} problem={problem} isWaiting={preview.isWaiting} tokens={tokens} show={show} theme={theme} onShow={setShow} onTheme={setTheme}
        />
      </section>
    </div>
  );
}

/** Whether there is anything to draw. */
function isBegun(form: ChartForm): boolean {
  switch (form.kind) {
    case 'periods': return form.seriesIds.length > 0;
    case 'year-to-date': return form.seriesIds.length > 0 && form.years.length > 0;
    case 'closures':
    case 'closed-days': return form.crossingIds.length > 0 && form.from !== '' && form.to !== '';
    case 'claims': return form.incidentId !== '' && form.measures.length > 0;
    case 'map': return form.crossingIds.length > 0;
  }
}

/** What the ledger refused, by the field of the form: `options.seriesIds.0` is said beside the series. */
function troubleFaults(troubles: readonly { readonly field: string | null; readonly message: string }[]): FormFaults {
  return Object.fromEntries(troubles.flatMap(({ field, message }) => {
    const name = field?.split('.').findLast((part) => !/^\d+$/.test(part) && part !== 'options');
    return name === undefined ? [] : [[name, message]];
  }));
}

function saveWords(change: Change): string {
  return change === 'withdraw' ? 'Save the withdrawal' : change === 'correct' ? 'Save the correction' : 'Save the chart';
}
