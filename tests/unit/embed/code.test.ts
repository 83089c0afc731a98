import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { CODE_FORMS, embedCodes, type CodeQuestion, type FrameHeights, heightAt, heightStyle } from '@/domain/embed/code';

const question: CodeQuestion = {
  title: 'Deaths from violence by quarter',
  altText: 'Bars of deaths by quarter. Highest 1,028 in Q4 2024.',
  mode: 'pinned',
  release: 12,
  heights: { steps: [{ from: 280, height: 819 }, { from: 600, height: 632 }, { from: 900, height: 593 }], grows: null },
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

  const falls = fc.tuple(fc.uniqueArray(fc.integer({ min: 281, max: 1200 }), { maxLength: 5 }), fc.uniqueArray(fc.integer({ min: 100, max: 1050 }), { minLength: 6, maxLength: 6 }));
  const grows = fc.record({ margin: fc.constant(20), most: fc.integer({ min: 600, max: 1100 }), slope: fc.constantFrom(0.5, 0.7263), below: fc.integer({ min: 400, max: 700 }), extra: fc.constantFrom(0.1, 0.2615) });
  const heights = fc.tuple(falls, fc.option(grows)).map(([[froms, tall], growth]): FrameHeights => {
    const down = tall.toSorted((a, b) => b - a);
    return { steps: [280, ...froms.toSorted((a, b) => a - b)].map((from, index) => ({ from, height: down[index] ?? 0 })), grows: growth };
  });
  const widths = fc.integer({ min: 1, max: 3000 });

  property.prop([heights, widths])('never promises less than was measured', (measured, width) => {
    const step = measured.steps.findLast(({ from }) => from <= width) ?? measured.steps[0];
    expect(heightAt(measured, width)).toBeGreaterThanOrEqual(step?.height ?? 0);
    if (measured.grows === null) expect(heightAt(measured, width)).toBeGreaterThanOrEqual(heightAt(measured, width + 1));
  });

  property.prop([heights, widths])('says the same in CSS', (measured, width) => {
    expect(Math.abs(evaluate(heightStyle(measured), width) - heightAt(measured, width))).toBeLessThanOrEqual(1);
  });

  property.prop([heights, fc.integer({ min: 280, max: 3000 })])('counts a box that was taken away as that of the tallest frame', (measured, width) => {
    expect(evaluate(heightStyle(measured), null)).toBeGreaterThanOrEqual(heightAt(measured, width) - 1);
  });
});

/** What a browser makes of the value in a box of this width: brackets from the innermost on. */
function evaluate(css: string, width: number | null): number {
  let text = css.replace(/var\(--fl-w,(\d+)px\)/g, (_, fallback: string) => String(width ?? fallback)).replaceAll('px', '');
  const sum = (terms: string): number => terms.split(' + ').reduce((total, term) => {
    const [first = '', ...rest] = term.split(' - ');
    return total + product(first) - rest.reduce((less, part) => less + product(part), 0);
  }, 0);
  const product = (factors: string): number => factors.split('*').reduce((result, factor) => result * Number(factor), 1);
  for (let inner = /(calc|clamp|max|min|)\(([^()]*)\)/.exec(text); inner !== null; inner = /(calc|clamp|max|min|)\(([^()]*)\)/.exec(text)) {
    const [whole, name = '', body = ''] = inner;
    const values = body.split(',').map(sum);
    const value = name === 'clamp' ? Math.max(values[0] ?? 0, Math.min(values[1] ?? 0, values[2] ?? 0)) : name === 'max' ? Math.max(...values) : name === 'min' ? Math.min(...values) : values[0];
    text = text.replace(whole, (value ?? 0).toFixed(6));
  }
  return Number(text);
}
