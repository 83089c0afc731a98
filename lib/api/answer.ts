import 'server-only';
import { createHash } from 'node:crypto';
import { CITATION_COLUMNS } from '@/domain/chart/records';
import { printCell, type Value } from '@/domain/package/table';
import { printCsv, type CsvCell } from '@/lib/csv';
import { isSameTag } from '@/lib/file-tag';
import { BARRED, barredFigures, problemResponse } from '@/lib/problem';
import { fieldsOf } from './fields';
import { keepList, recallList } from './kept-lists';
import { nextQuery, readQuestion, type Question, type QuestionProblem } from './question';
import { readList, type ApiRecord, type ListPage } from './read-list';
import type { Resource } from './resources';

// From a request for a list to its answer; what decides it is the release and the question alone.

const LIVE = 'public, max-age=0, s-maxage=60, stale-while-revalidate=600';
const PINNED = 'public, max-age=31536000, immutable';

/** On every answer: anybody may read, from anywhere. */
export const OPEN_HEADERS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Link, Retry-After', 'Cross-Origin-Resource-Policy': 'cross-origin' } as const;

interface Asked {
  readonly request: Request;
  readonly siteUrl: string;
  readonly currentRelease: number;
  readonly today: string;
}

export async function answerList(resource: Resource, { request, siteUrl, currentRelease, today }: Asked): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const read = readQuestion(resource, query, { currentRelease, today, fields: fieldsOf(resource).map(({ name }) => name) });
  if ('problems' in read) return refusedQuestion(resource, read.problems);
  const { question } = read;
  const headers: Record<string, string> = { ...OPEN_HEADERS, 'Cache-Control': question.isPinned ? PINNED : LIVE, ETag: tagOf(resource, question, siteUrl), Vary: 'Accept-Encoding' };
  if (isSameTag(request.headers.get('if-none-match'), headers.ETag ?? '')) return new Response(null, { status: 304, headers });
  const known = recallList(headers.ETag ?? '');
  if (known !== null) return new Response(known.body, { headers: { ...headers, ...known.headers } });
  const page = await shared(headers.ETag ?? '', () => readList(resource, question, siteUrl));
  if ('barred' in page) return barredFigures(page.barred, []);
  const next = page.after === null ? null : `${siteUrl}/api/v1/${resource.name}?${nextQuery(query, question.release, page.after)}`;
  const isCsv = question.format === 'csv';
  const own = { ...(next !== null && { Link: `<${next}>; rel="next"` }), 'Content-Type': isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8' };
  const body = isCsv ? csvOf(resource, question, page) : jsonOf(question, page, next);
  keepList(headers.ETag ?? '', { body, headers: own });
  return new Response(body, { headers: { ...headers, ...own } });
}

/** Callers who ask the same at the same time are answered by one reading: after a release all of them do. */
const underway = new Map<string, ReturnType<typeof readList>>();

function shared(tag: string, read: () => ReturnType<typeof readList>): ReturnType<typeof readList> {
  const running = underway.get(tag);
  if (running !== undefined) return running;
  const begun = read().finally(() => underway.delete(tag));
  underway.set(tag, begun);
  return begun;
}

/** While the database is away: the answer about the newest release, `back` releases back at most, that is still known; null where none is. */
export function answerKnownList(resource: Resource, asked: Asked, back: number): Response | null {
  const query = new URL(asked.request.url).searchParams;
  const fields = fieldsOf(resource).map(({ name }) => name);
  for (let release = asked.currentRelease; release >= Math.max(1, asked.currentRelease - back); release -= 1) {
    const read = readQuestion(resource, query, { currentRelease: release, today: asked.today, fields });
    // What is allowed today may not have been under an older release: such an answer is not known, and not refused.
    if ('problems' in read) return release === asked.currentRelease ? refusedQuestion(resource, read.problems) : null;
    const tag = tagOf(resource, read.question, asked.siteUrl);
    const known = recallList(tag);
    const { isPinned } = read.question;
    if (known !== null) return new Response(known.body, { headers: { ...OPEN_HEADERS, 'Cache-Control': isPinned ? PINNED : LIVE, ETag: tag, Vary: 'Accept-Encoding', ...known.headers } });
    if (isPinned) return null;
  }
  return null;
}

function refusedQuestion(resource: Resource, problems: readonly QuestionProblem[]): Response {
  const detail = problems.map(({ parameter, allowed }) => `${parameter}: ${allowed}`).join('; ');
  return problemResponse({ status: 400, title: `A parameter of ${resource.name} is not allowed`, detail, errors: problems });
}

/** Known before anything is read: an answer is a function of these. */
function tagOf(resource: Resource, question: Question, siteUrl: string): string {
  return `W/"${createHash('sha256').update(JSON.stringify([1, resource.name, siteUrl, question])).digest('base64url').slice(0, 22)}"`;
}

function jsonOf({ release, asOf, fields }: Question, { records, leftOut }: ListPage, next: string | null): string {
  const data = fields === null ? records : records.map((record) => Object.fromEntries(fields.map((name) => [name, record[name] ?? null])));
  return JSON.stringify({ release, asOf, data, next, ...(leftOut.length > 0 && { leftOut: leftOut.map((series) => ({ series, reason: BARRED })) }) });
}

interface CsvCitation {
  readonly title: string;
  readonly publisher: string;
  readonly date: string | null;
  readonly url: string | null;
}

function csvOf(resource: Resource, { fields }: Question, { records }: ListPage): string {
  const chosen = fieldsOf(resource).filter(({ name }) => fields === null || fields.includes(name));
  const columns = chosen.flatMap(({ column }) => (column === 'citations' ? [...CITATION_COLUMNS] : [column]));
  return printCsv(columns, records.map((record) => Object.fromEntries(chosen.flatMap(({ name, column }) => cellsOf(record, name, column)))));
}

function cellsOf(record: ApiRecord, name: string, column: string): (readonly [string, CsvCell])[] {
  const value = record[name] ?? null;
  if (name !== 'citations') return [[column, printCell(value as Value)]];
  const citations = value as readonly CsvCitation[];
  const joined = (of: (citation: CsvCitation) => string | null) => citations.map((citation) => of(citation) ?? '').join(' | ');
  const [title, publisher, date, url] = CITATION_COLUMNS;
  return [[title, joined((one) => one.title)], [publisher, joined((one) => one.publisher)], [date, joined((one) => one.date)], [url, joined((one) => one.url)]];
}
