import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

// The server talks to its database and, where one is named, to a mail server. Whoever lets it ask for an address says so here, and bounds which.

const sources = ['app', 'lib', 'db', 'domain'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file.replaceAll('\\', '/')}`))
  .filter((file) => /\.[jt]sx?$/.test(file)).concat('proxy.ts', 'instrumentation.ts');
const text = new Map(sources.map((file) => [file, readFileSync(file, 'utf8')]));
/** Runs in browsers. */
const isForBrowsers = (file: string): boolean => /^['"]use client['"]/m.test(text.get(file) ?? '');
const having = (pattern: RegExp): readonly string[] => sources.filter((file) => !isForBrowsers(file) && pattern.test(text.get(file) ?? ''));

it('no code of the server asks for an address', () => {
  expect(sources.length).toBeGreaterThan(400);
  expect(having(/\bfetch\(|from 'undici'|^import (?!type\b).*from 'node:(?:https|http2|dgram|tls)'|new WebSocket\(|\bhttp\.(?:get|request|Agent)\b/m)).toEqual([]);
  // A server of figures on the loopback, which listens and asks nobody.
  expect(having(/^import (?!type\b).*from 'node:http'/m)).toEqual(['lib/metrics.ts']);
});

it('sockets are opened by the database, the mail and the holder of a lock alone', () => {
  expect(having(/\bnet\.(?:connect|createConnection|createServer|Socket)\b/).toSorted()).toEqual(['db/directory-lock.ts', 'db/lock-holder.ts']);
  // To know a listening server among the process's handles, at its end.
  expect(having(/from 'node:net'/).toSorted()).toEqual(['db/directory-lock.ts', 'db/lock-holder.ts', 'lib/graceful-stop.ts']);
  expect(having(/from 'nodemailer'/).every((file) => file.startsWith('lib/accounts/'))).toBe(true);
});

it('no code of the server starts a program, and none runs text as code', () => {
  expect(having(/from 'node:vm'|\beval\(|new Function\(/)).toEqual([]);
  expect(having(/child_process/)).toEqual([]);
});
