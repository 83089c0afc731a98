import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = { '@': root.replace(/\/$/, ''), 'server-only': `${root}tests/fixtures/server-only.ts` };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/walls.test.ts'], environment: 'node', css: { include: /\.css\?raw$/ }, testTimeout: 60_000, setupFiles: ['tests/fixtures/console-error.ts'] },
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
          fileParallelism: false,
        },
      },
    ],
  },
});
