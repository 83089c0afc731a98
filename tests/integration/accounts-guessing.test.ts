import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { signInAttempts } from '@/db/schema/accounts';
import type { Desk } from '@/lib/accounts/desk';
import { ACCOUNT_LIMIT, ADDRESS_LIMIT, FREE_FAILURES, subjectOf } from '@/lib/accounts/throttle';
import { databases } from '../fixtures/databases';
import { attempt, deskOver, emptyAccounts, join, later, NOW, PASSWORD } from '../fixtures/desk';

describe.each(databases)('guessing on %s', (_engine, openTestDatabase) => {
  let open: OpenDatabase;
  let desk: Desk;

  beforeAll(async () => {
    open = await openTestDatabase();
    desk = deskOver(open);
  });
  afterAll(() => open.close());
  beforeEach(() => emptyAccounts(desk));

  test('waits after five failures, stops after twenty an hour from whatever addresses, and opens again', async () => {
    await join(desk);
    const waits: number[] = [];
    const wait = async (milliseconds: number) => void waits.push(milliseconds);
    for (let guess = 0; guess < ACCOUNT_LIMIT; guess += 1) {
      const answer = await attempt(desk, 'a wrong guess of mine', { address: `198.51.100.${guess}`, now: later(guess * 1000), wait });
      expect(answer.ok || answer.refusal.code).toBe('wrong-pair');
    }
    expect(waits).toHaveLength(ACCOUNT_LIMIT - FREE_FAILURES);
    expect(waits[0]).toBe(500);
    expect(Math.max(...waits)).toBe(8000);
    const stopped = await attempt(desk, PASSWORD, { now: later(60_000), wait });
    expect(stopped.ok || stopped.refusal).toMatchObject({ code: 'too-many-tries', retryAfterSeconds: 3540 });
    // Hammering on while it is stopped does not keep it stopped.
    for (let more = 0; more < 5; more += 1) expect((await attempt(desk, 'again', { now: later(3_599_000), wait })).ok).toBe(false);
    expect((await attempt(desk, PASSWORD, { now: later(3_600_000 + 60_000), wait })).ok).toBe(true);
  });

  test('the owner gets in meanwhile from a browser that knows the account; a borrowed or forged mark is worth nothing', async () => {
    await join(desk);
    const first = await attempt(desk, PASSWORD);
    const known = first.ok ? (first.value.cookies[1] ?? '').split(';')[0] : undefined;
    expect(known).toMatch(/^__Host-known=/);
    for (let guess = 0; guess < ACCOUNT_LIMIT; guess += 1) await attempt(desk, 'a wrong guess of mine', { address: `198.51.100.${guess}` });
    const codeOf = async (cookie?: string) => {
      const answer = await attempt(desk, PASSWORD, { cookie });
      return answer.ok ? 'in' : answer.refusal.code;
    };
    expect(await codeOf()).toBe('too-many-tries');
    expect(await codeOf(`${known?.slice(0, -3)}AAA`)).toBe('too-many-tries');
    expect(await codeOf('__Host-known=x.y')).toBe('too-many-tries');
    expect(await codeOf(`a=b; ${known}`)).toBe('in');
    for (let guess = 0; guess < ACCOUNT_LIMIT; guess += 1) await attempt(desk, 'a wrong guess of mine', { cookie: known });
    expect(await codeOf(known)).toBe('too-many-tries');
  });

  test('twenty-five at once: no more than twenty passwords are looked at', async () => {
    await join(desk);
    const answers = await Promise.all(Array.from({ length: 25 }, () => attempt(desk, 'a wrong guess of mine')));
    const looked = answers.filter((answer) => !answer.ok && answer.refusal.code === 'wrong-pair').length;
    expect(looked).toBeLessThanOrEqual(ACCOUNT_LIMIT);
  });

  test('many accounts from one address are stopped, too, and no row tells whom was tried', async () => {
    const rows = Array.from({ length: ADDRESS_LIMIT }, (_, index) => ({
      id: randomUUID(),
      subject: subjectOf(`person${index}@ledger.example`),
      address: '192.0.2.77',
      outcome: 'failed' as const,
      attemptedAt: NOW,
    }));
    await desk.db.insert(signInAttempts).values(rows);
    const answer = await attempt(desk, PASSWORD, { address: '192.0.2.77' });
    expect(answer.ok || answer.refusal.code).toBe('too-many-tries');
    expect(JSON.stringify(await desk.db.select().from(signInAttempts))).not.toContain('@');
  });
});
