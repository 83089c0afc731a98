import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { CODE_FORMS, embedCodes, type CodeQuestion, heightAt, heightStyle } from '@/domain/embed/code';

const question: CodeQuestion = {
  title: 'Deaths from violence by quarter',
  altText: 'Bars of deaths by quarter. Highest 1,028 in Q4 2024.',
  mode: 'pinned',
  release: 12,
  heights: { narrow: 819, middle: 632, wide: 593 },
  picture: { width: 960, height: 776 },
  addresses: {
    frame: 'https://figures.example/embed/x?release=12&theme=dark',
    page: 'https://figures.example/charts/x?release=12',
    picture: 'https://figures.example/charts/x.png?release=12',
    sharpPicture: 'https://figures.example/charts/x.png?release=12&scale=2',
    script: 'https://figures.example/embed.js',
    oembed: 'https://figures.example/api/oembed?url=https%3A%2F%2Ffigures.example%2Fcharts%2Fx%3Frelease%3D12&format=json',
  },
};

const HTML_FORMS = ['iframe', 'script', 'picture'] as const;
/** One tag with quoted attributes, or one comment: all that a code may be made of. */
const PIECE = /<!-- [^<>]*? -->|<\/?[a-z]+((?:\s[a-z-]+(?:="[^"<>]*")?)*)>/g;

function attributesOf(html: string, tag: string): Record<string, string> {
  const inside = new RegExp(`<${tag}((?:\\s[a-z-]+(?:="[^"<>]*")?)*)>`).exec(html)?.[1] ?? '';
  const decode = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
  return Object.fromEntries([...inside.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, decode(value)]));
}

describe('codes', () => {
  const codes = embedCodes(question);

  it('fixes the frame on its release and says so', () => {
    expect(attributesOf(codes.iframe, 'iframe').src).toBe(question.addresses.frame);
    expect(codes.iframe).toContain('<!-- Frontier Ledger, pinned to release 12: its figures never change');
    expect(codes.script).toBe(`${codes.iframe}<script async src="https://figures.example/embed.js"></script>`);
  });

  it('says of live and guarded codes what they follow', () => {
    expect(embedCodes({ ...question, mode: 'live' }).iframe).toContain('<!-- Frontier Ledger, live: it follows the newest release. -->');
    expect(embedCodes({ ...question, mode: 'guarded' }).iframe).toContain('stops before a correction until a new code is taken');
  });

  it('carries title, words, lazy loading and a height for hosts without styles', () => {
    const frame = attributesOf(codes.iframe, 'iframe');
    expect(frame).toMatchObject({ title: question.title, 'aria-description': question.altText, loading: 'lazy', width: '100%', height: '819' });
    const picture = attributesOf(codes.picture, 'img');
    expect(picture).toMatchObject({ alt: question.altText, title: question.title, width: '960', height: '776', loading: 'lazy', src: question.addresses.picture });
    expect(picture.srcset).toBe(`${question.addresses.sharpPicture} 2x`);
  });

  it('has no line end in HTML, where an editor could break a paragraph', () => {
    for (const form of HTML_FORMS) expect(codes[form]).not.toMatch(/[\r\n]/);
  });

  const hostile = ['"><script>alert(1)</script>', "' onload='x", '</iframe><img src=x onerror=y>', '--> <!-- &quot; &amp;lt;', '](javascript:x) [![', '`${x}` \\ <b>', 'a\r\nb\u2028c'];
  it.each(hostile)('takes %j for a title, and for words', (text) => {
    const made = embedCodes({ ...question, title: text, altText: text });
    for (const form of HTML_FORMS) expect(made[form].replace(PIECE, '')).toBe('');
    expect(attributesOf(made.iframe, 'iframe').title).toBe(text.replace(/\s+/g, ' '));
    expect(attributesOf(made.picture, 'img').alt).toBe(text.replace(/\s+/g, ' '));
  });

  property.prop([fc.string({ unit: 'grapheme' }), fc.string()])('is made of its own tags alone, whatever the title says', (title, altText) => {
    const made = embedCodes({ ...question, title, altText });
    for (const form of HTML_FORMS) expect(made[form].replace(PIECE, '')).toBe('');
    expect(attributesOf(made.picture, 'img').alt).toBe(altText.replace(/\s+/g, ' '));
    for (const form of CODE_FORMS) expect(made[form]).toBeTypeOf('string');
  });

  it('escapes every sign of Markdown and of its addresses', () => {
    const made = embedCodes({ ...question, title: 'a]b*c', altText: 'x](y)![z] <i>', addresses: { ...question.addresses, picture: 'https://x.example/a b(c).png' } });
    expect(made.markdown).toBe('[![x\\]\\(y\\)\\!\\[z\\] \\<i\\>](https://x.example/a%20b%28c%29.png)](https://figures.example/charts/x?release=12)\n\n'
      + '[a\\]b\\*c](https://figures.example/charts/x?release=12), Frontier Ledger');
  });
});

describe('heights', () => {
  it.each([[200, 939], [280, 819], [320, 819], [599, 819], [600, 632], [899, 632], [900, 593], [2000, 593]])('promises a frame %i px wide %i px', (width, height) => {
    expect(heightAt(question.heights, width)).toBe(height);
  });

  const heights = fc.record({ narrow: fc.integer({ min: 100, max: 5000 }), middle: fc.integer({ min: 100, max: 5000 }), wide: fc.integer({ min: 100, max: 5000 }) });
  const widths = fc.integer({ min: 1, max: 3000 });

  property.prop([heights, widths])('never promises less than was measured, nor less to a narrower frame', (measured, width) => {
    const promised = heightAt(measured, width);
    expect(promised).toBeGreaterThanOrEqual(width >= 900 ? measured.wide : width >= 600 ? measured.middle : measured.narrow);
    expect(promised).toBeGreaterThanOrEqual(heightAt(measured, width + 1));
  });

  property.prop([heights, widths])('says the same in CSS', (measured, width) => {
    expect(evaluate(heightStyle(measured), width)).toBeCloseTo(heightAt(measured, width), -0.1);
  });

  property.prop([heights])('counts a box that was taken away as the narrowest', (measured) => {
    expect(evaluate(heightStyle(measured), null)).toBe(heightAt(measured, 280));
  });
});

/** What a browser makes of the value in a box of this width. */
function evaluate(css: string, width: number | null): number {
  const number = String.raw`(-?[\d.]+)`;
  let text = css.replace(/var\(--fl-w,(\d+)px\)/g, (_, fallback: string) => `${width ?? fallback}px`).replaceAll('px', '');
  text = text.replace(new RegExp(`\\(${number} - ${number}\\)\\*${number}`, 'g'), (_, a: string, b: string, c: string) => String((Number(a) - Number(b)) * Number(c)));
  text = text.replace(new RegExp(`clamp\\(${number},${number},${number}\\)`, 'g'), (_, low: string, value: string, high: string) => String(Math.max(Number(low), Math.min(Number(value), Number(high)))));
  text = text.replace(new RegExp(`max\\(${number},${number}\\)`, 'g'), (_, a: string, b: string) => String(Math.max(Number(a), Number(b))));
  const sum = /^calc\((.*)\)$/.exec(text)?.[1] ?? '';
  return sum.split(' + ').reduce((total, part) => total + Number(part), 0);
}
