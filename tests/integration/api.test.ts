import { fc } from '@fast-check/vitest';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GET as chartCsv } from '@/app/(site)/r/[release]/[lang]/[view]/charts/[slug]/csv/route';
import { GET, OPTIONS, POST } from '@/app/api/v1/[[...path]]/route';
import type { Database, OpenDatabase } from '@/db/client';
import { findOpenVersions } from '@/db/queries/find-versions';
import { findReadings } from '@/db/queries/find-readings';
import { loadStartingData } from '@/db/seed/load';
import type { DraftRow } from '@/domain/draft';
import { listSchema, openApiDocument } from '@/lib/api/openapi';
import { RESOURCES } from '@/lib/api/resources';
import { mintSystemEditor } from '@/lib/auth';
import { answerChecker, apiQuestions, type OpenApi } from '../fixtures/api-questions';
import { databases } from '../fixtures/databases';
import { publishRows } from '../fixtures/ledger-steps';

const opened = vi.hoisted(() => ({ db: null as unknown, release: 2 }));
vi.mock('@/db/client', async (original) => ({ ...(await original<object>()), getDatabase: async () => opened.db, getReadDatabase: async () => opened.db }));
vi.mock('@/lib/current-release', () => ({ currentRelease: async () => opened.release }));

const NOW = new Date('2026-11-22T10:00:00.000Z');
let caller = 0;

interface Answer {
  readonly release: number;
  readonly asOf: string | null;
  readonly data: readonly Record<string, unknown>[];
  readonly next: string | null;
  readonly leftOut?: readonly { readonly series: string }[];
}

/** Each call from an address of its own, so that only the test of shares is refused. */
async function call(address: string, headers: Record<string, string> = {}): Promise<Response> {
  const url = new URL(address, 'http://localhost:3000');
  caller += 1;
  const request = new Request(url, { headers: { 'x-forwarded-for': `2001:db8::${caller.toString(16)}`, ...headers } });
  return GET(request, { params: Promise.resolve({ path: url.pathname.split('/').slice(3) }) });
}

async function ask(address: string): Promise<Answer> {
  const response = await call(address);
  const body = (await response.json()) as Answer;
  expect(response.status, `${address} ${JSON.stringify(body).slice(0, 300)}`).toBe(200);
  return body;
}

async function askAll(address: string): Promise<readonly Record<string, unknown>[]> {
  const data: Record<string, unknown>[] = [];
  for (let next: string | null = address; next !== null;) {
    const answer: Answer = await ask(next);
    data.push(...answer.data);
    next = answer.next;
  }
  return data;
}

async function draftFrom(db: Database, kind: 'reading' | 'series', id: string, content: object): Promise<DraftRow> {
  const [standing] = await findOpenVersions(db, kind, [id]);
  if (!standing) throw new Error(`${kind} ${id} is gone`);
  const citations = standing.citations.map(({ sourceId, locator, quote, paraphrase, role }) => ({ sourceId, locator, quote, paraphrase, role }));
  return { kind, id, change: 'correct', changeNote: 'for the test', content: { ...standing.content, ...content }, citations, expectedRevision: standing.revision } as unknown as DraftRow;
}

