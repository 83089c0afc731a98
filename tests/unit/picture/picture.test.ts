import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { INK, PAPER } from '@/components/charts/palette';
import { fontCss } from '@/lib/picture/font-css';
import { textWidth } from '@/lib/picture/font-widths';
import { drawPng } from '@/lib/picture/png';
import { PICTURE_ADDRESS, pictureOf, seedModels } from '@/tests/fixtures/draw-picture';

const models = seedModels();
const [first] = models;
if (first === undefined) throw new Error('The starting data has no chart.');

const plain = (svg: string): string => svg.replace(/<[^>]+>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
const words = (text: string): string => text.replace(/\s+/g, '');

describe.each(['light', 'dark'] as const)('%s pictures of the starting data', (theme) => {
  it.each(models.map((model) => [model.slug, model] as const))('%s says everything, in plain attributes', async (_, model) => {
    const { svg, width, height } = pictureOf(model, theme);
    const file = svg('');
    expect(width).toBe(960);
    // Nothing is left that only a page could resolve.
    expect(file.replace(/<desc[^>]*>.*?<\/metadata>/s, '')).not.toMatch(/var\(|color-mix|class=|="[\d.-]+%"|undefined|NaN|#figure/);
    const text = words(plain(file));
    for (const part of [model.title, model.subtitle, model.countingRule, model.altText, `Release ${model.release}.`, PICTURE_ADDRESS.replace('https://', '')]) {
      expect(text).toContain(words(part));
    }
    expect(text).toContain(words(model.citations[0]?.source.publisher ?? ''));
    expect(file).toContain(PAPER[theme]);
    expect(file).toContain(INK[theme]);
    for (const { href } of [...file.matchAll(/ href="(?<href>[^"]*)"/g)].map(({ groups }) => groups as { href: string })) expect(href).toMatch(/^https:\/\/figures\.example\/charts\/x\?release=2#/);
    // Well-formed, and as large as it says.
    expect(await sharp(Buffer.from(file), { density: 72 }).metadata()).toMatchObject({ format: 'svg', width: 960, height });
  });
});

it('prints every mark of a chart that fits', () => {
  const model = models.find(({ slug }) => slug === 'fatalities-by-quarter');
  if (model?.kind !== 'periods') throw new Error('The opening chart is gone.');
  const text = plain(pictureOf(model).svg(''));
  for (const { marks } of model.panels) for (const { label } of marks) expect(text).toContain(label);
});

it('takes hostile words for words', async () => {
  const hostile = '</text><script>alert("x")</script>&amp;]]>\u0000\u{1F9E8}';
  const { svg, used } = pictureOf({ ...first, title: hostile, countingRule: hostile, altText: hostile });
  const file = svg(await fontCss(used));
  expect(file).not.toContain('<script');
  await expect(sharp(Buffer.from(file)).metadata()).resolves.toMatchObject({ format: 'svg' });
});

it('says by which day it was known', () => {
  expect(words(plain(pictureOf({ ...first, asOf: '2025-07-10' }).svg('')))).toContain(words('As known on 10 Jul 2025. Figures reported later are left out.'));
});

it('carries just the letters it uses, in every face', async () => {
  const { svg, used } = pictureOf(first);
  const file = svg(await fontCss(used));
  expect(file.match(/@font-face/g)).toHaveLength(used.length);
  expect(file.length).toBeLessThan(120_000);
  expect(used.map(({ face }) => face.family)).toEqual(expect.arrayContaining(['serif', 'sans', 'data']));
});

describe('as PNG', () => {
  const texts = { Title: 'Deaths – ≥ 600', Source: 'x'.repeat(1000), Release: '2' };

  it.each([[0.5, 480], [1, 960], [2, 1920]])('at scale %s is %i pixels wide, with its facts inside', async (scale, width) => {
    const { svg, height } = pictureOf(first);
    const meta = await sharp(await drawPng({ svg: svg(''), scale, texts })).metadata();
    expect(meta).toMatchObject({ format: 'png', width, height: Math.round(height * scale), hasAlpha: false });
    expect(Object.fromEntries((meta.comments ?? []).map(({ keyword, text }) => [keyword, text]))).toEqual(texts);
  });

  it('is the same to the byte each time', async () => {
    const { svg } = pictureOf(first);
    const [one, two] = await Promise.all([drawPng({ svg: svg(''), scale: 1, texts }), drawPng({ svg: svg(''), scale: 1, texts })]);
    expect(one.equals(two)).toBe(true);
  });

  it('is set in our own letters, and sees no others', async () => {
    const set = (family: string): Promise<Buffer> => drawPng({
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><text y="30" font-size="24" font-family="${family}">Quarter 616 agy</text></svg>`, scale: 1, texts: {},
    });
    const [serif, sans, data, foreign, unknown] = await Promise.all(['Newsreader', 'IBM Plex Sans', 'IBM Plex Sans Condensed', 'DejaVu Sans', 'No Such Family'].map(set));
    expect(new Set([serif, sans, data].map((png) => png?.toString('base64'))).size).toBe(3);
    expect(foreign?.equals(unknown ?? Buffer.alloc(0))).toBe(true);
  });

  it('is the same on a server without fonts, home or settings', () => {
    const empty = mkdtempSync(join(tmpdir(), 'frontier-ledger-no-fonts-'));
    const print = (env: Record<string, string>): string =>
      execFileSync(process.execPath, ['--import', 'tsx', 'tests/fixtures/print-picture.ts'], { encoding: 'utf8', env: { NODE_ENV: 'test', PATH: process.env.PATH ?? '', ...env } });
    try {
      const here = print({ HOME: process.env.HOME ?? empty });
      expect(here).toMatch(/^[0-9a-f]{64}$/);
      expect(print({ HOME: empty, FONTCONFIG_PATH: empty, XDG_DATA_HOME: empty, XDG_CONFIG_HOME: empty, XDG_CACHE_HOME: '/dev/null/none' })).toBe(here);
    } finally {
      rmSync(empty, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

it.each([['serif', 600, 'Deaths from violence'], ['sans', 400, 'What is counted: civilians'], ['data', 500, '1,028 ≥ 901'], ['data', 600, 'Kharlachi / Dand-e-Patan']] as const)(
  'measures %s %i as wide as it is drawn', async (family, weight, text) => {
    const names = { serif: 'Newsreader', sans: 'IBM Plex Sans', data: 'IBM Plex Sans Condensed' };
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="80"><rect width="900" height="80" fill="#fff"/>`
      + `<text x="20" y="50" font-size="40" font-weight="${weight}" font-family="${names[family]}">${text}</text></svg>`;
    const { info } = await sharp(await drawPng({ svg, scale: 1, texts: {} })).trim({ background: '#fff' }).toBuffer({ resolveWithObject: true });
    expect(Math.abs(info.width - textWidth(text, { family, weight, isItalic: false }, 40))).toBeLessThan(8);
  });
