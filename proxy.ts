import { type NextFetchEvent, type NextRequest, NextResponse } from 'next/server';
import { isDatabaseHere } from '@/db/client';
import { DatabaseAwayError } from '@/db/database-away';
import { currentRelease } from '@/lib/current-release';
import { embedCharts } from '@/lib/embed-charts';
import { CSVW_TYPE } from '@/lib/csvw-file';
import { isDeskPage, sealedDeskPage } from '@/lib/desk-policy';
import { EMBED_CACHE, frameAncestors } from '@/lib/embed-headers';
import { missingEmbed, refusedEmbed } from '@/lib/embed-message';
import { noteEmbedSighting } from '@/lib/embed-sightings';
import { env } from '@/lib/env';
import { fileHeaders } from '@/lib/file-headers';
import { fileTag, isSameTag } from '@/lib/file-tag';
import type { Language } from '@/domain/words';
import { type Address, type FileFormat, hasWords, matchAddress, writeAddress } from '@/lib/inputs/address';
import { matchEmbed, parseEmbed, printFrameSegment } from '@/lib/inputs/embed';
import { splitLanguage } from '@/lib/inputs/language-path';
import { normaliseWords, printWordsSegment } from '@/lib/inputs/search';
import { isLongWinded, narrowView, parseView, type View } from '@/lib/inputs/view';
import { printViewSegment } from '@/lib/inputs/view-segment';
import { keptRelease } from '@/lib/kept-release';
import { knownNames } from '@/lib/known-names';
import { missingSubject, refusedParameters } from '@/lib/problem';
import { RELEASE_HEADER } from '@/lib/sent-answers';
import { awayDesk, unreadableLedger } from '@/lib/unreadable-ledger';

// A public address becomes an internal one that says everything the answer depends on: release, language and view.
// What does not exist is answered here, before anything is rendered or kept.

const LIVE = 'public, max-age=0, s-maxage=60, stale-while-revalidate=600';
const PINNED_FILE = 'public, max-age=31536000, immutable';
/** A page names the scripts and styles of one build, so it must not outlive the next one by a year. */
const PINNED_PAGE = 'public, max-age=0, s-maxage=3600, stale-while-revalidate=86400';
/** Files that serve our own pages change with the build. */
const OWN_FORMATS: ReadonlySet<FileFormat> = new Set(['model', 'code', 'index']);
const FARTHEST_EAST_MS = 14 * 3_600_000;

export async function proxy(request: NextRequest, event: NextFetchEvent): Promise<Response> {
  const { pathname } = request.nextUrl;
  if (isDeskPage(pathname)) return (await isHere('desk')) ? sealedDeskPage(request) : awayDesk();
  const { language, path } = splitLanguage(pathname);
  const address = matchAddress(path);
  const answer = await answerReader(request, event, { language, path, address });
  if (address?.kind === 'file') for (const [name, value] of fileHeaders(address.format)) answer.headers.set(name, value);
  return answer;
}

interface Asked {
  readonly language: Language;
  /** Without the language. */
  readonly path: string;
  readonly address: Address | null;
}

async function answerReader(request: NextRequest, event: NextFetchEvent, { language, path, address }: Asked): Promise<Response> {
  const { searchParams } = request.nextUrl;
  if (address?.kind === 'file' && request.method === 'OPTIONS') return preflight();
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } });
  try {
    const current = await currentRelease();
    if (path.startsWith('/embed/')) return await answerEmbed(request, event, current, { language, path });
    if (!address) return missing(request, current, language);
    const parsed = parseView(searchParams, { currentRelease: current, today: latestToday(), language, isSearch: address.kind === 'page' && address.isSearch });
    if (address.kind === 'file' && parsed.problems.length > 0) return refusedParameters(parsed.problems);
    const answered = await isHere('readers');
    if (answered && !(await exists(address, parsed.release))) return address.kind === 'file' ? missingSubject(address.subject) : missing(request, current, language);
    // What says nothing to readers is the same in every language, and is kept once.
    const said = hasWords(address) ? language : 'en';
    const view = narrowView({ ...parsed.view, language: said }, address.uses);
    if (address.kind === 'page' && !address.isSearch && parsed.problems.length === 0 && isLongWinded(searchParams)) return shorter(request, view, parsed.release);
    const headers: Record<string, string> = { 'Cache-Control': cacheControl(address, view) };
    // A file is the same at both its addresses; only its description names the one that was asked.
    const segment = printViewSegment(address.kind === 'file' && address.format !== 'csvw' ? { ...view, pinned: false } : view);
    if (address.kind === 'file' && address.format === 'csv') headers.Link = describedBy(path, view, view.pinned ? parsed.release : null);
    const words = address.kind === 'page' && address.isSearch ? `/${printWordsSegment(normaliseWords(searchParams.get('q') ?? ''))}` : '';
    const internalAt = (release: number) => `/r/${release}/${said}/${segment}${address.path}${words}`;
    const release = answered ? parsed.release : keptRelease(parsed.release, view.pinned ? parsed.release : 0, internalAt);
    if (release === null) return await answerAway(request, address, parsed.release, language);
    // Kept as it was sent is only a plain answer of the release it is about: what was dropped from an address may be understood tomorrow.
    if (parsed.problems.length === 0 && release === parsed.release) headers[RELEASE_HEADER] = String(current);
    const internal = internalAt(release);
    if (address.kind === 'file') {
      headers.ETag = fileTag(internal);
      if (isSameTag(request.headers.get('if-none-match'), headers.ETag)) return new Response(null, { status: 304, headers });
    }
    return rewrite(request, internal, { headers });
  } catch (cause) {
    return unreadableLedger(cause, address?.kind === 'file');
  }
}

