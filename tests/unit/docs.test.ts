import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Folders of the repository: a backticked text that starts with one of them names a path. */
const ROOMS = ['app', 'bench', 'components', 'db', 'docs', 'domain', 'lib', 'messages', 'public', 'scripts', 'tests', '.ci'];

const documents = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('docs', file)),
];

function pathsNamedIn(text: string): string[] {
  return [...text.matchAll(/`([^`\s]+)`/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => ROOMS.some((room) => name === room || name.startsWith(`${room}/`)))
    .filter((name) => !/[*{}…]|\.\.\.|<|>/.test(name));
}

describe('documents', () => {
  it.each(documents)('%s names only paths that exist', (document) => {
    const missing = pathsNamedIn(readFileSync(document, 'utf8')).filter((name) => !existsSync(name));
    expect(missing).toEqual([]);
  });

  it('finds paths at all', () => {
    expect(documents.length).toBeGreaterThan(10);
    expect(documents.flatMap((document) => pathsNamedIn(readFileSync(document, 'utf8'))).length).toBeGreaterThan(20);
    expect(pathsNamedIn('see `db/client.ts` and `no/such`')).toEqual(['db/client.ts']);
  });

  it('numbers every decision once', () => {
    const numbers = readdirSync('docs/decisions').map((file) => file.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
