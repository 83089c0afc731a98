// What a reader looks for: one line of words, the same for the page and for what is kept of it.

const LENGTH = 80;
const NOTHING = '-';

/** The words in one form: trimmed, single spaces, lower case, at most 80 characters. */
export function normaliseWords(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim().slice(0, LENGTH).trim();
}

/** The words as one segment of the internal path. */
export function printWordsSegment(words: string): string {
  return words === '' ? NOTHING : encodeURIComponent(`q${words}`);
}

/** The words of a segment that `printWordsSegment` wrote; empty for any other text. */
export function parseWordsSegment(segment: string): string {
  try {
    const text = decodeURIComponent(segment);
    return text.startsWith('q') ? normaliseWords(text.slice(1)) : '';
  } catch {
    return '';
  }
}
