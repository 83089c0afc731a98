// Words in a picture: which face they are set in, how wide they are, where lines break.

export type Family = 'serif' | 'sans' | 'data';

export interface Face {
  readonly family: Family;
  readonly weight: 400 | 500 | 600;
  readonly isItalic: boolean;
}

/** Width in px of a text set in a face at a size. */
export type Measure = (text: string, face: Face, size: number) => number;

/** Names as fontconfig and browsers know them, with what stands in where the picture's own letters are not understood. */
export const FAMILY_NAMES: Record<Family, string> = {
  serif: "Newsreader, Georgia, 'Times New Roman', serif",
  sans: "'IBM Plex Sans', Arial, Helvetica, sans-serif",
  data: "'IBM Plex Sans Condensed', 'Arial Narrow', Arial, Helvetica, sans-serif",
};

export function faceOf(family: Family, weight = 400, isItalic = false): Face {
  return { family, weight: weight >= 550 ? 600 : weight >= 450 ? 500 : 400, isItalic };
}

/** One stretch of text in one face and colour. */
export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly fill: string;
}

/** Breaks runs at spaces into lines of at most `width` px; a single longer word is broken between letters. */
export function breakLines(runs: readonly Run[], size: number, width: number, measure: Measure): Run[][] {
  const lines: Run[][] = [[]];
  let used = 0;
  const put = (run: Run): void => {
    const line = lines[lines.length - 1];
    const last = line?.[line.length - 1];
    if (last !== undefined && last.face === run.face && last.fill === run.fill) line?.splice(-1, 1, { ...last, text: last.text + run.text });
    else line?.push(run);
  };
  for (const run of runs) {
    for (const word of run.text.split(/(?<=\s)/).flatMap((text) => splitLong(text, run.face, size, width, measure))) {
      const bare = word.trimEnd();
      if (used > 0 && used + measure(bare, run.face, size) > width) {
        lines.push([]);
        used = 0;
      }
      put({ ...run, text: word });
      used += measure(word, run.face, size);
    }
  }
  return lines.map(trimmed).filter((line) => line.length > 0);
}

/** The narrowest width that needs no more lines than `width` does: lines of like length, no word left alone. */
export function balancedWidth(runs: readonly Run[], size: number, width: number, measure: Measure): number {
  const count = breakLines(runs, size, width, measure).length;
  let narrowest = width;
  while (count > 1 && narrowest > width / 2 && breakLines(runs, size, narrowest - 8, measure).length === count) narrowest -= 8;
  return narrowest;
}

function splitLong(word: string, face: Face, size: number, width: number, measure: Measure): string[] {
  if (measure(word.trimEnd(), face, size) <= width) return [word];
  const parts: string[] = [''];
  for (const letter of word) {
    const last = parts[parts.length - 1] ?? '';
    if (last !== '' && measure(last + letter, face, size) > width) parts.push(letter);
    else parts[parts.length - 1] = last + letter;
  }
  return parts;
}

function trimmed(line: readonly Run[]): Run[] {
  const last = line[line.length - 1];
  if (last === undefined) return [];
  const text = last.text.trimEnd();
  return text === '' ? trimmed(line.slice(0, -1)) : [...line.slice(0, -1), { ...last, text }];
}
