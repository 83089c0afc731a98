import type { Frame } from './frame';

function Fade({ id, x2, y2 }: { id: string; x2: number; y2: number }) {
  return (
    <>
      <linearGradient id={`${id}-g`} x1={x2 < 0 ? 1 : 0} y1={y2 < 0 ? 1 : 0} x2={x2 > 0 ? 1 : 0} y2={y2 > 0 ? 1 : 0}>
        <stop offset="0" stopColor="#fff" stopOpacity="0.9" />
        <stop offset="1" stopColor="#fff" stopOpacity="0" />
      </linearGradient>
      <mask id={id} maskContentUnits="objectBoundingBox">
        <rect width="1" height="1" fill={`url(#${id}-g)`} />
      </mask>
    </>
  );
}

/** Patterns and masks of one plot. Hatches are drawn in the paper's colour over a mark, so one pattern serves every series. */
export function DrawingDefs({ frame }: { frame: Frame }) {
  const id = frame.defs;
  return (
    <defs>
      <pattern id={`${id}-hatch`} width="5" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="pattern-paper" width="1.8" height="6" />
      </pattern>
      <pattern id={`${id}-torn`} width="8" height="6" patternUnits="userSpaceOnUse">
        <path className="pattern-paper" d="M0 0H8V2L6 5 4 2 2 5 0 2Z" />
      </pattern>
      <Fade id={`${id}-fade-up`} x2={0} y2={-1} />
      <Fade id={`${id}-fade-right`} x2={1} y2={0} />
      <Fade id={`${id}-fade-left`} x2={-1} y2={0} />
    </defs>
  );
}
