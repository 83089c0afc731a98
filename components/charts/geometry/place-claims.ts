import { scaleLinear } from 'd3-scale';
import { labelDay } from '@/domain/period';
import type { ClaimMark, ClaimsModel } from '@/domain/chart/model';
import { textWidth } from './text-fit';

/** `figure`: a dot or a range; `denial`: the claimant denies any; `no-figure`: a claim without a number. */
export interface PlacedClaim {
  readonly mark: ClaimMark;
  readonly colour: number;
  readonly shape: 'figure' | 'denial' | 'no-figure' | 'withdrawn';
  /** Lower and upper figure as fractions of the plot; equal for a single figure. */
  readonly x0: number;
  readonly x1: number;
  readonly isOpenUp: boolean;
  readonly isOpenDown: boolean;
  /** Middle of the mark in px. */
  readonly y: number;
  /** Printed beside the claimant: `admits`, `denies`, and the day it was said. */
  readonly detail: string;
  readonly labelAnchor: 'start' | 'end';
}

export interface PlacedClaimGroup {
  readonly id: string;
  readonly label: string;
  readonly measureLabel: string;
  readonly height: number;
  readonly base: number;
  readonly ticks: readonly { readonly x: number; readonly label: string; readonly weight: 1 | 2 | 3 }[];
  readonly claims: readonly PlacedClaim[];
}

export interface PlacedClaims {
  readonly groups: readonly PlacedClaimGroup[];
  readonly gutter: number;
}

const ROW = 38;
const TOP = 4;

function detailOf(mark: ClaimMark): string {
  const stance = mark.stance === 'claims' ? null : mark.stance;
  return [stance, mark.saidOn === null ? null : labelDay(mark.saidOn)].filter((part) => part !== null).join(', ');
}

export function placeClaims(model: ClaimsModel, hidden: ReadonlySet<string> = new Set()): PlacedClaims {
  const groups = model.groups.flatMap((group, index): PlacedClaimGroup[] => {
    const across = scaleLinear().domain([0, Math.max(group.xMax, 1)]).range([0, 1]);
    const marks = model.marks.filter((mark) => mark.group === index && !hidden.has(mark.lens)).sort((a, b) => a.row - b.row);
    if (marks.length === 0) return [];
    const base = TOP + marks.length * ROW;
    return [{
      id: group.id, label: group.label, measureLabel: group.measureLabel, base, height: base + 26,
      ticks: group.xTicks.map(({ at, label, weight }) => ({ x: across(at), label, weight })),
      claims: marks.map((mark, row): PlacedClaim => {
        const known = mark.low ?? mark.high;
        const x0 = across(mark.low ?? mark.high ?? 0);
        const x1 = across(mark.high ?? mark.low ?? 0);
        return {
          mark,
          colour: model.legend.find(({ id }) => id === mark.lens)?.colour ?? 0,
          shape: mark.status === 'withdrawn' ? 'withdrawn' : mark.stance === 'denies' && (known === null || known === 0) ? 'denial' : known === null ? 'no-figure' : 'figure',
          x0, x1,
          isOpenUp: mark.low !== null && mark.high === null,
          isOpenDown: mark.low === null && mark.high !== null,
          y: TOP + row * ROW + 25,
          detail: detailOf(mark),
          labelAnchor: x1 > 0.8 ? 'end' : 'start',
        };
      }),
    }];
  });
  const names = model.marks.map(({ claimant }) => textWidth(claimant, 13));
  return { groups, gutter: Math.ceil(Math.min(Math.max(150, ...names) + 18, 260)) };
}
