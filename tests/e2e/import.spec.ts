import AxeBuilder from '@axe-core/playwright';
import { findChangeset } from '@/db/queries/find-changesets';
import { enterDesk, openOwnChangeset } from '../fixtures/desk-walk';
import { startOwnServer, type OwnServer } from '../fixtures/own-server';
import { expect, test } from './fixture';

// A chart's own file, with one number changed, taken back in.

let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(400_000);
  server = await startOwnServer();
});
test.afterAll(() => server?.stop());

test('a chart is downloaded, one number changed, checked and confirmed; the draft stands in the changeset', async ({ browser }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ baseURL: server.origin });
  const page = await context.newPage();
  await enterDesk(page, server);
  const id = await openOwnChangeset(page, 'A file');

  const csv = await (await page.request.get('/charts/fatalities-by-quarter.csv')).text();
  const lines = csv.split('\r\n');
  const at = lines.findIndex((line) => line.includes(',2025-Q2,') && line.includes(',616,616,616,'));
  expect(at).toBeGreaterThan(0);
  lines[at] = (lines[at] ?? '').replace(',616,616,616,', ',619,616,616,');

  await page.goto(`/admin/changesets/${id}/import`);
  await page.getByLabel('A CSV, TSV or Excel file').setInputFiles({ name: 'quarters.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
  await expect(page.getByRole('heading', { name: '2. What its columns mean' })).toBeFocused();
  await page.getByRole('button', { name: 'Check every row' }).press('Enter');
  await expect(page.getByRole('heading', { name: '3. What would change' })).toBeFocused();
  const refused = page.getByRole('region', { name: 'Refused' });
  await expect(refused.getByRole('row').nth(1)).toContainText(`${at + 1}`);
  await expect(refused).toContainText('I “value”');
  await expect(refused).toContainText('Say above why');
  expect((await new AxeBuilder({ page }).analyze()).violations.map((one) => one.id)).toEqual([]);

  await page.getByRole('textbox', { name: 'Why', exact: true }).fill('616 was misread.');
  await page.getByRole('button', { name: 'Check again' }).press('Enter');
  const corrections = page.getByRole('region', { name: 'Corrections' });
  await expect(corrections.getByRole('row').nth(1)).toContainText('crss-violence-fatalities, 2025-Q2616619');
  expect((await findChangeset(server.open.db, id))?.drafts).toEqual([]);
  await page.getByRole('button', { name: 'Take 1 row into the changeset' }).press('Enter');
  await expect(page).toHaveURL(/\?imported=1$/);
  expect((await findChangeset(server.open.db, id))?.drafts).toMatchObject([{ kind: 'reading', change: 'correct', changeNote: '616 was misread.', content: { value: 619 } }]);
  await context.close();
});
