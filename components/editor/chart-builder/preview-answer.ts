import type { ChartModel } from '@/domain/chart/model';
import type { FrameHeights } from '@/domain/embed/code';

/** What the preview is answered with. */
export interface PreviewAnswer {
  /** Whether the changeset's drafts are in it; `hidden`: they bear on it but cannot be laid over what stands yet. */
  readonly ground: 'drafts' | 'release' | 'hidden';
  readonly model: ChartModel;
  readonly computedAltText: string;
  readonly embed?: { readonly html: string; readonly heights: FrameHeights };
  /** A data address of the picture that a link to the chart has. */
  readonly card?: string;
}

/** What is looked at. */
export type Show = 'interactive' | 'still' | 'table' | 'embed' | 'card';
