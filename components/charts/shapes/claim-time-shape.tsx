import { type ClaimTimeline, LABEL_LIFT, type TimedClaim, type TimedPanel, type TimedRun } from '../geometry/place-claim-time';
import { weightClass } from '../geometry/text-fit';
import { paletteSlot } from '../palette';
import { LENS_FORMS } from './claim-shape';
import type { Frame } from './frame';

interface FurnitureProps { readonly timeline: ClaimTimeline; readonly panel: TimedPanel; readonly frame: Frame }

/** Days along the foot, figures up the side, and the days of the event itself as a shade behind. */
export function TimeFurniture({ timeline, panel, frame }: FurnitureProps) {
  const { axis, strip, height } = panel;
  const { x0, x1 } = timeline.event;
  return (
    <g className="axis" aria-hidden="true">
      <rect className="time-event" x={frame.across(x0)} width={frame.across(x1 - x0)} y={axis.top} height={axis.base - axis.top} />
      {axis.ticks.map(({ y, label, isBase }) => (
        <g key={label}>
          <line className={isBase ? 'base-line' : 'grid-line'} x1="0" x2="100%" y1={y} y2={y} />
          <text className="tick" x="-8" y={y + 4} textAnchor="end">{label}</text>
        </g>
      ))}
      {timeline.asOf !== null && <line className="time-as-of" x1={frame.across(timeline.asOf)} x2={frame.across(timeline.asOf)} y1={axis.top} y2={axis.base} />}
      {strip !== null && <line className="row-line" x1="0" x2="100%" y1={strip} y2={strip} />}
      {timeline.ticks.map(({ x, label, weight }) => (
        <g key={`${label}-${x}`} className={weightClass(weight)}>
          <line className="time-tick" x1={frame.across(x)} x2={frame.across(x)} y1={height - 22} y2={height - 17} />
          <text className="tick" x={frame.across(x)} y={height - 5} textAnchor={x > 0.94 ? 'end' : x < 0.06 ? 'start' : 'middle'}>{label}</text>
        </g>
      ))}
    </g>
  );
}

/** The line of one claimant; faint beyond his last word, since nobody knows how long it holds. */
export function TimeRun({ run, frame }: { run: TimedRun; frame: Frame }) {
  return (
    <g className={`s${paletteSlot(run.colour)}`} aria-hidden="true">
      {run.points.slice(1).map((point, index) => {
        const from = run.points[index];
        return from === undefined ? null : <line key={index} className="time-run" x1={frame.across(from.x)} x2={frame.across(point.x)} y1={from.y} y2={point.y} />;
      })}
    </g>
  );
}

/** One claim on the day it was said: its form and figure, a cross for a denial, a hollow form where no figure was given. */
export function TimedClaimShape({ claim, frame }: { claim: TimedClaim; frame: Frame }) {
  const { mark, x, dx, y, yHigh, shape, label, labelSide } = claim;
  const isOpenUp = mark.low !== null && mark.high === null;
  const isOpenDown = mark.low === null && mark.high !== null;
  const isRange = yHigh < y;
  return (
    <g className={`s${paletteSlot(claim.colour)}`}>
      <svg x={frame.across(x)} y={y} overflow="visible">
        <g transform={dx === 0 ? undefined : `translate(${dx} 0)`}>
          {isRange && <line className="claim-cap" x1="0" x2="0" y1="0" y2={yHigh - y} />}
          <rect className="hit" x="-12" y="-12" width="24" height="24" />
          {isOpenUp && shape === 'figure' && <path className="claim-arrow" d="M0 -6V-18M-4 -14L0 -18L4 -14" />}
          {isOpenDown && shape === 'figure' && <path className="claim-arrow" d="M0 6V18M-4 14L0 18L4 14" />}
          {shape === 'denial'
            ? <path className="claim-denial" d="M-5 -5L5 5M5 -5L-5 5" />
            : <path className={shape === 'no-figure' || mark.qualifier === 'about' ? 'claim-dot claim-dot-about' : 'claim-dot'} d={LENS_FORMS[mark.lens]} />}
        </g>
      </svg>
      {label !== 'never' && (
        <text className={label === 'wide' ? 'time-label fit-460' : 'time-label'} x={frame.across(x)} dx={dx + (labelSide === 'end' ? -11 : 11)} y={y + 4.5 - (shape === 'figure' ? LABEL_LIFT : 0)} textAnchor={labelSide === 'end' ? 'end' : 'start'}>
          {mark.label}
        </text>
      )}
    </g>
  );
}