/** Nothing is kept for the address and the database is away: what is known not to exist is still known. */
async function answerAway(request: NextRequest, address: Address, release: number, language: Language): Promise<Response> {
  if (await exists(address, release)) throw new DatabaseAwayError();
  return address.kind === 'file' ? missingSubject(address.subject) : missing(request, release, language);
}

/** A frame: its answer depends on the newest release in every mode, since a pinned one says what changed after it. */
async function answerEmbed(request: NextRequest, event: NextFetchEvent, current: number, { language, path }: Omit<Asked, 'address'>): Promise<Response> {
  const slug = matchEmbed(path);
  if (slug === null) return missingEmbed('');
  const answered = await isHere('readers');
  if (answered && !(await embedCharts(current)).has(slug)) return missingEmbed(slug);
  const { embed, problems } = parseEmbed(request.nextUrl.searchParams, { currentRelease: current, today: latestToday(), language });
  if (problems.length > 0) return refusedEmbed(slug, problems);
  const counted = request.method === 'GET' ? noteEmbedSighting(request.headers, slug) : null;
  // Nothing here waits for it; the server's end does.
  if (counted) event.waitUntil(counted);
  const internalAt = (release: number) => `/r/${release}/${embed.view.language}/${printViewSegment(embed.view)}/embed/${slug}/${printFrameSegment(embed)}`;
  const release = answered ? current : keptRelease(current, 0, internalAt);
  if (release === null) {
    if (!(await embedCharts(current)).has(slug)) return missingEmbed(slug);
    throw new DatabaseAwayError();
  }
  const internal = internalAt(release);
  const headers = { 'Cache-Control': EMBED_CACHE, ETag: fileTag(`${internal} ${frameAncestors(slug)}`), ...(release === current && { [RELEASE_HEADER]: String(current) }) };
  if (isSameTag(request.headers.get('if-none-match'), headers.ETag)) return new Response(null, { status: 304, headers });
  return rewrite(request, internal, { headers });
}

/** Whether the database would answer now; one that could not even be opened does not. */
async function isHere(whose: 'readers' | 'desk'): Promise<boolean> {
  return isDatabaseHere(whose).catch(() => false);
}

/** The last day that has begun anywhere on earth. */
function latestToday(): string {
  return new Date(Date.now() + FARTHEST_EAST_MS).toISOString().slice(0, 10);
}

/** Everything but the framework's files, the routes under `api`, and files in `public`. */
export const config = { matcher: ['/((?!_next/|api/|\\.well-known/|icon\\.svg$|robots\\.txt$|embed\\.js$).*)'] };

async function exists({ subject }: Address, release: number): Promise<boolean> {
  if (subject === null) return true;
  return subject.kind === 'release' ? subject.number <= release : (await knownNames(release, subject.kind)).has(subject.id);
}

function cacheControl(address: Address, view: View): string {
  if (!view.pinned) return LIVE;
  if (address.kind === 'page') return PINNED_PAGE;
  return OWN_FORMATS.has(address.format) ? LIVE : PINNED_FILE;
}

function rewrite(request: NextRequest, internal: string, init: ResponseInit): NextResponse {
  const target = request.nextUrl.clone();
  target.pathname = internal;
  target.search = '';
  return NextResponse.rewrite(target, init);
}

/** The same view at its short address, for forms sent without JavaScript. */
function shorter(request: NextRequest, view: View, release: number): NextResponse {
  const target = request.nextUrl.clone();
  target.search = new URL(writeAddress('/', view, view.pinned ? release : null), request.nextUrl).search;
  return NextResponse.redirect(target, { status: 303, headers: { 'Cache-Control': LIVE } });
}

/** One kept page a language for everything that does not exist. */
function missing(request: NextRequest, current: number, language: Language): NextResponse {
  return rewrite(request, `/r/${current}/${language}/-/missing`, { status: 404, headers: { 'Cache-Control': LIVE } });
}

/** Where a CSV file is described for programs; they read the header before they guess an address. */
function describedBy(pathname: string, view: View, release: number | null): string {
  return `<${env().siteUrl}${writeAddress(`${pathname}-metadata.json`, view, release)}>; rel="describedby"; type="${CSVW_TYPE}"`;
}

function preflight(): Response {
  const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS', 'Access-Control-Max-Age': '86400' };
  return new Response(null, { status: 204, headers });
}
