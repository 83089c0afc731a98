import { embedFacts } from '@/app/_embeds/embed-facts';
import { codeQuestion, type EmbedChoice } from '@/components/embed-dialog/embed-choice';
import { type OembedOffer, oembedAnswer, oembedXml } from '@/domain/embed/oembed';
import { currentRelease } from '@/lib/current-release';
import { embedCharts } from '@/lib/embed-charts';
import { env } from '@/lib/env';
import { writeAddress } from '@/lib/inputs/address';
import { HIDEABLE, type Hideable } from '@/lib/inputs/embed';
import { type OembedRequest, parseOembed } from '@/lib/inputs/oembed';
import { drawnOf } from '@/lib/inputs/view';
import { problemResponse } from '@/lib/problem';
import { type FrameRead, readEmbed } from '@/lib/reads/embed';
import { unreadableLedger } from '@/lib/unreadable-ledger';

const FARTHEST_EAST_MS = 14 * 3_600_000;
const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'public, max-age=0, s-maxage=60, stale-while-revalidate=600',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};
/** Seconds: a fixed chart's code never goes stale, a live one's heights may. */
const CACHE_AGE = { live: 3600, guarded: 3600, pinned: 2_592_000 } as const;

/** oEmbed 1.0 for the addresses of charts and of their frames. Addresses in the answer come from the settings, never from the request. */
export async function GET(request: Request) {
  try {
    const { siteUrl } = env();
    const current = await currentRelease();
    const today = new Date(Date.now() + FARTHEST_EAST_MS).toISOString().slice(0, 10);
    const asked = parseOembed(new URL(request.url).searchParams, siteUrl, { currentRelease: current, today });
    if ('status' in asked) return refuse(asked.status, asked.detail);
    const read = (await embedCharts(current)).has(asked.slug) ? await readEmbed({ current, ...asked }) : null;
    if (read?.state !== 'shown') return refuse(404, 'There is no chart at this address, or not in such a view.');
    const answer = answerFor(asked, read, siteUrl);
    if (asked.format === 'json') return Response.json(answer, { headers: HEADERS });
    return new Response(oembedXml(answer), { headers: { ...HEADERS, 'Content-Type': 'text/xml; charset=utf-8' } });
  } catch (cause) {
    return unreadableLedger(cause, true);
  }
}

function answerFor(asked: OembedRequest, { chart, release, current }: FrameRead, siteUrl: string) {
  const { view, mode } = asked;
  const { model } = chart;
  const facts = embedFacts(model, view, release.number);
  const subject = { slug: model.slug, release: mode.kind === 'live' ? current : mode.release, siteUrl };
  const offer = (hide: readonly Hideable[]): OembedOffer => {
    const choice: EmbedChoice = { mode: mode.kind, view, hide };
    const question = codeQuestion(subject, choice, facts);
    return { question, heights: question.heights };
  };
  const thumbnail = (scale: 0.5 | 1) => ({
    url: `${siteUrl}${writeAddress(`/charts/${model.slug}.png`, { ...drawnOf(view), theme: view.theme, scale }, mode.kind === 'live' ? null : release.number)}`,
    width: Math.round(facts.picture.width * scale),
    height: Math.round(facts.picture.height * scale),
  });
  return oembedAnswer({
    siteUrl,
    offers: [offer(asked.hide), offer(HIDEABLE.filter((part) => part === 'legend' || asked.hide.includes(part))), offer(HIDEABLE)],
    thumbnails: [thumbnail(1), thumbnail(0.5)],
    maxWidth: asked.maxWidth,
    maxHeight: asked.maxHeight,
    cacheAge: CACHE_AGE[mode.kind],
  });
}

function refuse(status: number, detail: string): Response {
  const title = status === 501 ? 'Not a format of ours' : status === 404 ? 'Nothing to embed here' : 'A parameter of this address is not allowed';
  return problemResponse({ status, title, detail });
}
