// A code to copy says everything its host must know: which release it is fixed on, how tall the frame is at every width, and what it shows in words.

/** Heights in px that no frame of a chart needs more than, at any width. */
export interface FrameHeights {
  /** From so many px of width on, so many px of height; the first from 280 on, each lower than the one before. */
  readonly steps: readonly { readonly from: number; readonly height: number }[];
  /** What grows with the width, as a map does, and stands on top of the steps. */
  readonly grows: Growth | null;
}

/** `slope` px of height a px of width, without the `margin` of the frame and up to `most` px; `extra` more on frames narrower than `below`. */
export interface Growth {
  readonly margin: number;
  readonly most: number;
  readonly slope: number;
  readonly below: number;
  readonly extra: number;
}

export interface CodeAddresses {
  /** All absolute. */
  readonly frame: string;
  readonly page: string;
  readonly picture: string;
  /** The same at twice the pixels. */
  readonly sharpPicture: string;
  readonly script: string;
  readonly oembed: string;
}

export interface CodeQuestion {
  readonly title: string;
  readonly altText: string;
  readonly mode: 'live' | 'pinned' | 'guarded';
  readonly release: number;
  readonly heights: FrameHeights;
  readonly picture: { readonly width: number; readonly height: number };
  readonly addresses: CodeAddresses;
}

export const CODE_FORMS = ['iframe', 'script', 'picture', 'oembed', 'markdown'] as const;
export type CodeForm = (typeof CODE_FORMS)[number];

const NARROW = 280;
/** Wider frames change nothing any more. */
const WIDEST = 1200;
/** Px of height for each px that a frame is narrower than the narrowest that was measured. */
const SQUEEZE = 1.5;

/** The codes of one chart in one view, in every form. */
export function embedCodes(question: CodeQuestion): Record<CodeForm, string> {
  const { title, altText, addresses, picture } = question;
  const frame = frameCode(question, null);
  return {
    iframe: frame,
    script: `${frame}<script async src="${attribute(addresses.script)}"></script>`,
    picture: pictureCode(question, picture),
    oembed: addresses.oembed,
    markdown: `[![${markdown(altText)}](${target(addresses.picture)})](${target(addresses.page)})\n\n[${markdown(title)}](${target(addresses.page)}), Frontier Ledger`,
  };
}

/** A still picture with its description, linked to the chart; `size` in CSS pixels. */
export function pictureCode({ title, altText, addresses }: CodeQuestion, size: { readonly width: number; readonly height: number }): string {
  return `<a href="${attribute(addresses.page)}"><img src="${attribute(addresses.picture)}" srcset="${attribute(addresses.sharpPicture)} 2x" alt="${attribute(altText)}"`
    + ` title="${attribute(title)}" width="${size.width}" height="${size.height}" loading="lazy" style="max-width:100%;height:auto"></a>`;
}

/** What the reader of a code is told about the release that it follows. */
export function followingWords(mode: CodeQuestion['mode'], release: number): string {
  if (mode === 'live') return 'live: it follows the newest release.';
  if (mode === 'pinned') return `pinned to release ${release}: its figures never change, and the frame says when a later release has changed them.`;
  return `follows updates from release ${release} on, and stops before a correction until a new code is taken.`;
}

/**
 * A frame with its heights in its own attributes: no style sheet and no script is needed. `fixed` is the size for a consumer that
 * asked for one; else the frame is as wide as its column and without any style as tall as it can ever need.
 */
export function frameCode({ title, altText, mode, release, heights, addresses }: CodeQuestion, fixed: { readonly width: number; readonly height: number } | null): string {
  const box = `container-type:inline-size;--fl-w:100cqw;width:100%${fixed === null ? '' : `;max-width:${fixed.width}px`}`;
  return `<div style="${box}"><!-- Frontier Ledger, ${followingWords(mode, release)} -->`
    + `<iframe src="${attribute(addresses.frame)}" title="${attribute(title)}" aria-description="${attribute(altText)}" loading="lazy"`
    + ` width="${fixed?.width ?? '100%'}" height="${fixed?.height ?? heightAt(heights, tallestWidth(heights))}" style="display:block;width:100%;height:${heightStyle(heights)};border:0"></iframe></div>`;
}

/** Height in px of a frame that is `width` px wide. */
export function heightAt({ steps, grows }: FrameHeights, width: number): number {
  const step = steps.findLast(({ from }) => from <= width) ?? steps[0];
  return Math.ceil((step?.height ?? 0) + grownAt(grows, width) + Math.max(NARROW - width, 0) * SQUEEZE);
}

function grownAt(grows: Growth | null, width: number): number {
  if (grows === null) return 0;
  const room = Math.max(width - grows.margin, 0);
  return Math.min(room, grows.most) * grows.slope + (width < grows.below ? room * grows.extra : 0);
}

/** The width at which a frame is tallest: what is taken for true where the width cannot be known. */
function tallestWidth(heights: FrameHeights): number {
  const widths = [...heights.steps.flatMap(({ from }) => [from - 1, from]), (heights.grows?.below ?? NARROW) - 1, WIDEST].filter((width) => width >= NARROW);
  return widths.reduce((best, width) => (heightAt(heights, width) > heightAt(heights, best) ? width : best), NARROW);
}

/**
 * The same as one CSS value. `--fl-w` is the width of the box around the frame; where a host has taken the box away, it counts as
 * the width of the tallest frame, so that none is cut. Steps are steep slopes between clamps.
 */
export function heightStyle(heights: FrameHeights): string {
  const { steps, grows } = heights;
  const width = `var(--fl-w,${tallestWidth(heights)}px)`;
  const falls = steps.slice(1).map(({ from, height }, index) => ` + clamp(0px,(${from}px - ${width})*999,${(steps[index]?.height ?? height) - height}px)`);
  const room = grows && `max(0px,${width} - ${grows.margin}px)`;
  const map = grows && ` + min(${room},${grows.most}px)*${grows.slope} + min(max(0px,(${grows.below}px - ${width})*999),${room}*${grows.extra})`;
  return `calc(${steps.at(-1)?.height ?? 0}px${falls.join('')}${map ?? ''} + max(0px,(${NARROW}px - ${width})*${SQUEEZE}))`;
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text inside a quoted attribute, on one line: a host's editor may break paragraphs at line ends. */
function attribute(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[&<>"']/g, (letter) => NAMED[letter] ?? letter);
}

/** Text that Markdown takes for text: every sign that could begin something else is escaped. */
function markdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#+!|~&]/g, '\\$&');
}

/** An address between the brackets of a Markdown link. */
function target(address: string): string {
  return address.replace(/[\s()<>\\]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
