import subsetFont from 'subset-font';
import { type FontFace, fontFile, fontName } from './font-files';

/** `@font-face` rules that hold just the letters used, as WOFF2 in data addresses: a picture that needs nothing from anywhere. */
export async function fontCss(used: readonly { readonly face: FontFace; readonly letters: string }[]): Promise<string> {
  const rules = await Promise.all(used.map(async ({ face, letters }) => {
    const subset = await subsetFont(fontFile(face), letters, { targetFormat: 'woff2' });
    const style = face.isItalic ? 'italic' : 'normal';
    return `@font-face{font-family:'${fontName(face)}';font-weight:${face.weight};font-style:${style};src:url(data:font/woff2;base64,${subset.toString('base64')}) format('woff2')}`;
  }));
  return rules.join('');
}
