import { extract } from '@extractus/oembed-extractor';
import { expect, test } from './fixture';

const CHART = '/charts/fatalities-by-quarter';

test('a page says where its oEmbed answers are, in both formats and in its own view', async ({ page, request, baseURL }) => {
  for (const query of ['', '?release=2', '?from=2025&lens=all']) {
    await page.goto(`${CHART}${query}`);
    for (const [type, start] of [['application/json+oembed', 'application/json'], ['text/xml+oembed', 'text/xml']] as const) {
      const href = await page.locator(`head link[rel="alternate"][type="${type}"]`).getAttribute('href');
      expect(href?.startsWith(`${baseURL}/api/oembed?url=`)).toBe(true);
      const answer = await request.get(href ?? '');
      expect(answer.status()).toBe(200);
      expect(answer.headers()['content-type']).toContain(start);
      expect(await answer.text()).toContain(query.startsWith('?release') ? 'release=2' : 'fatalities-by-quarter');
    }
  }
});

test('a consumer that nobody here wrote finds and understands it', async ({ baseURL }) => {
  const found = await extract(`${baseURL}${CHART}?release=2`, { maxwidth: 600, maxheight: 800 });
  expect(found).toMatchObject({ version: '1.0', type: 'rich', title: 'Deaths from violence by quarter', provider_name: 'Frontier Ledger', provider_url: baseURL, width: 600 });
  expect(Number(found.height)).toBeLessThanOrEqual(800);
  expect(String(found.html)).toContain(`<iframe src="${baseURL}/embed/fatalities-by-quarter?release=2"`);
  expect(String(found.thumbnail_url)).toContain('.png?release=2');
});

test('the frame of an answer, put into a page as it is, fits', async ({ page, request, baseURL }) => {
  const answer = await (await request.get(`/api/oembed?url=${encodeURIComponent(`${baseURL}/charts/border-closures`)}&maxwidth=480`)).json();
  const address = `${baseURL}/host`;
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Host</title><body>${answer.html}` }));
  await page.goto(address);
  await page.frameLocator('iframe').getByRole('heading').waitFor();
  const size = await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => ({ width: frame.clientWidth, height: frame.clientHeight, needed: frame.contentDocument?.documentElement.scrollHeight ?? 0 }));
  expect(size).toMatchObject({ width: answer.width, height: answer.height });
  expect(size.needed).toBeLessThanOrEqual(size.height);
});

test('XML says the same as JSON', async ({ page, request, baseURL }) => {
  const address = `/api/oembed?url=${encodeURIComponent(`${baseURL}${CHART}?theme=dark`)}`;
  const json = await (await request.get(address)).json();
  const xml = await (await request.get(`${address}&format=xml`)).text();
  await page.goto('/about');
  const read = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/xml');
    return Object.fromEntries([...parsed.documentElement.children].map((field) => [field.nodeName, field.textContent]));
  }, xml);
  expect(read).toEqual(Object.fromEntries(Object.entries(json).map(([name, value]) => [name, String(value)])));
});

test('what cannot be answered is refused as the specification says', async ({ request, baseURL }) => {
  const status = async (query: string): Promise<number> => (await request.get(`/api/oembed${query}`)).status();
  const url = encodeURIComponent(`${baseURL}${CHART}`);
  expect(await status('')).toBe(400);
  expect(await status(`?url=${url}&maxwidth=-1`)).toBe(400);
  expect(await status(`?url=${url}&format=yaml`)).toBe(501);
  for (const strange of ['https://evil.example/charts/fatalities-by-quarter', 'javascript:alert(1)', `${baseURL}/charts/no-such-chart`, `${baseURL}${CHART}?release=999`, `${baseURL}/`, `${baseURL}${CHART}?series=none.such`]) {
    expect(await status(`?url=${encodeURIComponent(strange)}`), strange).toBe(404);
  }
});

test('neither Host nor forwarded headers get into an answer', async ({ request, baseURL }) => {
  const answer = await request.get(`/api/oembed?url=${encodeURIComponent(`${baseURL}${CHART}`)}`, { headers: { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'gopher', Forwarded: 'host=evil.example' } });
  expect(answer.status()).toBe(200);
  expect(await answer.text()).not.toContain('evil.example');
});
