// An oEmbed answer never promises more room than was asked for: it sheds the legend, then the title, and in the end gives a picture that fits.

import { type CodeQuestion, frameCode, type FrameHeights, heightAt, pictureCode } from './code';

/** One way to show the chart, from the fullest on. */
export interface OembedOffer {
  readonly question: CodeQuestion;
  readonly heights: FrameHeights;
}

export interface OembedQuestion {
  readonly siteUrl: string;
  readonly offers: readonly [OembedOffer, ...OembedOffer[]];
  /** Sizes in px that the thumbnail can be had in, largest first. */
  readonly thumbnails: readonly { readonly url: string; readonly width: number; readonly height: number }[];
  readonly maxWidth: number | null;
  readonly maxHeight: number | null;
  /** Seconds. */
  readonly cacheAge: number;
}

/** Names as oEmbed 1.0 spells them. */
export type OembedAnswer = Readonly<Record<string, string | number>>;

const WIDTH = 900;
/** Px under which a frame could not be read: a picture is given in its place. */
const LEAST_WIDTH = 240;

export function oembedAnswer({ siteUrl, offers, thumbnails, maxWidth, maxHeight, cacheAge }: OembedQuestion): OembedAnswer {
  const width = Math.min(maxWidth ?? WIDTH, WIDTH);
  const tallest = maxHeight ?? Infinity;
  const [fullest] = offers;
  const fitting = width < LEAST_WIDTH ? undefined : offers.find(({ heights }) => heightAt(heights, width) <= tallest);
  const shown = fitting === undefined ? picture(fullest.question, maxWidth ?? WIDTH, tallest) : frame(fitting, width);
  const thumbnail = thumbnails.find((size) => size.width <= (maxWidth ?? Infinity) && size.height <= tallest);
  return {
    version: '1.0',
    type: 'rich',
    title: fullest.question.title,
    provider_name: 'Frontier Ledger',
    provider_url: siteUrl,
    ...shown,
    ...(thumbnail !== undefined && { thumbnail_url: thumbnail.url, thumbnail_width: thumbnail.width, thumbnail_height: thumbnail.height }),
    cache_age: cacheAge,
  };
}

function frame({ question, heights }: OembedOffer, width: number): { html: string; width: number; height: number } {
  const size = { width, height: heightAt(heights, width) };
  return { html: frameCode({ ...question, heights }, size), ...size };
}

function picture(question: CodeQuestion, maxWidth: number, maxHeight: number): { html: string; width: number; height: number } {
  const scale = Math.min(1, maxWidth / question.picture.width, maxHeight / question.picture.height);
  const size = { width: Math.max(1, Math.floor(question.picture.width * scale)), height: Math.max(1, Math.floor(question.picture.height * scale)) };
  return { html: pictureCode(question, size), ...size };
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** The answer as XML 1.0. Signs that XML cannot hold are left out. */
export function oembedXml(answer: OembedAnswer): string {
  const plain = (value: string | number): string =>
    String(value).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (letter) => NAMED[letter] ?? letter);
  const fields = Object.entries(answer).map(([name, value]) => `  <${name}>${plain(value)}</${name}>\n`).join('');
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${fields}</oembed>\n`;
}
