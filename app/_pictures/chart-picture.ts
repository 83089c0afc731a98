import { drawCard } from '@/components/picture/card';
import { drawPicture, type Picture } from '@/components/picture/picture';
import { parseStyles, rootProperties } from '@/components/picture/style-sheet';
import type { Styles } from '@/components/picture/cascade';
import type { ChartModel } from '@/domain/chart/model';
import { env } from '@/lib/env';
import { writeAddress } from '@/lib/inputs/address';
import { drawnOf, type View } from '@/lib/inputs/view';
import { textWidth } from '@/lib/picture/font-widths';
import { styleTexts } from '@/lib/picture/styles';

export interface ChartPicture extends Picture {
  /** The chart's page in this view, fixed on this release: a picture cannot change once it was taken. */
  readonly address: string;
}

const kept = new Map<'light' | 'dark', Styles>();

function stylesOf(theme: 'light' | 'dark'): Styles {
  const known = kept.get(theme);
  if (known !== undefined) return known;
  const { drawing, tokens } = styleTexts();
  const styles = { rules: parseStyles(drawing), root: rootProperties(tokens, theme) };
  kept.set(theme, styles);
  return styles;
}

/** The chart's page in this view, fixed on the release. */
function addressOf(model: ChartModel, view: View, release: number): string {
  return `${env().siteUrl}${writeAddress(`/charts/${model.slug}`, drawnOf(view), release)}`;
}

export function chartPicture(model: ChartModel, view: View, release: number): ChartPicture {
  const address = addressOf(model, view, release);
  return { ...drawPicture({ model, address, styles: stylesOf(view.theme ?? 'light'), measure: textWidth }), address };
}

/** The card of a link to the chart in this view, as SVG that is set in our own letters once it is made a PNG. */
export function chartCard(model: ChartModel, view: View, release: number): { readonly svg: string; readonly address: string } {
  const address = addressOf(model, view, release);
  return { svg: drawCard({ model, address, styles: stylesOf('light'), measure: textWidth }), address };
}
