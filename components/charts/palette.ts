/**
 * The categorical palette, in the order of `LegendItem.colour`. Hues are the same in both themes; the shades were chosen so that any two
 * differ by at least 15 (CIEDE2000) in normal, deuteranope and protanope sight and stand at least 3:1 off the page.
 * app/globals.css repeats them as custom properties; a test holds the two together.
 */
export const PALETTE = {
  light: ['#10558f', '#b97f17', '#55103a', '#4a857a', '#967de4', '#754a31'],
  dark: ['#6daded', '#f2b03f', '#b77592', '#b2efe8', '#7855b8', '#866647'],
} as const;

/** The page behind the marks. */
export const PAPER = { light: '#fbf8f1', dark: '#14161a' } as const;
export const INK = { light: '#1d1b18', dark: '#ece7dd' } as const;

/** Palette slot of a legend index; indices past the end start again (the label tells them apart). */
export function paletteSlot(colour: number): number {
  return ((colour % PALETTE.light.length) + PALETTE.light.length) % PALETTE.light.length;
}
