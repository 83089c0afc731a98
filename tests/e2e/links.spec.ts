import { expect, test } from './fixture';

test('no link of the public site is dead, and every link inside a page has its target', async ({ page, request, baseURL }) => {
  test.setTimeout(240_000);
  const origin = baseURL ?? '';
  const seen = new Set<string>(['/']);
  const queue = ['/'];
  const dead: string[] = [];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const answer = await request.get(path);
    if (!answer.ok()) dead.push(`${path}: ${answer.status()}`);
    if (!answer.headers()['content-type']?.includes('text/html') || path.includes('release=')) continue;
    await page.goto(path);
    const { inside, missing } = await page.evaluate(() => {
      const anchors = [...document.querySelectorAll('a[href]')].map((anchor) => anchor.getAttribute('href') ?? '');
      return {
        inside: anchors.filter((href) => href.startsWith('/')),
        missing: [...new Set(anchors.filter((href) => href.startsWith('#') && !document.getElementById(href.slice(1))))],
      };
    });
    for (const fragment of missing) dead.push(`${path}: nothing at ${fragment}`);
    for (const href of inside) {
      const url = new URL(href, origin);
      const next = `${url.pathname}${url.search}`;
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  expect(dead).toEqual([]);
  expect(seen.size).toBeGreaterThan(25);
});

test('every number of the overview leads to an element that quotes or paraphrases its source', async ({ page }) => {
  await page.goto('/');
  const marks = await page.locator('a[data-mark]').evaluateAll((anchors) =>
    anchors.map((anchor) => {
      const id = (anchor.getAttribute('href') ?? '').replace(/^#/, '');
      return { text: anchor.textContent, target: document.getElementById(id)?.textContent ?? null };
    }),
  );
  expect(marks.length).toBeGreaterThan(50);
  expect(marks.filter((mark) => !mark.target)).toEqual([]);
});
