import type { BuilderStock } from '@/domain/chart/builder-stock';
import { FieldFrame } from '../forms/field-frame';
import { BOX } from '../forms/look';

interface PlacementProps {
  readonly placement: string;
  readonly position: number;
  readonly text: string;
  readonly stock: BuilderStock;
  readonly ownId: string | null;
  readonly fault?: string;
  readonly onChange: (changes: { readonly placement?: string; readonly position?: number }) => void;
}

/** Where the sentence stands, among those that stand there already. */
export function PlacementFields({ placement, position, text, stock, ownId, fault, onChange }: PlacementProps) {
  const others = stock.sentences.filter((one) => one.placement === placement && one.id !== ownId);
  const lines = [...others.map((one) => ({ ...one, isOwn: false })), { id: 'own', text: text === '' ? 'this sentence' : text, placement, position, isOwn: true }]
    .toSorted((a, b) => a.position - b.position || Number(a.isOwn) - Number(b.isOwn));
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-[1fr_7rem]">
        <FieldFrame id="placement" label="Stands" fault={fault}>
          <select id="placement" value={placement} onChange={(event) => onChange({ placement: event.target.value })} className={BOX}>
            <option value="home">on the home page</option>
            {!['home', ...stock.charts.map(({ slug }) => slug)].includes(placement) && <option value={placement}>{placement}</option>}
            {stock.charts.map(({ id, slug, title }) => <option key={id} value={slug}>with the chart: {title}</option>)}
          </select>
        </FieldFrame>
        <FieldFrame id="position" label="Place">
          <input id="position" type="number" min={1} step={1} value={position} onChange={(event) => onChange({ position: Math.max(1, Math.round(Number(event.target.value) || 1)) })} className={`${BOX} tabular-nums`} />
        </FieldFrame>
      </div>
      {lines.length > 1 && (
        <ol aria-label="Sentences that stand there" className="flex flex-col gap-1 border-s-4 border-rule ps-3 text-sm">
          {lines.map((line) => (
            <li key={line.id} className={line.isOwn ? 'font-medium' : 'text-muted'}><span className="tabular-nums">{line.position}.</span> {line.text}{line.isOwn && text !== '' && ' (this one)'}</li>
          ))}
        </ol>
      )}
    </>
  );
}
