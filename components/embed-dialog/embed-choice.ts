import { CODE_FORMS, embedCodes, followingWords, type CodeForm, type CodeQuestion, type FrameHeights } from '@/domain/embed/code';
import { writeAddress } from '@/lib/inputs/address';
import { HIDEABLE, type Hideable, writeEmbedAddress } from '@/lib/inputs/embed';
import { type Drawn, drawnOf, type View } from '@/lib/inputs/view';

// What an embedder chooses, and the addresses and codes that follow from it.

export interface EmbedChoice {
  readonly mode: CodeQuestion['mode'];
  readonly view: Drawn & Pick<View, 'theme' | 'table'>;
  readonly hide: readonly Hideable[];
}

/** What the codes must know about a chart in one view, besides what was chosen. */
export interface EmbedFacts {
  readonly title: string;
  readonly altText: string;
  readonly picture: { readonly width: number; readonly height: number };
  /** Measured heights by `heightKey`. */
  readonly heights: Readonly<Record<string, FrameHeights>>;
}

export interface EmbedSubject {
  readonly slug: string;
  readonly release: number;
  /** Public address of the site without a trailing slash. */
  readonly siteUrl: string;
}

/** Name of a height: what is hidden and whether the frame follows the newest release, which changes its lines. */
export function heightKey(hide: readonly Hideable[], mode: EmbedChoice['mode']): string {
  return [mode, ...HIDEABLE.filter((part) => hide.includes(part))].join(' ');
}

/** Every combination that changes a frame's height. */
export const HEIGHT_CASES: readonly Pick<EmbedChoice, 'hide' | 'mode'>[] = (['pinned', 'guarded', 'live'] as const)
  .flatMap((mode) => ([[], ['title'], ['legend'], ['title', 'legend']] satisfies Hideable[][]).map((hide) => ({ mode, hide })));

export function heightsOf(facts: EmbedFacts, { hide, mode }: EmbedChoice): FrameHeights {
  const key = heightKey(hide, mode);
  const heights = facts.heights[key];
  if (heights === undefined) throw new Error(`No heights were measured for a frame that is ${key}`);
  return heights;
}

/** The frame's address without its site, for the preview. */
export function framePath({ slug, release }: EmbedSubject, { mode, view, hide }: EmbedChoice): string {
  return writeEmbedAddress(slug, { view, mode: mode === 'live' ? { kind: 'live' } : { kind: mode, release }, hide });
}

/** Where the facts of this choice are told. */
export function factsPath({ slug, release }: EmbedSubject, { view }: EmbedChoice): string {
  return writeAddress(`/charts/${slug}.code.json`, drawnOf(view), release);
}

export function codesOf(subject: EmbedSubject, choice: EmbedChoice, facts: EmbedFacts): Record<CodeForm, string> {
  return embedCodes(codeQuestion(subject, choice, facts));
}

export function codeQuestion(subject: EmbedSubject, choice: EmbedChoice, facts: EmbedFacts): CodeQuestion {
  const { slug, release, siteUrl } = subject;
  const { mode, view, hide } = choice;
  const { theme } = view;
  const shown = drawnOf(view);
  const page = `${siteUrl}${writeAddress(`/charts/${slug}`, shown, mode === 'pinned' ? release : null)}`;
  const frame = `${siteUrl}${framePath(subject, choice)}`;
  // A picture cannot watch for corrections, so for a guarded code it stays on its release.
  const picture = (scale: 1 | 2): string => `${siteUrl}${writeAddress(`/charts/${slug}.png`, { ...shown, theme, scale }, mode === 'live' ? null : release)}`;
  const isPlain = mode !== 'guarded' && hide.length === 0 && !view.table && theme === null;
  return {
    title: facts.title, altText: facts.altText, mode, release, heights: heightsOf(facts, choice), picture: facts.picture,
    addresses: {
      frame, page, picture: picture(1), sharpPicture: picture(2), script: `${siteUrl}/embed.js`,
      oembed: `${siteUrl}/api/oembed?url=${encodeURIComponent(isPlain ? page : frame)}&format=json`,
    },
  };
}

/** Px: taller pictures are longer than a reader's page. */
const LONG = 1500;

/** What this code follows, and what a picture cannot do. */
function sayCode(form: CodeForm, mode: EmbedChoice['mode'], { release }: EmbedSubject, { picture: { width, height } }: EmbedFacts): string {
  const following = `This one is ${followingWords(mode, release)}`;
  if (form !== 'picture' && form !== 'markdown') return following;
  const what = mode === 'guarded' ? `A picture cannot stop at a correction, so this one is pinned to release ${release}.`
    : mode === 'pinned' ? `This one is pinned to release ${release}; a picture cannot say when a later release has other figures.`
    : 'This one is live: it is drawn again with every release.';
  return height > LONG ? `${what} It is ${width} × ${height} px; a frame, or a link, suits a chart as long as this better.` : what;
}

export function sayCodes(subject: EmbedSubject, { mode }: EmbedChoice, facts: EmbedFacts): Record<CodeForm, string> {
  const say = (form: CodeForm): string => sayCode(form, mode, subject, facts);
  return { iframe: say('iframe'), script: say('script'), picture: say('picture'), oembed: say('oembed'), markdown: say('markdown') };
}

export const FORM_WORDS: Record<CodeForm, { readonly label: string; readonly hint: string }> = {
  iframe: { label: 'Frame', hint: 'For any page. The heights are in the code, so nothing scrolls or is cut, without any script.' },
  script: { label: 'Frame + script', hint: 'The same, and a script of one kilobyte takes away the last pixels of slack.' },
  picture: { label: 'Picture', hint: 'For newsletters and systems that allow no frames: a still picture with its description and a link.' },
  oembed: { label: 'oEmbed', hint: 'For systems that ask for an oEmbed address. WordPress and others find it by themselves when the chart’s address is pasted.' },
  markdown: { label: 'Markdown', hint: 'A picture with its description, linked to the chart.' },
};

export { CODE_FORMS };
