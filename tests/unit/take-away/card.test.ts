import sharp from 'sharp';
import { expect, it } from 'vitest';
import { drawCard } from '@/components/picture/card';
import { parseStyles, rootProperties } from '@/components/picture/style-sheet';
import { drawPng } from '@/lib/picture/png';
import { textWidth } from '@/lib/picture/font-widths';
import { styleTexts } from '@/lib/picture/styles';
import { PICTURE_ADDRESS, seedModels } from '@/tests/fixtures/draw-picture';

const { drawing, tokens } = styleTexts();
const styles = { rules: parseStyles(drawing), root: rootProperties(tokens, 'light') };
const models = seedModels();
const words = (svg: string): string => svg.replace(/<[^>]+>/g, '').replace(/&amp;/g, '&').replace(/\s+/g, '');

it.each(models.map((model) => [model.slug, model] as const))('%s has a card with its title, its reach and its release, and is cut only with a word', async (_, model) => {
  const svg = drawCard({ model, address: PICTURE_ADDRESS, styles, measure: textWidth });
  expect(svg).not.toMatch(/var\(|color-mix|="[\d.-]+%"|undefined|NaN/);
  expect(words(svg)).toContain(model.title.replace(/\s+/g, ''));
  expect(words(svg)).toContain(`Release${model.release}`);
  expect(svg.includes('card-fade')).toBe(words(svg).includes('Therestisonthepage.'));
  expect(await sharp(Buffer.from(svg), { density: 72 }).metadata()).toMatchObject({ width: 1200, height: 630 });
  if (model.kind === 'map') expect(svg).not.toContain('card-fade');
});

it('a long title stays above the drawing, and a vintage is named', async () => {
  const [model] = models;
  if (model === undefined) throw new Error('The starting data has no chart.');
  const svg = drawCard({ model: { ...model, title: 'Deaths and more '.repeat(30), asOf: '2025-07-10' }, address: PICTURE_ADDRESS, styles, measure: textWidth });
  expect(words(svg)).toContain('Asknownon10Jul2025');
  expect(words(svg)).toContain('…');
  const png = await drawPng({ svg, scale: 1, texts: { Release: '2' } });
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
});
