import { readdirSync } from 'node:fs';
import { expect, test } from './fixture';

// What does not exist, what is malformed, what caches are told.

const LIVE = 'public, max-age=0, s-maxage=60, stale-while-revalidate=600';
const filesUnder = (directory: string): number => readdirSync(directory, { recursive: true }).length;

test('invented addresses are real 404s and leave no file behind', async ({ request }) => {
  await request.get('/charts/first-of-all');
  const before = filesUnder('.next');
  for (let i = 0; i < 150; i++) {
    for (const path of [`/charts/invented-${i}`, `/invented-${i}`, `/releases/${1000 + i}`]) {
      const answer = await request.get(path);
      expect(answer.status(), path).toBe(404);
    }
  }
  expect(filesUnder('.next') - before).toBe(0);
});

for (const path of ['/r/1/en/-', '/r/2/en/-/charts/fatalities-by-quarter', '/%72/2/en/-', '/r/2/en/-/charts/fatalities-by-quarter/csv', '/charts/x/csv', '/_next/data/x/r/2/en/-.json', '/api/nothing']) {
  test(`the inside cannot be asked from outside: ${path}`, async ({ request }) => {
    const tricks: Record<string, string>[] = [{}, { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' }, { 'x-rewrite-url': '/r/1/en/-' }];
    for (const headers of tricks) {
      expect((await request.get(path, { headers, maxRedirects: 0 })).status()).toBe(404);
    }
  });
}

const MALFORMED = [
  ['asof=2025-13-01', 'asof'], ['asof=2999-01-01', 'asof'], ['release=999', 'release'], ['release=0', 'release'], ['from=yesterday', 'from'], ['lens=both', 'lens'],
  ['series=no-such-series', 'series'], ['asof=2025-07-10&asof=2025-07-11', 'asof'], ['colour=red', 'unknown'], ['from=2025&to=2024', 'to'],
] as const;

for (const [query, parameter] of MALFORMED) {
  test(`machines are told that ${query} is refused, people see a notice`, async ({ page, request }) => {
    for (const extension of ['csv', 'json']) {
      const answer = await request.get(`/charts/fatalities-by-quarter.${extension}?${query}`);
      expect(answer.status()).toBe(400);
      expect(answer.headers()['content-type']).toContain('application/problem+json');
      const problem = (await answer.json()) as { status: number; errors: { parameter: string; allowed: string }[] };
      expect(problem.errors.map((error) => error.parameter)).toEqual([parameter]);
      expect(problem.errors[0]?.allowed).not.toBe('');
    }
    const answer = await page.goto(`/charts/fatalities-by-quarter?${query}`);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole('status').filter({ hasText: 'was left out' })).toHaveCount(1);
  });
}

test('a form field left blank and marks of other sites are no parameters', async ({ page }) => {
  await page.goto('/charts/fatalities-by-quarter?asof=&release=&utm_source=letter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('was left out')).toHaveCount(0);
});

test('caches are told a minute for what is live, for ever for a file of a release', async ({ request }) => {
  for (const path of ['/', '/charts/fatalities-by-quarter', '/charts/fatalities-by-quarter.csv', '/corrections']) {
    expect((await request.get(path)).headers()['cache-control'], path).toBe(LIVE);
  }
  expect((await request.get('/charts/border-closures.json?release=1')).headers()['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await request.get('/api/health/ready')).headers()['cache-control']).toBe('no-store');
});

test('a file has a name with its release, an ETag that spares the second download, and is open to every origin', async ({ request }) => {
  const path = '/charts/attacks-by-month.csv?asof=2025-07-10';
  const first = await request.get(path);
  expect(first.headers()['content-disposition']).toMatch(/filename="frontier-ledger-attacks-by-month_release-\d+_as-of-2025-07-10\.csv"/);
  expect(first.headers()['access-control-allow-origin']).toBe('*');
  expect(first.headers()['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(await first.text()).toMatch(/^[\w,]+\r\n/);
  const tag = first.headers().etag ?? '';
  expect((await request.get(path, { headers: { 'If-None-Match': tag } })).status()).toBe(304);
  const other = await request.get('/charts/attacks-by-month.csv', { headers: { 'If-None-Match': tag } });
  expect(other.status()).toBe(200);
});

test('odd methods are refused', async ({ request }) => {
  for (const path of ['/', '/charts/attacks-by-month', '/charts/attacks-by-month.csv']) {
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await request.fetch(path, { method, data: 'x' })).status(), `${method} ${path}`).toBe(405);
  }
});

test('pages may not be framed and say what they may load', async ({ request }) => {
  const headers = (await request.get('/')).headers();
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers['set-cookie']).toBeUndefined();
});

test('operators can ask', async ({ request }) => {
  expect((await request.get('/api/health/live')).status()).toBe(200);
  const ready = await request.get('/api/health/ready');
  expect(ready.status()).toBe(200);
  expect((await ready.json()) as { release: number }).toMatchObject({ status: 'ready' });
});
