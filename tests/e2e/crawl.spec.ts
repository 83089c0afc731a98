import { crawl } from '../fixtures/crawl';
import { expect, test } from './fixture';

test('every link of the public site leads somewhere, and every number leads to its citation', async ({ page }) => {
  test.setTimeout(480_000);
  const { dead, missing, uncited, numbers, pages, files } = await crawl(page);
  console.info(`${pages.length} pages, ${files.length} files, ${numbers} numbers`);
  expect.soft(dead).toEqual([]);
  expect.soft(missing).toEqual([]);
  expect.soft(uncited).toEqual([]);
  expect(numbers).toBeGreaterThan(2000);
  expect(pages.length).toBeGreaterThan(300);
});
