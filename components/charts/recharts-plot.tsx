'use client';

import type { ReactNode } from 'react';
import { ComposedChart, XAxis, YAxis } from 'recharts';

interface RechartsPlotProps {
  readonly width: number;
  readonly height: number;
  /** The plot's top and base line in px; between them lies the y domain. */
  readonly top: number;
  readonly base: number;
  readonly xDomain: readonly [number, number];
  /** From the base line to the top. */
  readonly yDomain: readonly [number, number];
  readonly data: readonly object[];
  readonly children: ReactNode;
}

/**
 * A Recharts chart on two numeric axes that coincide with our geometry: no margins but the geometry's, no axes of its own,
 * no animation, and none of its keyboard layer (`role="application"` silences screen readers; ours is in chart-stage.tsx).
 */
export function RechartsPlot({ width, height, top, base, xDomain, yDomain, data, children }: RechartsPlotProps) {
  return (
    <ComposedChart
      width={width} height={height} margin={{ top, right: 0, bottom: height - base, left: 0 }} data={[...data]} accessibilityLayer={false}
      style={{ overflow: 'visible' }}
    >
      <XAxis type="number" dataKey="x" domain={[...xDomain]} hide />
      <YAxis type="number" dataKey="y" domain={[...yDomain]} hide />
      {children}
    </ComposedChart>
  );
}
