import { chromium } from '@playwright/test';
import { chromiumArguments, ensureChromium } from '/work/main/tests/fixtures/chromium';
import { installPeers, makePages } from '/work/main/bench/embed/pages';
import { serveFiles } from '/work/main/bench/embed/server';
import { lookAt } from '/work/main/bench/embed/measure';
installPeers(console.log);
const { pages, files } = await makePages();
const s = await serveFiles(files);
const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...chromiumArguments] });
for (const page of pages) {
  try { console.log(page.name, await lookAt(browser, s.origin, page)); } catch (e) { console.log(page.name, String(e).slice(0, 300)); }
  const tab = await browser.newPage({ viewport: { width: 720, height: 600 } });
  tab.on('console', (m) => console.log('  console', m.text())); tab.on('pageerror', (e) => console.log('  error', e.message));
  await tab.goto(s.origin + page.address); await tab.waitForTimeout(1500); await tab.screenshot({ path: `/tmp/w/m3shot-${page.name.replace(/\W/g, '')}.png` }); await tab.close();
}
await browser.close(); await s.stop();
