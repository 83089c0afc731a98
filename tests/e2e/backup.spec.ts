import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixture';

// The commands as an operator types them, the first of them beside the running server.

function run(script: string, args: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, PORT: process.env.E2E_PORT, DATA_DIR: join(process.env.E2E_DATA ?? '', 'data'), DATABASE_URL: '', ...settings };
  return spawnSync(join('node_modules', '.bin', 'tsx'), [`scripts/${script}.ts`, ...args], { env, encoding: 'utf8' });
}

test('a backup of the running server is restored into an empty place with the same public answers', () => {
  const directory = mkdtempSync(join(tmpdir(), 'frontier-ledger-backup-'));
  try {
    const file = join(directory, 'ledger.gz');
    const backup = run('backup', ['--to', file]);
    expect([backup.status, backup.stderr]).toEqual([0, '']);
    expect(statSync(file).mode & 0o077).toBe(0);
    const answers = (text: string) => [...text.matchAll(/release (\d+) {2}([0-9a-f]{64})/g)].map(([, release, digest]) => `${release} ${digest}`);
    expect(answers(backup.stdout).length).toBeGreaterThanOrEqual(2);
    expect(run('backup', ['--to', file]).stderr).toContain('exists already');

    const elsewhere = { DATA_DIR: join(directory, 'data') };
    const restored = run('restore', ['--from', file], elsewhere);
    expect([restored.status, restored.stderr]).toEqual([0, '']);
    expect(answers(restored.stdout)).toEqual(answers(backup.stdout));
    const twice = run('restore', ['--from', file], elsewhere);
    expect([twice.status, twice.stderr]).toEqual([1, expect.stringContaining('not empty') as unknown]);
  } finally {
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
});
