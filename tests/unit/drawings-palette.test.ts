import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { INK, PALETTE, paletteSlot, PAPER } from '@/components/charts/palette';
import { FIT_STEPS } from '@/components/charts/geometry/text-fit';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Machado, Oliveira, Fernandes 2009, severity 1, on linear RGB. */
const SIGHTS: Readonly<Record<'normal' | 'deuteranopia' | 'protanopia', Matrix>> = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
};

function linear(hex: string): Triple {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function seen(colour: Triple, sight: Matrix): Triple {
  const part = (row: Triple): number => Math.min(1, Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2]));
  return [part(sight[0]), part(sight[1]), part(sight[2])];
}

const luminance = ([r, g, b]: Triple): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function lab([r, g, b]: Triple): Triple {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const degrees = (radians: number): number => ((radians * 180) / Math.PI + 360) % 360;
const radians = (value: number): number => (value * Math.PI) / 180;

/** CIEDE2000 (Sharma, Wu, Dalal 2005). */
function difference(one: Triple, two: Triple): number {
  const chroma = (Math.hypot(one[1], one[2]) + Math.hypot(two[1], two[2])) / 2;
  const stretch = 1.5 - 0.5 * Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
  const [a1, a2] = [one[1] * stretch, two[1] * stretch];
  const [c1, c2] = [Math.hypot(a1, one[2]), Math.hypot(a2, two[2])];
  const [h1, h2] = [degrees(Math.atan2(one[2], a1)), degrees(Math.atan2(two[2], a2))];
  const turn = Math.abs(h2 - h1) <= 180 ? h2 - h1 : h2 > h1 ? h2 - h1 - 360 : h2 - h1 + 360;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn) / 2);
  const hue = Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
  const [L, C] = [(one[0] + two[0]) / 2, (c1 + c2) / 2];
  const T = 1 - 0.17 * Math.cos(radians(hue - 30)) + 0.24 * Math.cos(radians(2 * hue)) + 0.32 * Math.cos(radians(3 * hue + 6)) - 0.2 * Math.cos(radians(4 * hue - 63));
  const rotation = -Math.sin(radians(60 * Math.exp(-(((hue - 275) / 25) ** 2)))) * 2 * Math.sqrt(C ** 7 / (C ** 7 + 25 ** 7));
  const l = (two[0] - one[0]) / (1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2));
  const c = (c2 - c1) / (1 + 0.045 * C);
  const h = dH / (1 + 0.015 * C * T);
  return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
}

describe('the formula for differences', () => {
  it('agrees with published pairs', () => {
    expect(difference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(difference([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
  });
});

describe.each(['light', 'dark'] as const)('the palette in the %s theme', (theme) => {
  const colours = PALETTE[theme];

  it.each(Object.entries(SIGHTS))('keeps any two colours apart in %s sight', (_, sight) => {
    const labs = colours.map((colour) => lab(seen(linear(colour), sight)));
    const distances = labs.flatMap((one, index) => labs.slice(index + 1).map((two) => difference(one, two)));
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
