import 'server-only';
import { findSentenceRows } from '@/db/queries/find-sentence-rows';
import { findSentences } from '@/db/queries/find-sentences';
import { CitationRegister } from '@/domain/chart/citation-register';
import type { Citation } from '@/domain/citation';
import type { Day } from '@/domain/period';
import { evaluateSentence, resolveBindings } from '@/domain/sentence';
import { coverageOf, type YearCoverage } from '@/domain/sentence-coverage';
import { ledgerAt } from './ledger';

/** A piece of a sentence: words, or a number with the indexes of its citations. */
export interface SentencePart {
  readonly text: string;
  /** Empty for words. */
  readonly citations: readonly number[];
}

export interface SentencesRead {
  readonly sentences: readonly {
    readonly id: string;
    readonly parts: readonly SentencePart[];
    /** How much of a year its numbers cover; empty where they are no counts over time. */
    readonly coverage: readonly YearCoverage[];
  }[];
  /** Numbered over all sentences in order of first use; parts refer to them by index. */
  readonly citations: readonly Citation[];
}

/** The sentences of a placement (`home` or a chart's slug) whose conditions hold in this release and vintage, in order. */
export async function readSentences(release: number, placement: string, asOf: Day | null): Promise<SentencesRead> {
  const db = await ledgerAt(release);
  const stored = await findSentences(db, release, placement);
  const context = await findSentenceRows(db, release, stored, asOf);
  const register = new CitationRegister();
  const sentences = stored.flatMap((sentence) => {
    const result = evaluateSentence(sentence, resolveBindings(sentence, context, asOf));
    if (!result.shown) return [];
    const parts = result.parts.map((part) => ({ text: part.text, citations: 'citations' in part ? register.cite(part.citations) : [] }));
    return [{ id: sentence.id, parts, coverage: coverageOf(sentence) }];
  });
  return { sentences, citations: register.list() };
}
