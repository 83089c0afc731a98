import { type FontFace, fontFile } from './font-files';

// How wide letters are, from the font's own tables (hmtx, by way of cmap format 4): enough to break lines and set a legend.

interface Widths {
  readonly unitsPerEm: number;
  readonly glyphOf: (code: number) => number;
  readonly advanceOf: (glyph: number) => number;
}

const known = new Map<string, Widths>();

/** Width in px of a text, without kerning. */
export function textWidth(text: string, face: FontFace, size: number): number {
  const key = `${face.family} ${face.weight} ${face.isItalic}`;
  const widths = known.get(key) ?? readWidths(fontFile(face));
  known.set(key, widths);
  let units = 0;
  for (const letter of text) units += widths.advanceOf(widths.glyphOf(letter.codePointAt(0) ?? 0));
  return (units / widths.unitsPerEm) * size;
}

function readWidths(font: Buffer): Widths {
  const tables = new Map<string, number>();
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const record = 12 + index * 16;
    tables.set(font.toString('latin1', record, record + 4), font.readUInt32BE(record + 8));
  }
  const at = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new Error(`A picture's font has no table ${tag}`);
    return offset;
  };
  const hmtx = at('hmtx');
  const metrics = font.readUInt16BE(at('hhea') + 34);
  return {
    unitsPerEm: font.readUInt16BE(at('head') + 18),
    glyphOf: glyphsOf(font, at('cmap')),
    advanceOf: (glyph) => font.readUInt16BE(hmtx + Math.min(glyph, metrics - 1) * 4),
  };
}

/** The Unicode subtable of format 4, which every desktop font has for the Basic Multilingual Plane. */
function glyphsOf(font: Buffer, cmap: number): (code: number) => number {
  let table = -1;
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const offset = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (font.readUInt16BE(offset) === 4) table = offset;
  }
  if (table === -1) throw new Error("A picture's font has no character map of format 4");
  const doubled = font.readUInt16BE(table + 6);
  const ends = table + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const offsets = deltas + doubled;
  return (code) => {
    for (let at = 0; at < doubled; at += 2) {
      if (font.readUInt16BE(ends + at) < code) continue;
      const start = font.readUInt16BE(starts + at);
      if (start > code) return 0;
      const delta = font.readUInt16BE(deltas + at);
      const offset = font.readUInt16BE(offsets + at);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = font.readUInt16BE(offsets + at + offset + (code - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
