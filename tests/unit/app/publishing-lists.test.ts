import { expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { keptList } from '@/lib/api/publishing-lists';

const database = () => ({}) as Database;
const asks = () => {
  const asked: string[] = [];
  const ask = (db: Database, key: string, length = 1) => keptList(db, key, async () => {
    asked.push(key);
    return Array.from({ length }, (_, id) => ({ id }));
  });
  return { asked, ask };
};

it('makes a list once, also for many who ask at once, and anew for another database', async () => {
  const { asked, ask } = asks();
  const db = database();
  const lists = await Promise.all([ask(db, 'a'), ask(db, 'a'), ask(db, 'b')]);
  expect(lists[0]).toBe(lists[1]);
  await ask(database(), 'a');
  expect(asked).toEqual(['a', 'b', 'a']);
});

it('keeps the last sixteen, and none that is very long', async () => {
  const { asked, ask } = asks();
  const db = database();
  for (let number = 0; number < 17; number += 1) await ask(db, `list ${number}`);
  await ask(db, 'list 16');
  await ask(db, 'list 0');
  expect(asked.filter((key) => key === 'list 0')).toHaveLength(2);
  expect(asked.filter((key) => key === 'list 16')).toHaveLength(1);
  for (let turn = 0; turn < 2; turn += 1) await ask(db, 'long', 20_001);
  expect(asked.filter((key) => key === 'long')).toHaveLength(2);
});

it('asks again for what failed', async () => {
  const db = database();
  await expect(keptList(db, 'x', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  await expect(keptList(db, 'x', async () => [])).resolves.toEqual([]);
});
