import { dayAxis } from '@/domain/chart/day-axis';
import type { PeriodsModel } from '@/domain/chart/model';
import { toEpochDay } from '@/domain/period';
import type { PlacedAnnotations } from '../geometry/annotations';
import { textWidth, weightClass } from '../geometry/text-fit';
import type { PlacedValueAxis } from '../geometry/value-axis';
import { paletteSlot } from '../palette';
import { AnnotationRules } from '../shapes/annotation-rules';
import type { Frame } from '../shapes/frame';
import { AxisUnit, ValueAxisLines } from '../shapes/furniture';
import { barsPath, columnsOf, linePath } from './columns';
import type { PlacedDensePanel } from './place-dense';

interface DensePlotProps {
  readonly model: PeriodsModel;
  readonly panel: PlacedDensePanel;
  readonly annotations: PlacedAnnotations;
  readonly axis: PlacedValueAxis;
  readonly gutter: number;
  readonly frame: Frame;
  /** Width of the plot in px; null where it is not known: the path is then drawn for a common one and stretched. */
  readonly width: number | null;
  readonly hidden: ReadonlySet<string>;
  readonly isFirst: boolean;
}

/** Columns of a drawing that does not know its width. */
const COMMON_WIDTH = 720;

/** Ticks that leave each other room on a plot of common width; the rest come with weight classes. */
function ticksOf({ bands }: PeriodsModel): readonly { readonly x: number; readonly label: string; readonly fit: string }[] {
  const [first] = bands;
  const last = bands[bands.length - 1];
  if (first === undefined || last === undefined) return [];
  const axis = dayAxis(first.period.start, last.period.end);
  const widest = Math.max(...axis.ticks.map(({ label }) => textWidth(label, 12)), 1) + 14;
  const stride = Math.max(1, Math.ceil((axis.ticks.length * widest) / 1100));
  const span = Math.max(toEpochDay(last.period.end) + 1 - axis.from, 1);
  return axis.ticks.filter(({ weight }, index) => weight === 1 || index % stride === 0)
    .map(({ at, label, weight }) => ({ x: (at - axis.from) / span, label, fit: axis.ticks.length > 8 && weight === 1 ? weightClass(2) : weightClass(weight) }));
}

/** One plot of a chart with more marks than columns: each column of pixels shows the highest (of lines also the lowest) value in it. */
export function DensePlot({ model, panel, annotations, axis, gutter, frame, width, hidden, isFirst }: DensePlotProps) {
  const drawnWidth = width ?? COMMON_WIDTH;
  const isLine = model.arrangement === 'line' || model.arrangement === 'grouped';
  const series = model.legend.filter(({ id }) => !hidden.has(id)).toReversed();
  const ticks = ticksOf(model);
  const paths = series.map(({ id, colour }) => {
    const columns = columnsOf(panel.marks, id, model.bands.length, drawnWidth);
    const d = isLine ? linePath(columns, drawnWidth, axis.y) : barsPath(columns, drawnWidth, axis.base, axis.y);
    const stroke = isLine ? undefined : Math.max(drawnWidth / Math.max(columns.length, 1) - (columns.length < drawnWidth / 3 ? 1 : 0), 1);
    return d === '' ? null : <path key={id} className={`dense s${paletteSlot(colour)}`} d={d} style={stroke === undefined ? undefined : { strokeWidth: stroke }} data-series={id} />;
  });
  return (
    <>
      <ValueAxisLines axis={axis} />
      {isFirst && <AxisUnit unit={model.unit} axis={axis} gutter={gutter} />}
      <AnnotationRules annotations={annotations} base={axis.base} frame={frame} slug={model.slug} hasHeads={isFirst} isLinked={width === null} />
      {width === null
        ? <svg className="dense-box" width="100%" height={panel.height} viewBox={`0 0 ${COMMON_WIDTH} ${panel.height}`} preserveAspectRatio="none">{paths}</svg>
        : paths}
      {panel.showsBands && (
        <g className="axis" aria-hidden="true">
          {ticks.map(({ x, label, fit }) => (
            <text key={`${label}-${x}`} className={`tick ${fit}`} x={frame.across(x)} y={axis.base + 17} textAnchor={x < 0.02 ? 'start' : x > 0.98 ? 'end' : 'middle'}>{label}</text>
          ))}
        </g>
      )}
    </>
  );
}
