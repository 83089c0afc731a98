import { test as base, expect } from '@playwright/test';

/** Every page of a test is watched: an error in the console or an uncaught one fails the test. */
export const test = base.extend<{ watched: void }>({
  watched: [
    async ({ context }, use) => {
      const errors: string[] = [];
      context.on('page', (page) => {
        page.on('console', (message) => {
          if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`);
        });
        page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
      });
      await use();
      expect(errors, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const OPENING_CHARTS = ['fatalities-by-quarter', 'attacks-by-month', 'border-closures', 'clashes-october-2025'] as const;
