// Words are compared without case, accents and marks, so that “Chitrāl” is found by “chitral” and “Muttaqi’s” by “muttaqi's”.

const MARKS = /\p{M}+/gu;
const QUOTES = /[\u2018\u2019\u02bc`\u00b4]/g;
const DASHES = /[\u2010-\u2015]/g;

/** The text in the form in which it is compared. */
export function foldWords(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').replace(QUOTES, "'").replace(DASHES, '-').toLowerCase().replace(/\s+/g, ' ').trim();
}
