import { expect, test } from 'vitest';
import { DESK_ROUTES, deskRoutesOfSource } from '../fixtures/desk-routes';

// Whoever adds an address to the desk says here who may ask for it; the end-to-end tests then ask for it as everybody.
test('every page and route of the desk has a row in tests/fixtures/desk-routes.ts, and every row a page or route', () => {
  expect(deskRoutesOfSource()).toEqual(Object.keys(DESK_ROUTES).sort());
});
