/**
 * The categorical palette, in the order of `LegendItem.colour`. Hues are the same in both themes; the shades were chosen so that any two
 * differ by at least 15 (CIEDE2000) in normal, deuteranope and protanope sight and stand at least 3:1 off the page.
 * components/charts/tokens.css repeats them as custom properties; a test holds the two together.
 */
export const PALETTE = {
  light: ['#10558f', '#b78424', '#4e0a32', '#539288', '#8f81e8', '#6c4625'],
  dark: ['#6daded', '#f2b03f', '#b77592', '#99e7d9', '#6d55b8', '#8a6037'],
} as const;

/** The page behind the marks. */
export const PAPER = { light: '#fbf8f1', dark: '#14161a' } as const;
export const INK = { light: '#1d1b18', dark: '#ece7dd' } as const;

/** Palette slot of a legend index; indices past the end start again (the label tells them apart). */
export function paletteSlot(colour: number): number {
  return ((colour % PALETTE.light.length) + PALETTE.light.length) % PALETTE.light.length;
}
