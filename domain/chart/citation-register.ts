// Citations are numbered in the order in which a chart first uses them; the same place in the same source is one number.

import type { Citation } from '../citation';

/** Collects the citations of one chart. Indexes are 0-based into `list()`; people read them as index + 1. */
export class CitationRegister {
  readonly #indexes = new Map<string, number>();
  readonly #citations: Citation[] = [];

  /** Registers the citations of one row and returns their indexes in the given order, without repeats. */
  cite(citations: readonly Citation[]): readonly number[] {
    return [...new Set(citations.map((citation) => this.#indexOf(citation)))];
  }

  /** Every citation used so far, in order of first use. */
  list(): readonly Citation[] {
    return [...this.#citations];
  }

  #indexOf(citation: Citation): number {
    const key = JSON.stringify([citation.source.id, citation.locator, citation.quote, citation.paraphrase]);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const index = this.#citations.length;
    this.#indexes.set(key, index);
    this.#citations.push(citation);
    return index;
  }
}
