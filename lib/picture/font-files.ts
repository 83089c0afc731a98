import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// The faces that pictures are set in, from npm packages that ship them as TTF under the Open Font License.

export interface FontFace {
  readonly family: 'serif' | 'sans' | 'data';
  readonly weight: 400 | 500 | 600;
  readonly isItalic: boolean;
}

const PACKAGES = {
  serif: { folder: 'newsreader', stem: 'Newsreader', name: 'Newsreader' },
  sans: { folder: 'ibm-plex-sans', stem: 'IBMPlexSans', name: 'IBM Plex Sans' },
  data: { folder: 'ibm-plex-sans-condensed', stem: 'IBMPlexSansCondensed', name: 'IBM Plex Sans Condensed' },
} as const;
const CUTS = { 400: '400Regular', 500: '500Medium', 600: '600SemiBold' } as const;

const files = new Map<string, Buffer>();

/** The whole TTF of a face. Read once. */
export function fontFile({ family, weight, isItalic }: FontFace): Buffer {
  const { folder, stem } = PACKAGES[family];
  const cut = `${CUTS[weight]}${isItalic ? '_Italic' : ''}`;
  const known = files.get(`${stem} ${cut}`);
  if (known !== undefined) return known;
  const file = readFileSync(join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/@expo-google-fonts', folder, cut, `${stem}_${cut}.ttf`));
  files.set(`${stem} ${cut}`, file);
  return file;
}

/** Its family name inside the file, as fontconfig and style sheets know it. */
export function fontName({ family }: FontFace): string {
  return PACKAGES[family].name;
}
