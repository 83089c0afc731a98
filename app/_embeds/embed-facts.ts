import { chartPicture } from '@/app/_pictures/chart-picture';
import { embedHeights } from '@/components/embed/heights';
import { type EmbedFacts, HEIGHT_CASES, heightKey } from '@/components/embed-dialog/embed-choice';
import type { ChartModel } from '@/domain/chart/model';
import type { View } from '@/lib/inputs/view';

/** What the codes of a chart must know in this view: words, the size of its picture, and its heights in every form. */
export function embedFacts(model: ChartModel, view: View, release: number): EmbedFacts {
  const { width, height } = chartPicture(model, view, release);
  return {
    title: model.title,
    altText: model.altText,
    picture: { width, height },
    heights: Object.fromEntries(HEIGHT_CASES.map(({ hide, mode }) => [heightKey(hide, mode), embedHeights(model, { hide, mode })])),
  };
}
