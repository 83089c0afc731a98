import type { ChartModel } from '@/domain/chart/model';
import { colourDistance, type Sight } from './colour-sight';
import { PALETTE, paletteSlot } from './palette';

// Which colours of a chart look alike to whom, and what tells their marks apart without colour.

/** Below this (CIEDE2000) two colours are named as hard to tell apart: the distance the palette itself keeps. */
export const HARD = 15;

export interface AlikePair {
  readonly a: string;
  readonly b: string;
  readonly distance: number;
}

export interface SightVerdict {
  readonly sight: Sight;
  /** Pairs that are hard to tell apart, the nearest first. */
  readonly alike: readonly AlikePair[];
  /** How far apart the two nearest are; null where there are no two. */
  readonly nearest: number | null;
}

export interface ColourCheck {
  readonly verdicts: readonly SightVerdict[];
  /** What tells the marks apart for whoever sees no colour at all; null where nothing in the still drawing does. */
  readonly otherMark: string | null;
}

interface Coloured { readonly label: string; readonly colour: number }

const SIGHTS: readonly Sight[] = ['normal', 'protanopia', 'deuteranopia', 'tritanopia', 'greyscale'];

/** What of a chart has a colour of its own, in the order of the legend. */
function colouredOf(model: ChartModel): readonly Coloured[] {
  if (model.kind === 'map') return [];
  if (model.kind === 'year-to-date') return model.lines;
  return model.legend;
}

/** In stacks and groups only neighbours touch; elsewhere any two may meet. */
function pairsOf(model: ChartModel): readonly (readonly [Coloured, Coloured])[] {
  const items = colouredOf(model);
  const touchesNext = model.kind === 'periods' && (model.arrangement === 'stacked' || model.arrangement === 'grouped');
  return items.flatMap((one, at) => items.slice(at + 1, touchesNext ? at + 2 : undefined).map((other) => [one, other] as const));
}

/** The marks beside colour that the drawing of this kind always has. */
function otherMarkOf(model: ChartModel): string | null {
  switch (model.kind) {
    case 'periods':
      if (model.legend.length < 2) return 'There is one series, so colour tells nothing apart.';
      if (model.arrangement === 'panels') return 'Each series has a panel of its own with its name above it.';
      if (model.arrangement === 'stacked') return 'The parts lie in one order in every bar, from the foot up as in the legend.';
      if (model.arrangement === 'grouped') return 'The bars stand in one order in every group, as in the legend.';
      return null;
    case 'year-to-date': return 'Each line ends in its year.';
    case 'closures': return 'Each row has its crossing and its lane beside it.';
    case 'closed-days': return 'Each crossing has a panel of its own with its name above it.';
    case 'claims': return 'Each side has a form of its own: circle, diamond, square, triangle.';
    case 'map': return 'Crossings and incidents have forms of their own, and a lane is a full square, a ring or a broken square.';
  }
}

/** The chart's colours in a theme, seen with each sight. */
export function checkColours(model: ChartModel, theme: 'light' | 'dark'): ColourCheck {
  const colourOf = ({ colour }: Coloured): string => PALETTE[theme][paletteSlot(colour)] ?? PALETTE[theme][0];
  const pairs = pairsOf(model);
  const verdicts = SIGHTS.map((sight): SightVerdict => {
    const measured = pairs
      .map(([a, b]): AlikePair => ({ a: a.label, b: b.label, distance: colourDistance(colourOf(a), colourOf(b), sight) }))
      .toSorted((a, b) => a.distance - b.distance);
    return { sight, alike: measured.filter(({ distance }) => distance < HARD), nearest: measured[0]?.distance ?? null };
  });
  return { verdicts, otherMark: otherMarkOf(model) };
}
