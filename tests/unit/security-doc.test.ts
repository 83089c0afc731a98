import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ASVS_ITEMS } from '../fixtures/asvs-items';

// What docs/security.md claims is held against what there is: every item answered once, every test named there.

const text = readFileSync('docs/security.md', 'utf8');

/** Lines of a table as their cells. */
const rows = text.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
const THREATS = ['R', 'E', 'M'].flatMap((letter) => Array.from({ length: { R: 16, E: 19, M: 10 }[letter] ?? 0 }, (_, index) => `${letter}${index + 1}`));
const STATES = ['test', 'reason', 'not applicable', 'operator', 'not met'];
const paths = (cell: string): readonly string[] => [...cell.matchAll(/`([\w./[\]()-]+\.(?:ts|tsx|js|md|json|conf))`/g)].map((match) => match[1] ?? '');

describe('docs/security.md', () => {
  it('answers each item of level 1 and 2 of ASVS 5.0 once, and no other', () => {
    expect(ASVS_ITEMS).toHaveLength(253);
    const answered = rows.flatMap(([items = '']) => (/^\d+\.\d+\.\d+(, \d+\.\d+\.\d+)*$/.test(items) ? items.split(', ') : []));
    expect(answered.filter((item, index) => answered.indexOf(item) !== index)).toEqual([]);
    expect(answered.toSorted()).toEqual([...ASVS_ITEMS].toSorted());
  });

  it('gives each item a state: a test that is there, or the reason in words', () => {
    const items = rows.filter(([first = '']) => /^\d+\.\d+\.\d+/.test(first));
    for (const [item, asks = '', state = '', answer = ''] of items) {
      expect(asks.length, item).toBeGreaterThan(3);
      expect(STATES, item).toContain(state);
      if (state === 'test') expect(paths(answer).some((path) => path.startsWith('tests/')), `${item} names no test`).toBe(true);
      else expect(answer.length, `${item} gives no reason`).toBeGreaterThan(20);
    }
    // What is not met stands in a list of its own, too, where nobody can overlook it.
    const unmet = items.filter(([, , state]) => state === 'not met').map(([item = '']) => item);
    const listed = /## What is not met\n([\s\S]*?)\n## /.exec(text)?.[1] ?? '';
    for (const item of unmet) expect(listed, item).toContain(item);
  });

  it('answers every threat with a test that is there', () => {
    const threats = rows.filter(([first = '']) => /^[REM]\d+$/.test(first));
    expect(threats.map(([id]) => id)).toEqual(THREATS);
    for (const [id, , , answer = ''] of threats) expect(paths(answer).some((path) => path.startsWith('tests/') || path.startsWith('scripts/') || path.startsWith('bench/')), id).toBe(true);
  });

  it('names only files that exist', () => {
    expect(paths(text).filter((path) => !existsSync(path))).toEqual([]);
    expect(paths(text).length).toBeGreaterThan(100);
  });
});
