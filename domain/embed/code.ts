// A code to copy says everything its host must know: which release it is fixed on, how tall the frame is at every width, and what it shows in words.

/** Heights in px that no frame needs more than: from 280 px of width on, from 600 and from 900. */
export interface FrameHeights {
  readonly narrow: number;
  readonly middle: number;
  readonly wide: number;
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
const MIDDLE = 600;
const WIDE = 900;
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
 * asked for one; else the frame is as wide as its column and without any style as tall as the narrowest frame needs.
 */
export function frameCode({ title, altText, mode, release, heights, addresses }: CodeQuestion, fixed: { readonly width: number; readonly height: number } | null): string {
  const box = `container-type:inline-size;--fl-w:100cqw;width:100%${fixed === null ? '' : `;max-width:${fixed.width}px`}`;
  return `<div style="${box}"><!-- Frontier Ledger, ${followingWords(mode, release)} -->`
    + `<iframe src="${attribute(addresses.frame)}" title="${attribute(title)}" aria-description="${attribute(altText)}" loading="lazy"`
    + ` width="${fixed?.width ?? '100%'}" height="${fixed?.height ?? rising(heights).narrow}" style="display:block;width:100%;height:${heightStyle(heights)};border:0"></iframe></div>`;
}

/** Height in px of a frame that is `width` px wide: that of the widest measured width that is not wider. */
export function heightAt(heights: FrameHeights, width: number): number {
  const { narrow, middle, wide } = rising(heights);
  if (width >= WIDE) return wide;
  if (width >= MIDDLE) return middle;
  return narrow + Math.ceil(Math.max(NARROW - width, 0) * SQUEEZE);
}

/**
 * The same as one CSS value. `--fl-w` is the width of the box around the frame; where a host has taken the box away, it counts as
 * 280 px, so that the frame is rather too tall than cut. Steps are steep slopes between clamps.
 */
export function heightStyle(heights: FrameHeights): string {
  const { narrow, middle, wide } = rising(heights);
  const width = `var(--fl-w,${NARROW}px)`;
  const step = (below: number, px: number): string => (px === 0 ? '' : ` + clamp(0px,(${below}px - ${width})*999,${px}px)`);
  return `calc(${wide}px${step(WIDE, middle - wide)}${step(MIDDLE, narrow - middle)} + max(0px,(${NARROW}px - ${width})*${SQUEEZE}))`;
}

/** A narrower frame is never promised less than a wider one. */
function rising({ narrow, middle, wide }: FrameHeights): FrameHeights {
  const least = Math.ceil(wide);
  const mid = Math.max(least, Math.ceil(middle));
  return { wide: least, middle: mid, narrow: Math.max(mid, Math.ceil(narrow)) };
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
