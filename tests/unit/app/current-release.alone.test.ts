import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askDatabase, currentRelease } from '@/lib/current-release';

const database = vi.hoisted(() => ({ asked: 0, answer: async (): Promise<number> => 1 }));

vi.mock('@/db/client', () => ({ getReadDatabase: async () => ({}) }));
vi.mock('@/db/queries/find-current-release', () => ({
  findCurrentRelease: () => {
    database.asked += 1;
    return database.answer();
  },
}));

const never = new Promise<number>(() => undefined);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const away = async (): Promise<number> => {
  throw new Error('connection refused');
};

beforeEach(() => {
  delete (globalThis as { frontierLedgerPointer?: unknown }).frontierLedgerPointer;
  database.asked = 0;
  database.answer = async () => 1;
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
});

// These tests expect the outage in the log; the watch over console.error must not take it for a fault.
afterEach(() => {
  vi.mocked(console.error).mockClear();
});

describe('the number of the current release', () => {
  it('is asked for a few times a second at most, however many readers come', async () => {
    for (let i = 0; i < 200; i++) expect(await currentRelease()).toBe(1);
    await Promise.all(Array.from({ length: 200 }, () => currentRelease()));
    expect(database.asked).toBe(1);
  });

  it('is seen soon after publishing', async () => {
    await currentRelease();
    database.answer = async () => 2;
    await pause(300);
    expect(await currentRelease()).toBe(2);
  });

  it('is not waited for longer than 50 ms once it is known: a database that hangs hangs no reader', async () => {
    await currentRelease();
    database.answer = () => never;
    await pause(300);
    const started = performance.now();
    expect(await currentRelease()).toBe(1);
    expect(performance.now() - started).toBeLessThan(150);
  });

  it('stays the last known one while the database is away, and the outage is logged once', async () => {
    await currentRelease();
    database.answer = away;
    for (let i = 0; i < 3; i++) {
      await pause(300);
      expect(await currentRelease()).toBe(1);
    }
    expect(console.error).toHaveBeenCalledTimes(1);
    database.answer = async () => 3;
    await pause(300);
    expect(await currentRelease()).toBe(3);
    expect(console.info).toHaveBeenCalledTimes(1);
  });

  it('never moves back, whatever a lagging replica says', async () => {
    database.answer = async () => 5;
    await currentRelease();
    database.answer = async () => 4;
    await pause(300);
    expect(await currentRelease()).toBe(5);
  });

  it('is refused when none was ever learnt, and learnt when the database comes', async () => {
    database.answer = away;
    await expect(currentRelease()).rejects.toThrow('connection refused');
    database.answer = async () => 1;
    expect(await currentRelease()).toBe(1);
  });

  it('tells operators the truth also while readers get kept answers', async () => {
    await currentRelease();
    database.answer = away;
    await expect(askDatabase()).rejects.toThrow('connection refused');
  });
});
