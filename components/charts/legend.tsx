import type { ChartKind } from '@/domain/chart/definition';
import type { ChartModel } from '@/domain/chart/model';
import type { LegendItem } from '@/domain/chart/model-parts';
import type { ClaimLens } from '@/domain/claim';
import { MapLegend } from './map-legend';
import { paletteSlot } from './palette';
import { LENS_FORMS } from './shapes/claim-shape';

function isLens(id: string): id is ClaimLens {
  return id in LENS_FORMS;
}

/** The sample of a legend item, in the form that its marks have. */
export function LegendSwatch({ item, kind }: { item: LegendItem; kind: ChartKind | 'line' }) {
  return (
    <svg className={`swatch s${paletteSlot(item.colour)}`} width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
      {kind === 'claims' && isLens(item.id) ? <path className="swatch-form" d={LENS_FORMS[item.id]} />
        : kind === 'year-to-date' || kind === 'line' ? <><line className="line" x1="-8" x2="8" y1="0" y2="0" /><circle className="swatch-form" r="3.5" /></>
        : <rect className="swatch-form" x="-6" y="-6" width="12" height="12" rx="1" />}
    </svg>
  );
}

/** Items worth a legend: a single series is named by the title, years are named at their lines, panels by their headings. */
export function legendOf(model: ChartModel): { readonly items: readonly LegendItem[]; readonly kind: ChartKind | 'line' } {
  if (model.kind === 'map' || model.kind === 'year-to-date' || model.kind === 'closed-days') return { items: [], kind: model.kind };
  if (model.kind === 'periods' && model.arrangement === 'panels') return { items: [], kind: 'periods' };
  const kind = model.kind === 'periods' && model.arrangement === 'line' ? 'line' : model.kind;
  return { items: model.legend.length > 1 ? model.legend : [], kind };
}

/** The legend in words and forms. The interactive drawing replaces it by toggles of the same size. */
export function Legend({ model }: { model: ChartModel }) {
  if (model.kind === 'map') return <MapLegend model={model} />;
  const { items, kind } = legendOf(model);
  if (items.length === 0) return null;
  return (
    <ul className="legend" aria-label="Legend">
      {items.map((item) => (
        <li key={item.id} className="legend-item" title={item.description}>
          <LegendSwatch item={item} kind={kind} />
          {item.label}
        </li>
      ))}
    </ul>
  );
}
