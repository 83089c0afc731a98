import { scaleLinear } from 'd3-scale';
import { labelDay } from '@/domain/period';
import type { ClaimMark, ClaimsModel } from '@/domain/chart/model';
import { textWidth, wrapText } from './text-fit';

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
  /** The claimant in lines; on narrow drawings they stand over the mark, with the detail after the last or under it. */
  readonly lines: readonly string[];
  readonly isDetailBelow: boolean;
  readonly labelAnchor: 'start' | 'end';
}

export interface PlacedClaimGroup {
  readonly id: string;
  readonly label: string;
  readonly measureLabel: string;
  /** The first group of a measure carries its name over it; only the last of groups on one scale prints the scale. */
  readonly isFirstOfMeasure: boolean;
  readonly hasScale: boolean;
  readonly height: number;
  readonly base: number;
  readonly ticks: readonly { readonly x: number; readonly label: string; readonly weight: 1 | 2 | 3 }[];
  readonly claims: readonly PlacedClaim[];
}

export interface PlacedClaims {
  readonly groups: readonly PlacedClaimGroup[];
  readonly gutter: number;
  readonly tail: number;
}

const TOP = 4;
const LINE = 15;
/** Px from the last line of words to the middle of the mark, and from there to the next row. */
const MARK_BELOW = 13;
const ROW_END = 12;
/** Longest line of a claimant's name in px; fits drawings from 280 px on. */
const NAME_WIDTH = 236;
const NARROW = 254;
/** Names are set bold. */
const BOLD = 1.08;
/** Room in px right of the plot for the arrow of an open-ended figure. */
const CLAIM_TAIL = 34;

function detailOf(mark: ClaimMark, hasOneYear: boolean): string {
  const stance = mark.stance === 'claims' ? null : mark.stance;
  const day = mark.saidOn === null ? null : labelDay(mark.saidOn);
  return [stance, hasOneYear && day !== null ? day.replace(/ \d{4}$/, '') : day].filter((part) => part !== null).join(', ');
}

type ClaimPlace = Pick<PlacedClaim, 'y' | 'detail' | 'lines' | 'isDetailBelow' | 'colour'>;

function placeClaim(mark: ClaimMark, place: ClaimPlace, across: (value: number) => number): PlacedClaim {
  const known = mark.low ?? mark.high;
  const x1 = across(mark.high ?? mark.low ?? 0);
  const isOpenUp = mark.low !== null && mark.high === null;
  return {
    ...place,
    mark,
    shape: mark.status === 'withdrawn' ? 'withdrawn' : mark.stance === 'denies' && (known ?? 0) === 0 ? 'denial' : known === null ? 'no-figure' : 'figure',
    x0: across(mark.low ?? mark.high ?? 0),
    x1,
    isOpenUp,
    isOpenDown: mark.low === null && mark.high !== null,
    labelAnchor: x1 > (isOpenUp ? 0.6 : 0.8) ? 'end' : 'start',
  };
}

export function placeClaims(model: ClaimsModel): PlacedClaims {
  // The year is said once, in the title or the notes, when it is the same for all.
  const hasOneYear = new Set(model.marks.map(({ saidOn }) => saidOn?.slice(0, 4))).size === 1;
  const groups = model.groups.flatMap((group, index): PlacedClaimGroup[] => {
    const across = scaleLinear().domain([0, Math.max(group.xMax, 1)]).range([0, 1]);
    const marks = model.marks.filter((mark) => mark.group === index).sort((a, b) => a.row - b.row);
    if (marks.length === 0) return [];
    let cursor = TOP;
    const claims = marks.map((mark): PlacedClaim => {
      const lines = wrapText(mark.claimant, 13, NAME_WIDTH);
      const detail = detailOf(mark, hasOneYear);
      const isDetailBelow = detail !== '' && textWidth(`${lines[lines.length - 1] ?? ''}  `, 13) * BOLD + textWidth(detail, 12) > NARROW;
      const y = cursor + (lines.length + (isDetailBelow ? 1 : 0)) * LINE + MARK_BELOW;
      cursor = y + ROW_END;
      return placeClaim(mark, { y, detail, lines, isDetailBelow, colour: model.legend.find(({ id }) => id === mark.lens)?.colour ?? 0 }, across);
    });
    const base = cursor + 2;
    const next = model.groups[index + 1];
    const hasScale = next === undefined || next.measureLabel !== group.measureLabel || next.xMax !== group.xMax;
    return [{
      id: group.id, label: group.label, measureLabel: group.measureLabel, base, height: base + (hasScale ? 26 : 8), hasScale,
      isFirstOfMeasure: model.groups[index - 1]?.measureLabel !== group.measureLabel,
      ticks: group.xTicks.map(({ at, label, weight }) => ({ x: across(at), label, weight })),
      claims,
    }];
  });
  const names = groups.flatMap(({ claims }) => claims.flatMap(({ lines }) => lines.map((line) => textWidth(line, 13))));
  return { groups, gutter: Math.ceil(Math.max(150, ...names) + 20), tail: CLAIM_TAIL };
}
