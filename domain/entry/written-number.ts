// A number as people write it is read one way or not at all: a comma or a dot that could mean two things is asked about.

import { accept, refuse, type Outcome, type Refusal } from '../outcome';

const LARGEST = 1e12;
const MOST_DECIMALS = 6;

/** Thousands in threes, or as South Asia writes them: 2,414 / 24,14,000. */
const COMMAS = /^\d{1,3}(?:,\d{3})+$|^\d{1,2}(?:,\d{2})+,\d{3}$/;
const SPACES = /^\d{1,3}(?: \d{3})+$/;
const MARKS = /^\d{1,3}(?:['’]\d{3})+$/;
const DOTS = /^\d{1,3}(?:\.\d{3}){2,}$/;

/** Digits of the Arabic and the Extended Arabic rows, with their separators, as the ones of this keyboard. */
export function plainDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('\u066c', ',')
    .replaceAll('\u066b', '.');
}

/** `2414`, `2,414`, `2 414`, `24,14,000`, `12.5`, `-17`; refuses `2.414` and `12,5`, which say two things, with what to write. */
export function readNumber(text: string): Outcome<number> {
  const bare = text.replace(/^[\u2212\u2013-]\s*/, '');
  const sign = bare === text ? 1 : -1;
  const whole = wholeOf(bare);
  if (whole === null) return refuse(explain(text, bare));
  const [integer = '', decimals = ''] = whole.split('.');
  if (decimals.replace(/0+$/, '').length > MOST_DECIMALS) return refuse(unreadable(`${text} has more decimals than any source prints: write ${MOST_DECIMALS} at most.`));
  const value = Number(whole);
  if (value >= LARGEST || integer.length > 15) return refuse(unreadable(`${text.slice(0, 24)} is larger than anything counted here: check the digits.`));
  return accept(sign * value + 0);
}

/** The digits with a dot for decimals and nothing else, or null. */
function wholeOf(text: string): string | null {
  if (/^\d+$/.test(text)) return text;
  const [, front = '', decimals = ''] = /^(.*)\.(\d+)$/.exec(text) ?? [];
  if (front !== '' && (COMMAS.test(front) || SPACES.test(front) || MARKS.test(front))) return `${front.replace(/\D/g, '')}.${decimals}`;
  if (/^\d+$/.test(front) && !isAmbiguousDot(front, decimals)) return text;
  if (COMMAS.test(text) || SPACES.test(text) || MARKS.test(text) || DOTS.test(text)) return text.replace(/\D/g, '');
  const european = /^(\d{1,3}(?:\.\d{3})+),(\d{1,2})$/.exec(text);
  return european ? `${(european[1] ?? '').replace(/\D/g, '')}.${european[2] ?? ''}` : null;
}

/** `2.414` is two thousand in Berlin and two and a half in London; `0.414` and `1234.567` are decimals everywhere. */
function isAmbiguousDot(front: string, decimals: string): boolean {
  return decimals.length === 3 && front.length <= 3 && !front.startsWith('0');
}

function explain(text: string, bare: string): Refusal {
  const dotted = /^(\d{1,3})\.(\d{3})$/.exec(bare);
  if (dotted) {
    const [, front = '', back = ''] = dotted;
    return unreadable(`${text} can mean ${front},${back} or ${front} and a fraction: write ${front}${back} for thousands, ${front}.${back}0 for the fraction.`);
  }
  const comma = /^(\d+),(\d{1,2})$/.exec(bare);
  if (comma) return unreadable(`${text} is no thousand: write ${comma[1] ?? ''}.${comma[2] ?? ''} for a fraction, with a dot.`);
  if (/^\d+\s*(?:-|–|—|to)\s*\d+$/.test(bare)) {
    return unreadable(`${text} is a range, and a reading holds one number: write the lower end as “at least”, or “about” with the number the source names.`);
  }
  if (/^[\d.,]+\s*(?:k|m|mn|thousand|million|lakh|crore)$/i.test(bare)) return unreadable(`Write ${text} out in digits.`);
  if (/^\d[\d,.\s]*\d$/.test(bare)) return unreadable(`The digits of ${text} are not grouped in threes: write them without separators.`);
  if (/^\d/.test(bare)) return unreadable(`Only a number fits here: write the digits of “${text.slice(0, 24)}” alone, the unit is the series’ own.`);
  return unreadable(`“${text.slice(0, 24)}” is no number: write digits, a qualifier before them (>200, at least 600, ~450), or why there is none (nyr, nc, wh, unk).`);
}

function unreadable(message: string): Refusal {
  return { code: 'not-a-figure', message };
}
