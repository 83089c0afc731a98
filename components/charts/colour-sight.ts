// How far apart two colours look, and how that changes for people who see fewer of them.

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

export type Sight = 'normal' | 'protanopia' | 'deuteranopia' | 'tritanopia' | 'greyscale';

/** Rows of a matrix on linear RGB. Machado, Oliveira, Fernandes 2009, severity 1; greyscale is the luminance of sRGB. */
export const SIGHTS: Readonly<Record<Sight, Matrix>> = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
  greyscale: [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]],
};

/** `#rrggbb` in linear light. */
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

/** Contrast of two `#rrggbb` colours by WCAG, 1 to 21. */
export function contrast(a: string, b: string): number {
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

/** CIEDE2000 (Sharma, Wu, Dalal 2005) between two colours of CIELAB. */
export function labDifference(one: Triple, two: Triple): number {
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

/** How far apart two `#rrggbb` colours look to somebody with this sight: CIEDE2000, 0 for the same. */
export function colourDistance(a: string, b: string, sight: Sight): number {
  return labDifference(lab(seen(linear(a), SIGHTS[sight])), lab(seen(linear(b), SIGHTS[sight])));
}

/** The `values` of an SVG feColorMatrix for this sight; it works on linear RGB, which is a filter's own default. */
export function colourMatrix(sight: Sight): string {
  return [...SIGHTS[sight].map((row) => `${row.join(' ')} 0 0`), '0 0 0 1 0'].join(' ');
}
