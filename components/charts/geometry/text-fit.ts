/** Widths in CSS pixels of the plot at which a text may appear; components/charts/drawing.css hides it below with container queries. */
export const FIT_STEPS = [200, 240, 280, 320, 360, 400, 460, 520, 600, 680, 760, 860, 960, 1040, 1120, 1240, 1400] as const;

const NARROW = new Set([...'.,:;\'|iljtfI!()[] ‘’·']);
const WIDE = new Set([...'mwMW@%—']);

/** Estimated width in px of a text set in the condensed data face; errs on the wide side. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) {
    if (NARROW.has(letter)) ems += 0.3;
    else if (WIDE.has(letter)) ems += 0.84;
    else if (/[0-9]/.test(letter)) ems += 0.56;
    else if (letter >= 'A' && letter <= 'Z') ems += 0.62;
    else ems += 0.52;
  }
  return ems * size;
}

/**
 * Class that shows a text only on plots at least `needed` px wide; empty when it fits everywhere.
 * A text that needs more than the widest step never shows.
 */
export function fitClass(needed: number): string {
  if (needed <= FIT_STEPS[0]) return '';
  const step = FIT_STEPS.find((candidate) => candidate >= needed);
  return step === undefined ? 'fit-never' : `fit-${step}`;
}

/** Class of what stands in for a text with `fitClass(needed)` where that does not fit; empty where it always fits. */
export function unfitClass(needed: number): string {
  return fitClass(needed).replace('fit-', 'unfit-');
}

/** Breaks a text at its spaces into lines of at most `width` px; a single longer word stays whole. */
export function wrapText(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Classes of axis ticks by the weight the model gives them. */
export function weightClass(weight: 1 | 2 | 3): string {
  return weight === 1 ? '' : weight === 2 ? 'fit-460' : 'fit-860';
}
