import { isDatabaseHere } from '@/db/client';
import { DatabaseAwayError } from '@/db/database-away';
import { peerAddress } from '@/lib/accounts/peer-address';
import { answerKnownList, answerList, OPEN_HEADERS } from '@/lib/api/answer';
import { apiIndex, openApiDocument } from '@/lib/api/openapi';
import { takeShare } from '@/lib/api/rate-limit';
import { RESOURCES, resourceNamed } from '@/lib/api/resources';
import { currentRelease } from '@/lib/current-release';
import { env } from '@/lib/env';
import { problemResponse } from '@/lib/problem';
import { RELEASE_HEADER } from '@/lib/sent-answers';
import { unreadableLedger } from '@/lib/unreadable-ledger';

export const dynamic = 'force-dynamic';

/** How old an answer may be while the database is away; it names its release. */
const RELEASES_BACK = 50;
const FARTHEST_EAST_MS = 14 * 3_600_000;

async function answer(request: Request, { params }: { readonly params: Promise<{ readonly path?: readonly string[] }> }): Promise<Response> {
  const wait = await takeShare(peerAddress(request.headers));
  if (wait !== null) {
    return problemResponse({ status: 429, title: 'Too many requests', detail: `Wait ${wait} seconds. For everything at once take /data.zip.` }, { 'Retry-After': String(wait) });
  }
  try {
    const [name = '', ...more] = (await params).path ?? [];
    const { siteUrl } = env();
    const today = new Date(Date.now() + FARTHEST_EAST_MS).toISOString().slice(0, 10);
    const release = await currentRelease();
    const facts = { siteUrl, currentRelease: release, today };
    const about = more.length > 0 ? null : name === '' ? apiIndex(facts) : name === 'openapi.json' ? openApiDocument(facts) : null;
    if (about !== null) return Response.json(about, { headers: { ...OPEN_HEADERS, 'Cache-Control': 'public, max-age=0, s-maxage=60' } });
    const resource = more.length === 0 ? resourceNamed(name) : null;
    if (resource === null) return nothingHere();
    if (await isDatabaseHere('readers').catch(() => false)) return foundUnder(release, await answerList(resource, { request, ...facts }));
    const known = answerKnownList(resource, { request, ...facts }, RELEASES_BACK);
    if (known === null) throw new DatabaseAwayError();
    return known;
  } catch (cause) {
    return unreadableLedger(cause, true);
  }
}

/** Kept as it was sent, while that release is the newest. */
function foundUnder(release: number, answered: Response): Response {
  if (answered.status === 200) answered.headers.set(RELEASE_HEADER, String(release));
  return answered;
}

export const GET = answer;
export const HEAD = answer;

export function OPTIONS(): Response {
  return new Response(null, { status: 204, headers: { ...OPEN_HEADERS, 'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS', 'Access-Control-Max-Age': '86400' } });
}

function refuseMethod(): Response {
  return problemResponse({ status: 405, title: 'This API only answers questions', detail: 'Use GET.' }, { Allow: 'GET, HEAD, OPTIONS' });
}

export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT };

function nothingHere(): Response {
  const names = RESOURCES.map(({ name }) => `/api/v1/${name}`).join(', ');
  return problemResponse({ status: 404, title: 'Nothing at this address', detail: `There are ${names}, and /api/v1/openapi.json. /data/api says what can be asked.` });
}
