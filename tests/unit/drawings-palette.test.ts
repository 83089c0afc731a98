import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { colourDistance, contrast, labDifference } from '@/components/charts/colour-sight';
import { INK, PALETTE, paletteSlot, PAPER } from '@/components/charts/palette';
import { FIT_STEPS } from '@/components/charts/geometry/text-fit';

describe('the formula for differences', () => {
  it('agrees with published pairs', () => {
    expect(labDifference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(labDifference([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
  });
});

describe.each(['light', 'dark'] as const)('the palette in the %s theme', (theme) => {
  const colours = PALETTE[theme];

  it.each(['normal', 'deuteranopia', 'protanopia'] as const)('keeps any two colours apart in %s sight', (sight) => {
    const distances = colours.flatMap((one, index) => colours.slice(index + 1).map((two) => colourDistance(one, two, sight)));
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(15);
  });

  it('stands at least 3:1 off the page', () => {
    for (const colour of colours) expect(contrast(colour, PAPER[theme])).toBeGreaterThanOrEqual(3);
  });
});

/** The custom properties of the first block after `opening`. */
function tokens(css: string, opening: string): ReadonlyMap<string, string> {
  const from = css.indexOf('{', css.indexOf(opening));
  return new Map([...css.slice(from, css.indexOf('}', from)).matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

describe('the style sheets', () => {
  const globals = readFileSync('components/charts/tokens.css', 'utf8');
  const drawing = readFileSync('components/charts/drawing.css', 'utf8');
  const themes = [['light', ':root {'], ['dark', ":root:not([data-theme='light']) {"], ['dark', ":root[data-theme='dark'] {"]] as const;

  it.each(themes)('carry the %s palette at %s', (theme, opening) => {
    const found = tokens(globals, opening);
    PALETTE[theme].forEach((colour, slot) => {
      expect(found.get(`series-${slot}`)).toBe(colour);
      expect(contrast(found.get(`on-series-${slot}`) ?? '#000000', colour)).toBeGreaterThanOrEqual(4.5);
    });
    expect(found.get('paper')).toBe(PAPER[theme]);
    expect(found.get('ink')).toBe(INK[theme]);
    for (const name of ['ink', 'ink-muted', 'ink-faint', 'accent']) expect(contrast(found.get(name) ?? '#000000', PAPER[theme]), name).toBeGreaterThanOrEqual(4.5);
  });

  it('have the same dark theme for those who choose it and those whose system does', () => {
    expect(tokens(globals, ":root[data-theme='dark'] {")).toEqual(tokens(globals, ":root:not([data-theme='light']) {"));
  });

  it('hide texts at exactly the steps that the geometry reckons with', () => {
    const steps = [...drawing.matchAll(/@container plot \(width < (\d+)px\) \{\s*\.plot-box \.fit-(\d+)/g)].map((match) => [Number(match[1]), Number(match[2])]);
    expect(steps).toEqual(FIT_STEPS.slice(1).map((step) => [step, step]));
    const inverse = [...drawing.matchAll(/@container plot \(width >= (\d+)px\) \{\s*\.plot-box \.unfit-(\d+)/g)].map((match) => [Number(match[1]), Number(match[2])]);
    expect(inverse).toEqual(steps);
    PALETTE.light.forEach((_, slot) => expect(drawing).toContain(`.s${slot} {`));
  });

  it('starts the palette again after its last colour', () => {
    expect(paletteSlot(PALETTE.light.length)).toBe(0);
  });
});
