import { readFileSync, readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { isGuarded } from '@/lib/accounts/guarded-route';
import { importRoute, MUTATING, routeNames } from '../fixtures/route-modules';

// Whatever can change something passes one guard. Who adds a route that does not is told so here, and says why in the list.

type Handler = (request: Request, context: { readonly params: Promise<object> }) => Promise<Response>;

const asStranger = () => new Request('http://localhost:3000/', { method: 'POST', body: '{"csp-report":{}}', headers: { 'content-type': 'application/json', 'origin': 'https://evil.example' } });

/** What these do for a stranger from another site: nothing. */
const UNGUARDED: Readonly<Record<string, { readonly why: string; readonly status: number }>> = {
  '/api/v1/[[...path]]/route': { why: 'says to each that the API only answers questions', status: 405 },
  '/api/csp/route': { why: 'reports of browsers, which send no origin of ours; a line of the log at most', status: 204 },
  '/api/admin/local/dump/route': { why: 'the local door: loopback, a key of the machine, no browser', status: 404 },
  '/api/admin/local/first-admin/route': { why: 'the local door', status: 404 },
  '/api/admin/local/remove-second-factor/route': { why: 'the local door', status: 404 },
  '/api/admin/local/verify-audit/route': { why: 'the local door', status: 404 },
};

test('every handler of a method that changes something is made by the guard, or is listed and does nothing for a stranger', async () => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  const without: string[] = [];
  let guarded = 0;
  for (const name of routeNames) {
    const handlers = await importRoute(name);
    for (const method of MUTATING) {
      const handler = handlers[method];
      if (handler === undefined) continue;
      if (isGuarded(handler)) {
        guarded += 1;
        continue;
      }
      without.push(name);
      const answer = await (handler as Handler)(asStranger(), { params: Promise.resolve({}) });
      expect(answer.status, `${method} ${name}`).toBe(UNGUARDED[name]?.status);
    }
  }
  expect([...new Set(without)].sort()).toEqual(Object.keys(UNGUARDED).sort());
  expect(guarded).toBeGreaterThan(40);
}, 120_000);

test('a guarded handler is nothing that can be claimed: a function of the same look is none', () => {
  expect(isGuarded(async () => new Response())).toBe(false);
  expect(isGuarded(null)).toBe(false);
});

test('no file makes a server action', () => {
  const files = ['app', 'components', 'lib'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`));
  const sources = files.filter((file) => /\.[jt]sx?$/.test(file));
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.filter((file) => /^\s*['"]use server['"]/m.test(readFileSync(file, 'utf8')))).toEqual([]);
});
