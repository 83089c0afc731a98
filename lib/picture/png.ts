import { join } from 'node:path';
import sharp from 'sharp';
import { setFontConfiguration } from '@/lib/env';
import { withPngText } from './png-text';

interface PngQuestion {
  readonly svg: string;
  /** Pixels a CSS pixel. */
  readonly scale: number;
  readonly texts: Readonly<Record<string, string>>;
}

const DOTS_AT_ONE = 72;
/** A chart has few colours: a palette halves the file. Without dithering plain areas stay plain. */
const SETTINGS = { palette: true, quality: 95, dither: 0, effort: 4, compressionLevel: 9 } as const;
const CONFIGURATION = join(/* turbopackIgnore: true */ process.cwd(), 'lib/picture/fonts.conf');

/** The SVG as PNG, set in our own fonts whatever the server has installed, with texts for whoever finds it elsewhere. */
export async function drawPng({ svg, scale, texts }: PngQuestion): Promise<Buffer> {
  setFontConfiguration(CONFIGURATION);
  const png = await sharp(Buffer.from(svg), { density: DOTS_AT_ONE * scale }).flatten({ background: '#fff' }).png(SETTINGS).toBuffer();
  return withPngText(png, texts);
}
