'use client';

import { useMemo, useRef } from 'react';
import { useViewState } from '@/components/view/use-view-state';
import type { ChartModel } from '@/domain/chart/model';
import { daysOfSteps, isTimed, narrowModel, stepsShown, timeSteps, type StepRange } from '@/domain/chart/narrow';
import { usePaced } from '../use-paced';
import { renumbered } from './renumbered';
import { stepLabel } from './range-words';

/** Fewer days than this on a day axis are a wall rather than a drawing. */
const LEAST_DAYS = 14;
/** Time in ms in which the address takes up the last change. */
const WRITTEN = 400;

export interface ChartRange {
  /** What is drawn: the model, narrowed. */
  readonly shown: ChartModel;
  /** Null where the chart has no time axis, or too short a one. */
  readonly slider: {
    readonly count: number;
    readonly least: number;
    readonly range: StepRange;
    readonly labelOf: (step: number) => string;
    readonly change: (range: StepRange) => void;
    readonly settle: (keep: () => void) => void;
  } | null;
}

/**
 * The range of a chart as the reader's view has it. `page` is the model that the page was drawn from, `whole` the same without a range.
 * Narrowing needs nobody; a range beyond the page's own asks for the page anew, since sources and table of those days are not on it.
 */
export function useRange(page: ChartModel, whole: ChartModel): ChartRange {
  const { state, change, isInAddress } = useViewState();
  const model = useMemo(() => (whole === page ? page : renumbered(whole, page.citations)), [whole, page]);
  const steps = useMemo(() => (isTimed(model) ? timeSteps(model) : null), [model]);
  const wanted = useRef<StepRange | null>(null);
  const { first, last } = steps === null ? { first: 0, last: 0 } : stepsShown(steps, state.from, state.to);
  // The thumb follows the hand at once; the drawing as fast as it can. Model and range go together: steps of one are none of another.
  const asked = useMemo(() => ({ model, first, last }), [model, first, last]);
  const drawn = usePaced(asked);
  const shown = useMemo(() => (isTimed(drawn.model) ? narrowModel(drawn.model, drawn) : drawn.model), [drawn]);
  if (steps === null || !isTimed(model) || !isTimed(page) || steps.count < 3) return { shown, slider: null };

  const least = model.kind === 'closures' ? Math.min(LEAST_DAYS, steps.count) : 1;
  const own = timeSteps(page);
  const settle = (keep: () => void): void => {
    const range = wanted.current;
    wanted.current = null;
    const isOnPage = range === null || whole === page || (own.count > 0 && steps.edge(range.first) >= own.edge(0) && steps.edge(range.last + 1) <= own.edge(own.count));
    if (isOnPage || !isInAddress) return;
    window.setTimeout(() => { keep(); window.location.reload(); }, WRITTEN);
  };
  return {
    shown,
    slider: {
      count: steps.count, least, range: { first, last }, labelOf: (step) => stepLabel(model, step), settle,
      change: (range) => { wanted.current = range; change(daysOfSteps(steps, range)); },
    },
  };
}