describe.each(databases)('the read API on %s', (_name, factory) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await factory();
    opened.db = open.db;
    opened.release = 2;
    await loadStartingData(open.db, { editor: mintSystemEditor('starting data'), now: NOW });
  });
  afterAll(() => open.close());

  it.each(RESOURCES.map((resource) => [resource.name, resource] as const))('%s: every answer is as described, and the pages are the whole list', async (name, resource) => {
    const whole = await ask(`/api/v1/${name}?limit=500`);
    expect(listSchema(resource).safeParse(whole).error?.issues.slice(0, 3)).toBeUndefined();
    expect(whole.data.length > 0 || name === 'corrections').toBe(true);
    const paged = await askAll(`/api/v1/${name}?limit=137`);
    expect(paged.slice(0, whole.data.length)).toEqual(whole.data);
    expect(whole.next === null ? paged.length : whole.data.length).toBe(whole.data.length);
    const csv = await (await call(`/api/v1/${name}?limit=500&format=csv`)).text();
    const parsed = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    expect(parsed.errors).toEqual([]);
    expect(parsed.data).toHaveLength(whole.data.length);
  });

  it('readings: one in force a cell, the history of the whole cell on request, as of a day, by what the series is', async () => {
    const cell = 'series=crss-violence-fatalities-pk-total&period=quarter&from=2025-Q2&to=2025-Q2';
    const found = await findReadings(open.db, { release: 2, organisationIds: ['crss'] });
    const wanted = found.filter(({ period }) => period.start === '2025-04-01' && period.end === '2025-06-30');
    const [first] = wanted;
    expect(first).toBeDefined();
    const series = first?.seriesId ?? '';
    const address = `/api/v1/readings?${cell.replace('crss-violence-fatalities-pk-total', series)}`;
    const inForce = await ask(address);
    expect(inForce.data).toHaveLength(1);
    expect(inForce.data[0]).toMatchObject({ seriesId: series, period: '2025-Q2', isInForce: true, organisationId: 'crss' });
    expect((inForce.data[0]?.citations as unknown[]).length).toBeGreaterThan(0);
    const history = await ask(`${address}&history=1`);
    expect(history.data.map(({ id }) => id).sort()).toEqual(wanted.filter(({ seriesId }) => seriesId === series).map(({ id }) => id).sort());
    const early = await ask(`${address}&asof=2025-07-10&history=1`);
    expect(early.data.every(({ knownFrom }) => String(knownFrom) <= '2025-07-10')).toBe(true);
    const all = await askAll('/api/v1/readings?history=1&limit=500');
    expect(all).toHaveLength((await findReadings(open.db, { release: 2 })).length);
    const ofCrss = await askAll('/api/v1/readings?organisation=crss&history=1&limit=500');
    expect(ofCrss).toHaveLength(found.length);
  });

  it('a selection of fields, closures of days, claims of a side', async () => {
    const chosen = await ask('/api/v1/closures?crossing=torkham&from=2025-10-11&to=2025-10-31&fields=id,start,end');
    expect(chosen.data.length).toBeGreaterThan(0);
    expect(Object.keys(chosen.data[0] ?? {})).toEqual(['id', 'start', 'end']);
    const claims = await askAll('/api/v1/claims?lens=taliban,pakistan&measure=killed');
    expect(new Set(claims.map(({ lens }) => lens))).toEqual(new Set(['taliban', 'pakistan']));
    expect(new Set(claims.map(({ measure }) => measure))).toEqual(new Set(['killed']));
  });

  it('says which parameter is wrong and what it may be', async () => {
    for (const [address, parameter] of [
      ['/api/v1/readings?serie=x', 'serie'], ['/api/v1/readings?limit=0', 'limit'], ['/api/v1/readings?limit=501', 'limit'], ['/api/v1/readings?limit=1&limit=2', 'limit'],
      ['/api/v1/readings?release=3', 'release'], ['/api/v1/readings?asof=2025-02-30', 'asof'], ['/api/v1/readings?from=2025-Q5', 'from'], ['/api/v1/readings?from=2025&to=2024', 'to'],
      ['/api/v1/claims?lens=both', 'lens'], ['/api/v1/readings?cursor=AAAA', 'cursor'], ['/api/v1/readings?fields=id,nonsense', 'fields'], ['/api/v1/readings?format=xml', 'format'],
      ['/api/v1/crossings?asof=2025-01-01', 'asof'], ['/api/v1/changes?since=2', 'since'],
    ] as const) {
      const response = await call(address);
      const problem = (await response.json()) as { errors: { parameter: string; allowed: string }[] };
      expect([response.status, response.headers.get('content-type')], address).toEqual([400, 'application/problem+json']);
      expect(problem.errors.map((one) => one.parameter)).toContain(parameter);
    }
    expect((await call('/api/v1/nonsense')).status).toBe(404);
    expect((await call('/api/v1/readings/x')).status).toBe(404);
    expect(POST().status).toBe(405);
    expect(OPTIONS().headers.get('access-control-allow-origin')).toBe('*');
  });

  it('knows its answers by their tags, and fixes those of a named release', async () => {
    const live = await call('/api/v1/indicators');
    const tag = live.headers.get('etag') ?? '';
    expect((await call('/api/v1/indicators', { 'if-none-match': tag })).status).toBe(304);
    expect((await call('/api/v1/indicators?limit=7', { 'if-none-match': tag })).status).toBe(200);
    expect(live.headers.get('cache-control')).not.toContain('immutable');
    expect((await call('/api/v1/indicators?release=1')).headers.get('cache-control')).toContain('immutable');
    expect(live.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('refuses nobody his share and everybody more, and says when to come back', async () => {
    caller += 1;
    const greedy = { 'x-forwarded-for': `192.0.2.${caller}` };
    const statuses = [];
    for (let turn = 0; turn < 610; turn += 1) statuses.push((await call('/api/v1/nonsense', greedy)).status);
    expect(statuses.indexOf(429)).toBe(600);
    const refused = await call('/api/v1/nonsense', greedy);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await call('/api/v1/nonsense')).status).toBe(404);
  });

  it('any question at all is answered or refused, never broken', async () => {
    const document = JSON.parse(JSON.stringify(openApiDocument({ siteUrl: 'http://localhost:3000', currentRelease: opened.release, today: '2026-11-22' }))) as OpenApi;
    const check = answerChecker(document);
    const ids = ['torkham', 'crss', 'crss-violence-fatalities', 'clashes-october'];
    await fc.assert(fc.asyncProperty(apiQuestions(document, ids), async ({ path, query }) => {
      const response = await call(`${path}?${new URLSearchParams(query as [string, string][])}`);
      expect([200, 400]).toContain(response.status);
      expect(check(path, { status: response.status, contentType: response.headers.get('content-type') ?? '', body: await response.text() })).toBeNull();
    }), { numRuns: 400 });
  });

  // Last, since it publishes.
  it('a list goes on in its own release while another is published, and the difference of the two is told', async () => {
    const before = await ask('/api/v1/readings?limit=50');
    const [row] = before.data;
    const id = String(row?.id);
    opened.release = await publishRows(open.db, [await draftFrom(open.db, 'reading', id, { value: 4_242, empty: null })]);
    const second = await ask(before.next ?? '');
    expect([before.release, second.release, opened.release]).toEqual([2, 2, 3]);
    expect((await ask(`/api/v1/readings?id=${id}&history=1&release=2`)).data.find((one) => one.id === id)?.value).toBe(row?.value);
    expect((await ask(`/api/v1/readings?id=${id}&history=1`)).data.find((one) => one.id === id)?.value).toBe(4_242);
    const difference = await ask('/api/v1/changes?since=2&release=3');
    expect(difference.data).toHaveLength(1);
    expect(difference.data[0]).toMatchObject({ release: 3, rowKind: 'reading', rowId: id, change: 'correct', reason: 'for the test' });
    expect((await ask('/api/v1/corrections')).data[0]).toMatchObject({ rowId: id, after: expect.stringContaining('4,242') as unknown });
  });

  it('figures that may not be passed on are refused by name with the reason, and left out otherwise', async () => {
    const series = 'crss-violence-fatalities';
    opened.release = await publishRows(open.db, [await draftFrom(open.db, 'series', series, { isRedistributable: false })]);
    const refused = await call(`/api/v1/readings?series=${series}`);
    expect(refused.status).toBe(403);
    expect(((await refused.json()) as { detail: string }).detail).toContain('licence');
    const others = await ask('/api/v1/readings?organisation=crss&limit=500');
    expect(others.data.some(({ seriesId }) => seriesId === series)).toBe(false);
    expect(others.leftOut?.map((one) => one.series)).toEqual([series]);
    expect((await call(`/api/v1/readings?series=${series}&release=2`)).status).toBe(200);
    const file = async (slug: string, release: number) => chartCsv(new Request('http://localhost:3000/'), { params: Promise.resolve({ release: String(release), lang: 'en', view: '-', slug }) });
    const barred = await file('fatalities-by-quarter', opened.release);
    expect([barred.status, ((await barred.json()) as { detail: string }).detail]).toEqual([403, expect.stringContaining(series) as unknown]);
    expect((await file('fatalities-by-quarter', 2)).status).toBe(200);
    expect((await file('attacks-by-month', opened.release)).status).toBe(200);
  });
});

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and names every resource, parameter and field', () => {
    const document = openApiDocument({ siteUrl: 'https://ledger.example', currentRelease: 2, today: '2026-11-22' });
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths ?? {}).sort()).toEqual(['/api/v1', ...RESOURCES.map(({ name }) => `/api/v1/${name}`)].sort());
    const readings = JSON.stringify(document.components?.schemas?.ReadingsRow);
    for (const field of ['valueLow', 'isInForce', 'citations', 'knownFrom']) expect(readings).toContain(field);
    expect(JSON.stringify(document.paths?.['/api/v1/readings']?.get?.parameters)).toContain('asof');
  });
});
