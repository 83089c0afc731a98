// Two releases are compared by what readers see of them: a chart differs where its model does, a sentence where its words do.

import type { ChartModel } from '../chart/model';
import type { ReviewSide, ToldSentence } from './side';
import { sentenceText } from './side';

export interface ComparedChart {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** Null where the release has no such chart or cannot build it. */
  readonly before: ChartModel | null;
  readonly after: ChartModel | null;
  /** Why it cannot be built after. */
  readonly fault: string | null;
  /** Whether it could not be built before either. */
  readonly wasFaulty: boolean;
  readonly isChanged: boolean;
}

export interface ComparedSentence {
  readonly id: string;
  readonly placement: string;
  /** What readers see, or null while it is hidden for `reasonBefore`. */
  readonly before: string | null;
  readonly after: string | null;
  readonly reasonBefore: string | null;
  readonly reasonAfter: string | null;
  readonly isChanged: boolean;
}

export interface Compared {
  readonly charts: readonly ComparedChart[];
  readonly sentences: readonly ComparedSentence[];
}

/** Charts in the order of the release after, those that are gone last; sentences by placement and position. */
export function compareSides(before: ReviewSide, after: ReviewSide): Compared {
  return { charts: compareCharts(before, after), sentences: compareSentences(before.sentences, after.sentences) };
}

function compareCharts(before: ReviewSide, after: ReviewSide): ComparedChart[] {
  const was = new Map(before.charts.map((chart) => [chart.definition.id, chart]));
  const is = new Set(after.charts.map(({ definition }) => definition.id));
  const gone = before.charts.filter(({ definition }) => !is.has(definition.id))
    .map(({ definition: { id, slug, title }, model }) => ({ id, slug, title, before: model, after: null, fault: null, wasFaulty: model === null, isChanged: true }));
  const standing = after.charts.map(({ definition: { id, slug, title }, model, fault }) => {
    const earlier = was.get(id);
    const isChanged = fingerprint(earlier?.model ?? null) !== fingerprint(model);
    return { id, slug, title, before: earlier?.model ?? null, after: model, fault, wasFaulty: earlier !== undefined && earlier.model === null, isChanged };
  });
  return [...standing, ...gone];
}

/** All that a model says but the number of the release it was built for. */
function fingerprint(model: ChartModel | null): string {
  return model === null ? '' : JSON.stringify({ ...model, release: 0 }, (name, value: unknown) => (name === 'publishedIn' || name === 'revision' ? undefined : value));
}

function compareSentences(before: readonly ToldSentence[], after: readonly ToldSentence[]): ComparedSentence[] {
  const was = new Map(before.map((told) => [told.sentence.id, told]));
  return after.map(({ sentence: { id, placement }, result }) => {
    const earlier = was.get(id)?.result ?? null;
    const [textBefore, textAfter] = [earlier === null ? null : sentenceText(earlier), sentenceText(result)];
    const reasonBefore = earlier === null ? 'It is new.' : earlier.shown ? null : earlier.reason;
    const reasonAfter = result.shown ? null : result.reason;
    return { id, placement, before: textBefore, after: textAfter, reasonBefore, reasonAfter, isChanged: textBefore !== textAfter };
  });
}
