'use client';

import type { BuilderStock } from '@/domain/chart/builder-stock';
import { idFrom } from '@/domain/row-id';
import type { ChartForm, FormFaults } from './chart-form';
import { describedBy, FieldFrame } from '../forms/field-frame';
import { BOX } from '../forms/look';

interface WordsProps {
  readonly form: ChartForm;
  readonly faults: FormFaults;
  /** What the chart says of itself; null before it is drawn. */
  readonly computedAltText: string | null;
  /** What is read out in the end: the editor's words and what fits of the computed ones. */
  readonly wholeAltText: string | null;
  readonly onChange: (changes: Partial<ChartForm>) => void;
}

type Word = 'title' | 'subtitle' | 'description' | 'countingRule' | 'altText' | 'slug';

/** Everything of a chart that is said in words. */
export function WordsFields({ form, faults, computedAltText, wholeAltText, onChange }: WordsProps) {
  const box = (id: Word, rows: number, help?: string) => ({
    id, value: form[id], 'aria-invalid': faults[id] !== undefined || undefined, 'aria-describedby': describedBy(id, help, faults[id]), className: BOX, dir: 'auto' as const,
    ...(rows > 1 && { rows }), onChange: (event: { target: { value: string } }) => onChange({ [id]: event.target.value }),
  });
  const rule = 'One sentence that stands on the chart itself: who counts, what is counted and what is not.';
  const alt = 'Required. The chart says its figures by itself, below: write only what it lacks.';
  return (
    <>
      <FieldFrame id="title" label="Title" help={`${form.title.length} of 80 letters.`} fault={faults.title}><input {...box('title', 1, 'x')} /></FieldFrame>
      <FieldFrame id="subtitle" label="Subtitle" help={`What, where and when, in one line: ${form.subtitle.length} of 160 letters.`} fault={faults.subtitle}><textarea {...box('subtitle', 2, 'x')} /></FieldFrame>
      <FieldFrame id="description" label="Description" help="For lists, search and whoever finds the chart elsewhere." fault={faults.description}><textarea {...box('description', 3, 'x')} /></FieldFrame>
      <FieldFrame id="countingRule" label="What is counted" help={rule} fault={faults.countingRule}><textarea {...box('countingRule', 3, rule)} /></FieldFrame>
      <FieldFrame id="altText" label="Alt text" help={alt} fault={faults.altText}><textarea {...box('altText', 3, alt)} /></FieldFrame>
      {computedAltText !== null && (
        <dl className="flex flex-col gap-2 border-s-4 border-rule ps-3 text-sm">
          <div><dt className="font-medium">The chart says of itself</dt><dd className="text-muted" data-alt="computed">{computedAltText}</dd></div>
          {form.altText.trim() !== '' && wholeAltText !== null && <div><dt className="font-medium">Read out in the end, sixty words at most</dt><dd data-alt="whole">{wholeAltText}</dd></div>}
        </dl>
      )}
      <FieldFrame id="slug" label="Address" help={`/charts/${form.slug === '' ? '…' : form.slug}. A former address goes on leading to the chart.`} fault={faults.slug}>
        <span className="flex gap-2">
          <input {...box('slug', 1, 'x')} dir="ltr" autoComplete="off" spellCheck={false} />
          {form.slug === '' && form.title !== '' && <button type="button" className="shrink-0 text-sm underline" onClick={() => onChange({ slug: idFrom(form.title) })}>from the title</button>}
        </span>
      </FieldFrame>
    </>
  );
}

/** Where the chart stands among the charts, with its neighbours. */
export function PositionField({ form, charts, ownId, fault, onChange }: { readonly form: ChartForm; readonly charts: BuilderStock['charts']; readonly ownId: string | null; readonly fault?: string; readonly onChange: WordsProps['onChange'] }) {
  const others = charts.filter(({ id }) => id !== ownId);
  const before = others.findLast(({ position }) => position <= form.position);
  const after = others.find(({ position }) => position > form.position);
  return (
    <FieldFrame id="position" label="Place among the charts" fault={fault} help={`${before === undefined ? 'First' : `After ${before.position}, ${before.title}`}${after === undefined ? ', last.' : `; before ${after.position}, ${after.title}.`}`}>
      <input
        id="position" type="number" min={1} step={1} value={form.position} aria-describedby={describedBy('position', 'x', fault)} className={`${BOX} max-w-28 tabular-nums`}
        onChange={(event) => onChange({ position: Math.max(1, Math.round(Number(event.target.value) || 1)) })}
      />
    </FieldFrame>
  );
}
