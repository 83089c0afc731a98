import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isThroughLocalDoor, openLocalDoor, readLocalDoor } from '@/lib/accounts/local-door';
import { besideData, keepPrivateFile } from '@/lib/accounts/private-file';

describe('what lies beside the data', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'frontier-ledger-accounts-'));
  beforeAll(() => {
    vi.stubEnv('DATA_DIR', path.join(directory, 'data'));
    vi.stubEnv('DATABASE_URL', '');
    vi.stubEnv('PORT', '3999');
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  });

  test('the secret is written once and readable by its owner only', () => {
    const file = besideData(path.join(directory, 'data'), 'auth-secret');
    expect(keepPrivateFile(file, 'first')).toBe('first');
    expect(keepPrivateFile(file, 'second')).toBe('first');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(['data.auth-secret']);
  });

  test('the local door opens to the key from loopback, and to nothing that came through a proxy or a browser', () => {
    expect(readLocalDoor()).toBeNull();
    openLocalDoor();
    const old = readLocalDoor();
    openLocalDoor();
    const door = readLocalDoor();
    expect([door?.port, statSync(`${directory}/data.local-door`).mode & 0o777]).toEqual([3999, 0o600]);
    const own = { authorization: `Bearer ${door?.key}`, host: '127.0.0.1:3999', 'x-forwarded-for': '::ffff:127.0.0.1', 'x-forwarded-host': '127.0.0.1:3999' };
    const opens = (changed: Record<string, string>) => isThroughLocalDoor(new Headers({ ...own, ...changed }));
    expect(opens({})).toBe(true);
    expect(opens({ 'x-forwarded-for': '127.0.0.1' })).toBe(true);
    const foreign: Record<string, string>[] = [
      { authorization: `Bearer ${old?.key}` },
      { authorization: '' },
      { 'x-forwarded-for': '192.0.2.1' },
      { 'x-forwarded-for': '127.0.0.1, 127.0.0.1' },
      { 'x-forwarded-for': '' },
      { host: 'ledger.example' },
      { 'x-forwarded-host': 'ledger.example' },
      { forwarded: 'for=127.0.0.1' },
      { via: '1.1 proxy' },
      { 'x-real-ip': '127.0.0.1' },
      { origin: 'http://127.0.0.1:3999' },
      { 'sec-fetch-site': 'same-origin' },
    ];
    for (const changed of foreign) expect(opens(changed), JSON.stringify(changed)).toBe(false);
  });
});
