import { labelDay } from '@/domain/period';
import { ANNOTATION_ROW, type PlacedAnnotations } from '../geometry/annotations';
import { sourceHref } from '../source-link';
import type { Frame } from './frame';

interface Props {
  readonly annotations: PlacedAnnotations;
  readonly base: number;
  readonly frame: Frame;
  readonly slug: string;
  /** Only the first of several panels prints pins and labels; rules run through all of them. */
  readonly hasHeads: boolean;
  readonly isLinked: boolean;
}

/** Thin dated rules. Their words stand above the plot on wide drawings and in the numbered key below on narrow ones. */
export function AnnotationRules({ annotations, base, frame, slug, hasHeads, isLinked }: Props) {
  const { mode, items, height } = annotations;
  if (mode === 'none') return null;
  const bottom = height - 6;
  return (
    <g className={`annotations annotations-${mode}`}>
      {items.map(({ annotation, number, x, pinRow, labelRow, anchor }) => {
        const at = frame.across(x);
        const pinY = bottom - pinRow * ANNOTATION_ROW - ANNOTATION_ROW / 2;
        const labelY = bottom - labelRow * ANNOTATION_ROW - 4;
        const head = (
          <>
            {mode === 'ticks' && <svg x={at} y={bottom - 8} overflow="visible"><path className="annotation-tick" d="M-4 0H4L0 7Z" /></svg>}
            {(mode === 'pins' || mode === 'labels') && (
              <g className="annotation-pin">
                <line className="annotation-line" x1={at} x2={at} y1={pinY + 7} y2={bottom + 4} />
                <circle cx={at} cy={pinY} r="7.5" />
                <text x={at} y={pinY + 3.6} textAnchor="middle">{number}</text>
              </g>
            )}
            {mode === 'labels' && (
              <g className="annotation-label">
                <line className="annotation-line" x1={at} x2={at} y1={labelY - 9} y2={bottom + 4} />
                <text x={at} dx={anchor === 'end' ? -5 : 5} y={labelY} textAnchor={anchor}>{annotation.label}</text>
              </g>
            )}
          </>
        );
        const words = `${labelDay(annotation.day)}: ${annotation.label}. ${annotation.description}`;
        return (
          <g key={annotation.id}>
            <line className="annotation-line" x1={at} x2={at} y1={hasHeads ? bottom + 4 : 0} y2={base} />
            {hasHeads && (isLinked ? <a className="annotation" href={sourceHref(slug, annotation.citations)}><title>{words}</title>{head}</a> : head)}
          </g>
        );
      })}
    </g>
  );
}
