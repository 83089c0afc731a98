'use client';

import { createContext, useContext, useState } from 'react';
import type { Day } from '@/domain/period';

/** The part of a view that a chart can change by itself, without asking the server. */
export interface ViewState {
  /** First and last day shown, inclusive; null: as far as the page goes. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** The series shown; empty: all that the page has. */
  readonly series: readonly string[];
  /** The table stands open. */
  readonly table: boolean;
}

export interface HeldView {
  readonly state: ViewState;
  /**
   * Changes some of it at once. `push` makes a step that Back undoes (a switch); `replace`, the default, makes none (a range
   * while it is being dragged). Written at most a few times a second; the state itself follows every call.
   */
  readonly change: (part: Partial<ViewState>, step?: 'push' | 'replace') => void;
  /** The series that the page was asked for; empty: all of the chart. Its model has no others. */
  readonly servedSeries: readonly string[];
  /** False where the page's address holds no view of a chart (the overview, an embed): the state then lives as long as the page. */
  readonly isInAddress: boolean;
}

export const NOTHING_NARROWED: ViewState = { from: null, to: null, series: [], table: false };

export const HeldViewContext = createContext<HeldView | null>(null);

/** The reader's own narrowing of a chart. On a chart page it stands in the address: shared links open it, Back and Forward move in it. */
export function useViewState(): HeldView {
  const held = useContext(HeldViewContext);
  const [state, setState] = useState(NOTHING_NARROWED);
  return held ?? { state, change: (part) => setState((now) => ({ ...now, ...part })), servedSeries: [], isInAddress: false };
}
