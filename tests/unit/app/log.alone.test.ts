import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToEvents, logEvent, takeConsole } from '@/lib/log';
import { routePattern } from '@/lib/route-pattern';
import { scrub } from '@/lib/scrub';

// Secrets are sent everywhere, and nothing of them is found in what is written.

const SECRETS = {
  token: 'kV3xQ9-zT_4mLw8rB2nYc6dHs1gJ7pA0', password: 'teapot-window-gravel', mail: 'amina@ledger.example', four: '203.0.113.77', six: '2001:db8:85a3::8a2e:370:7334',
  hash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$4mLw8rB2nYc6dHs1gJ7pA0xQ9zT', cookie: 'frontier-ledger.session_token=abc123.def456',
};
const UUID = '0b3c7c0e-1111-4222-8333-444455556666';

let written = '';
const saved = { ...console };

beforeEach(() => {
  delete (globalThis as { frontierLedgerLog?: unknown }).frontierLedgerLog;
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  Object.assign(console, saved);
});

function expectNothingOf(text: string): void {
  for (const [name, secret] of Object.entries(SECRETS)) expect(text, name).not.toContain(secret);
  for (const part of ['abc123', '4mLw8rB2nYc6dHs1gJ7pA0', 'gravel']) expect(text).not.toContain(part);
}

describe('a log', () => {
  it('has nothing of what was sent, whatever the words it stood in', () => {
    takeConsole();
    const { token, password, mail, four, six, hash, cookie } = SECRETS;
    console.error(`connect ECONNREFUSED ${four}:5432 and ${six}`);
    console.warn(`postgres://ledger:${password}@db.example:5432/x refused`);
    console.error(new Error(`Failed query: insert into people values ($1, $2)\nparams: ${mail},${hash}`, { cause: new Error(`Key (email)=(${mail}) already exists.`) }));
    console.log('GET /admin/join?token=%s', token);
    console.info(JSON.stringify({ event: 'request-failed', message: `Cookie: ${cookie}; Authorization: Bearer ${token}`, cookie, token, email: mail, ip: four, nested: { password } }));
    logEvent('info', 'request', { headers: { cookie }, list: [mail, four, token], error: new Error(`password=${password}`) });
    expectNothingOf(written);
    expect(written).toContain('request-failed');
  });

  it('keeps what an operator needs', () => {
    for (const text of ['connect ECONNREFUSED', `changeset ${UUID}`, 'at 12:30:15 on 2026-11-22T01:02:03.000Z', 'Ready in 218ms', 'has it? yes', 'node_modules/next/dist/server/base-server.js:1234:12']) {
      expect(scrub(text)).toBe(text);
    }
  });

  it('names its events to whoever counts them', () => {
    const heard: string[] = [];
    listenToEvents((event) => heard.push(event));
    logEvent('info', 'schedule-published', { release: 3 });
    expect(heard).toEqual(['schedule-published']);
    expect(written).toContain('release=3');
  });
});

describe('the pattern of an address', () => {
  it.each([
    ['/', '/'], ['/charts', '/charts'], ['/charts/border-closures', '/charts/[slug]'], ['/charts/border-closures.card.png', '/charts/[slug].card.png'],
    ['/charts/border-closures/history', '/charts/[slug]/history'], ['/releases/12', '/releases/[number]'], ['/embed/whatever', '/embed/[slug]'],
    ['/api/v1/readings', '/api/v1/readings'], ['/api/v1/kV3xQ9', '/api/v1/[unknown]'], ['/_next/static/chunks/a.js', '/_next'], ['/wp-login.php', 'unknown'],
  ])('%s is %s', (address, pattern) => {
    expect(routePattern(address)).toBe(pattern);
  });

  it('stays one of few, however many addresses are made up', () => {
    const patterns = new Set<string>();
    for (let number = 0; number < 100_000; number += 1) patterns.add(routePattern(['/charts/x', '/embed/x', '/x', '/sources/x', '/api/v1/x', '/incidents/x.', '/preview/x', '/admin/x'][number % 8] + number.toString(36)));
    expect(patterns.size).toBeLessThan(12);
  });
});
