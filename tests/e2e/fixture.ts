import { test as base, expect } from '@playwright/test';

interface Watch {
  /** The test asks for a document that does not exist; the browser's own line about the 404 is then no error. */
  readonly asksForMissing: boolean;
  readonly watched: void;
}

/** Every page of a test is watched: an error in the console or an uncaught one fails the test. */
export const test = base.extend<Watch>({
  asksForMissing: [false, { option: true }],
  watched: [
    async ({ context, asksForMissing }, use) => {
      const errors: string[] = [];
      context.on('page', (page) => {
        page.on('console', (message) => {
          const isMissingDocument = asksForMissing && message.location().url === page.url() && message.text().includes('404');
          if (message.type() === 'error' && !isMissingDocument) errors.push(`${page.url()}: ${message.text()}`);
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
