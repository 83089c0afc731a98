import { describe, expect, it } from 'vitest';
import { checkColours } from '@/components/charts/colour-check';
import { colourDistance, colourMatrix, type Sight, SIGHTS } from '@/components/charts/colour-sight';
import { PALETTE } from '@/components/charts/palette';
import type { PeriodsModel } from '@/domain/chart/model';
import { seedModel } from './chart/seed-model';

const ALL = Object.keys(SIGHTS) as Sight[];

/** The stacked chart of the starting data, with other colours in its legend. */
function stacked(...colours: readonly number[]): PeriodsModel {
  const model = seedModel('victims-by-quarter') as PeriodsModel;
  return { ...model, legend: colours.map((colour) => ({ id: `s${colour}`, label: `series ${colour}`, colour, description: '' })) };
}

describe('how far apart two colours look', () => {
  it('is nothing for one colour, and the same both ways, with every sight', () => {
    for (const sight of ALL) {
      expect(colourDistance('#10558f', '#10558f', sight)).toBe(0);
      expect(colourDistance('#10558f', '#b78424', sight)).toBeCloseTo(colourDistance('#b78424', '#10558f', sight), 10);
    }
  });

  it('shrinks for red and green where these are not told apart, and for blue and yellow where those are not', () => {
    const [red, green] = ['#c04030', '#6a7d20'];
    for (const sight of ['protanopia', 'deuteranopia'] as const) expect(colourDistance(red, green, sight)).toBeLessThan(colourDistance(red, green, 'normal') / 2);
    expect(colourDistance('#3a7ad0', '#2f9a8a', 'tritanopia')).toBeLessThan(colourDistance('#3a7ad0', '#2f9a8a', 'normal') / 2);
    expect(colourDistance('#808080', '#ff0000', 'greyscale')).toBeLessThan(colourDistance('#808080', '#ff0000', 'normal') / 3);
  });

  it('leaves white white: every row of every matrix sums to one', () => {
    for (const sight of ALL) for (const row of SIGHTS[sight]) expect(row[0] + row[1] + row[2]).toBeCloseTo(1, 4);
    expect(colourMatrix('normal')).toBe('1 0 0 0 0 0 1 0 0 0 0 0 1 0 0 0 0 0 1 0');
  });
});

describe('the verdict on a chart', () => {
  it('looks at neighbours of a stack only, and names the order in which they lie', () => {
    const { verdicts, otherMark } = checkColours(stacked(0, 1, 0), 'light');
    expect(verdicts.find(({ sight }) => sight === 'normal')?.alike).toEqual([]);
    expect(otherMark).toContain('one order in every bar');
  });

  it('names two that have the same colour with every sight, by their labels', () => {
    const repeated = stacked(0, PALETTE.light.length);
    for (const { alike } of checkColours(repeated, 'dark').verdicts) expect(alike).toEqual([{ a: 'series 0', b: 'series 6', distance: 0 }]);
  });

  it('looks at every two lines, which only colour tells apart', () => {
    const lines: PeriodsModel = { ...stacked(0, 1, 2), arrangement: 'line' };
    const { verdicts, otherMark } = checkColours(lines, 'light');
    expect(otherMark).toBeNull();
    const grey = verdicts.find(({ sight }) => sight === 'greyscale');
    expect(grey?.nearest).toBe(Math.min(...[[0, 1], [0, 2], [1, 2]].map(([a = 0, b = 0]) => colourDistance(PALETTE.light[a] ?? '', PALETTE.light[b] ?? '', 'greyscale'))));
  });

  it('has nothing to compare in a chart of one series or a map', () => {
    for (const slug of ['fatalities-by-quarter', 'border-map']) {
      const { verdicts, otherMark } = checkColours(seedModel(slug), 'light');
      expect(verdicts.every(({ nearest, alike }) => nearest === null && alike.length === 0)).toBe(true);
      expect(otherMark).not.toBeNull();
    }
  });
});
