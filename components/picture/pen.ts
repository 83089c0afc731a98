import { FAMILY_NAMES, type Face, type Measure, type Run } from './letters';

// Writes the markup of a picture and remembers which letters it used in which face, so that a file can carry just those.

export interface UsedLetters {
  readonly face: Face;
  readonly letters: string;
}

export interface Pen {
  readonly measure: Measure;
  /** Adds markup as it is. */
  put(markup: string): void;
  /** Remembers letters that are set in a face. */
  note(text: string, face: Face): void;
  /** Sets one line of runs with its baseline at y. */
  line(runs: readonly Run[], x: number, y: number, size: number, anchor?: 'start' | 'end'): void;
  markup(): string;
  used(): UsedLetters[];
}

export function newPen(measure: Measure): Pen {
  const out: string[] = [];
  const kept = new Map<string, { face: Face; letters: Set<string> }>();
  const note = (text: string, face: Face): void => {
    const key = `${face.family} ${face.weight} ${face.isItalic}`;
    const entry = kept.get(key) ?? { face, letters: new Set<string>() };
    for (const letter of text) entry.letters.add(letter);
    kept.set(key, entry);
  };
  return {
    measure,
    put: (markup) => out.push(markup),
    note,
    line: (runs, x, y, size, anchor = 'start') => {
      const spans = runs.map(({ text, face, fill }) => {
        note(text, face);
        return `<tspan${faceAttributes(face)} fill="${fill}">${escapeText(text)}</tspan>`;
      });
      out.push(`<text x="${round(x)}" y="${round(y)}" font-size="${size}" xml:space="preserve"${anchor === 'end' ? ' text-anchor="end"' : ''}>${spans.join('')}</text>`);
    },
    markup: () => out.join(''),
    used: () => [...kept.values()].map(({ face, letters }) => ({ face, letters: [...letters].sort().join('') })),
  };
}

export function faceAttributes({ family, weight, isItalic }: Face): string {
  return ` font-family="${escapeText(FAMILY_NAMES[family])}"${weight === 400 ? '' : ` font-weight="${weight}"`}${isItalic ? ' font-style="italic"' : ''}`;
}

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 cannot hold at all. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as XML says it, in elements and in double-quoted attributes. */
export function escapeText(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"]/g, (letter) => NAMED[letter] ?? letter);
}

/** Hundredths of a pixel are enough. */
export function round(px: number): number {
  return Math.round(px * 100) / 100;
}
