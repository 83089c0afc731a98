// Alt text says the most important things first and stops at sixty words; it never ends inside a sentence.

import { asSentence } from './wording';

const WORD_LIMIT = 60;

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/**
 * Sentences in order of importance; empty ones and those that no longer fit are left out whole.
 * The editor's own sentence comes first when there is one and replaces the computed opening.
 */
export function composeAltText(editorial: string, opening: string, sentences: readonly (string | null)[]): string {
  const first = asSentence(editorial.trim() === '' ? opening : editorial);
  let words = wordsIn(first);
  const kept = [first];
  for (const sentence of sentences) {
    if (sentence === null || sentence.trim() === '') continue;
    const length = wordsIn(sentence);
    if (words + length > WORD_LIMIT) continue;
    words += length;
    kept.push(asSentence(sentence));
  }
  return kept.join(' ');
}
