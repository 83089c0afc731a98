// What divides the cells of a text file is seen from its first lines: the sign that stands outside of quotes most often.

const SIGNS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof SIGNS)[number];

/** The delimiter of a text, from its beginning. A file of one column has none: comma, by which nothing is divided wrongly. */
export function findDelimiter(beginning: string): Delimiter {
  const counts = new Map<string, number>(SIGNS.map((sign) => [sign, 0]));
  let isQuoted = false;
  for (const letter of beginning) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === '\n' || letter === '\r')) {
      if ([...counts.values()].some((count) => count > 0)) break;
    } else if (!isQuoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  let best: Delimiter = ',';
  for (const sign of SIGNS) if ((counts.get(sign) ?? 0) > (counts.get(best) ?? 0)) best = sign;
  return best;
}
