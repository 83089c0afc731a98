// What readers of one release see that is worked out, not stored: its charts and its sentences.

import { buildChart } from '../chart/build';
import type { ChartDefinition } from '../chart/definition';
import { ChartDefinitionError } from '../chart/definition-error';
import type { ChartModel } from '../chart/model';
import type { ChartRows } from '../chart/rows';
import { evaluateSentence, resolveBindings, type Sentence, type SentenceResult } from '../sentence';

/** The rows of one release from which all of its charts and sentences come. */
export interface ReviewRows {
  readonly charts: readonly ChartDefinition[];
  readonly sentences: readonly Sentence[];
  readonly rows: ChartRows;
}

export interface BuiltChart {
  readonly definition: ChartDefinition;
  /** Null where it cannot be built; `fault` then says why. */
  readonly model: ChartModel | null;
  readonly fault: string | null;
}

export interface ToldSentence {
  readonly sentence: Sentence;
  readonly result: SentenceResult;
}

export interface ReviewSide {
  readonly rows: ChartRows;
  readonly charts: readonly BuiltChart[];
  readonly sentences: readonly ToldSentence[];
}

/** Builds every chart and evaluates every sentence. A chart that cannot be built is told, not thrown. */
export function buildSide({ charts, sentences, rows }: ReviewRows): ReviewSide {
  // Exactly what the readers' pages resolve bindings in.
  const told = { readings: rows.readings, closures: rows.closures, claims: rows.claims };
  return {
    rows,
    charts: charts.map((definition) => ({ definition, ...build(definition, rows) })),
    sentences: sentences.map((sentence) => ({ sentence, result: evaluateSentence(sentence, resolveBindings(sentence, told, rows.asOf)) })),
  };
}

function build(definition: ChartDefinition, rows: ChartRows): Pick<BuiltChart, 'model' | 'fault'> {
  try {
    return { model: buildChart(definition, rows), fault: null };
  } catch (error) {
    if (error instanceof ChartDefinitionError) return { model: null, fault: error.message };
    throw error;
  }
}

/** A sentence as readers see it, or null while it is hidden. */
export function sentenceText(result: SentenceResult): string | null {
  return result.shown ? result.parts.map(({ text }) => text).join('') : null;
}
