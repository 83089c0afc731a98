/** Turns fractions of the plot width into what SVG wants: percentages in the fluid drawing, pixels in the measured one. */
export interface Frame {
  readonly across: (fraction: number) => string | number;
  /** Prefix of the ids of this drawing's patterns and masks, unique in the document. */
  readonly defs: string;
}

/** Hundredths of a pixel: enough for the eye, and short in the markup. */
export function roundPx(px: number): number {
  return Math.round(px * 100) / 100;
}

/** The static drawing: exact at every width, without knowing it. */
export function fluidFrame(defs: string): Frame {
  return { across: (fraction) => `${Number((fraction * 100).toFixed(4))}%`, defs };
}

/** The interactive drawing, `width` px wide. */
export function measuredFrame(defs: string, width: number): Frame {
  return { across: (fraction) => Number((fraction * width).toFixed(3)), defs };
}
