import type { CSSProperties, ReactNode } from 'react';

interface PlotProps {
  /** Px left of the plot for axis labels. */
  readonly gutter: number;
  /** Px right of the plot. */
  readonly tail?: number;
  readonly height: number;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The box of one plot: gutters of fixed width around a box as wide as is left. Both drawings stand in it. */
export function Plot({ gutter, tail = 0, height, className, children }: PlotProps) {
  const style = { '--gutter': `${gutter}px`, '--tail': `${tail}px`, '--plot-height': `${height}px` } as CSSProperties;
  return (
    <div className={className === undefined ? 'plot' : `plot ${className}`} style={style}>
      <div className="plot-box">{children}</div>
    </div>
  );
}

interface PlotSvgProps {
  readonly height: number;
  readonly label: string;
  /** Spoken description; an empty one where another plot of the chart has it already. */
  readonly description: string;
  readonly children: ReactNode;
}

/** The static drawing's one svg per plot: full width, fixed height, nothing scaled. Marks inside are links, hence a group. */
export function PlotSvg({ height, label, description, children }: PlotSvgProps) {
  return (
    <svg className="plot-svg" width="100%" height={height} role="group" aria-label={label}>
      {description !== '' && <desc>{description}</desc>}
      {children}
    </svg>
  );
}
