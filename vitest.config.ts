import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';
import { LongestFirst } from './tests/fixtures/longest-first';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = { '@': root.replace(/\/$/, ''), 'server-only': `${root}tests/fixtures/server-only.ts` };

const ALONE = 'tests/unit/**/*.alone.test.{ts,tsx}';
const unit = { environment: 'node' as const, css: { include: /\.css\?raw$/ }, testTimeout: 60_000, setupFiles: ['tests/fixtures/console-error.ts'] };

export default defineConfig({
  resolve: { alias },
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        // Files of a worker share their modules: reading them anew for each file was half the time. What replaces a module or a setting stands alone.
        test: { ...unit, name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/walls.test.ts'], exclude: [ALONE], isolate: false },
      },
      {
        resolve: { alias },
        test: { ...unit, name: 'unit-alone', include: [ALONE] },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          css: { include: /\.css\?raw$/ },
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          environment: 'node',
          setupFiles: ['tests/fixtures/console-error.ts'],
          globalSetup: ['tests/fixtures/postgres-server.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          // Every file has databases of its own; two keep both cores busy, since each waits for its database.
          maxWorkers: 2,
        },
      },
    ],
  },
});
