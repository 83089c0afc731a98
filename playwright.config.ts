import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './tests/fixtures/chromium';

// The real start command, on a free port, with an empty data directory of its own.
// Workers load this file again: the port and the directory are handed on in the environment.

function freePort(): string {
  const script = "const s=require('net').createServer();s.listen(0,()=>{console.log(s.address().port);s.close()})";
  return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout.trim();
}

process.env.E2E_PORT ??= freePort();
process.env.E2E_DATA ??= mkdtempSync(join(tmpdir(), 'frontier-ledger-e2e-'));
const address = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // Two files at a time: while one waits for its page to come to rest the other one works. What publishes has a server of its own.
  workers: 2,
  // A browser on a busy machine can miss a beat: one more try, and the test command says which tests needed it.
  retries: 1,
  forbidOnly: true,
  reporter: 'list',
  globalTeardown: './tests/e2e/remove-data.ts',
  use: {
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'Asia/Karachi',
    viewport: { width: 1280, height: 900 },
    launchOptions: { executablePath: findChromium() ?? undefined, args: [...chromiumArguments] },
  },
  webServer: {
    command: 'npm start',
    url: `${address}/api/health/ready`,
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
    env: { PORT: process.env.E2E_PORT ?? '', DATA_DIR: join(process.env.E2E_DATA ?? '', 'data'), DATABASE_URL: '', NEXT_TELEMETRY_DISABLED: '1' },
  },
});
