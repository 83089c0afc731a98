import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '@/db/client';
import { DirectoryLockedError, lockDirectory } from '@/db/directory-lock';
import { startContender, type Contender } from '../fixtures/contenders';

const ROUNDS = 20;

let scratch: string;
let directory: string;
let contenders: Contender[] = [];

beforeEach(() => {
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-lock-'));
  directory = path.join(scratch, 'data');
});
afterEach(async () => {
  await Promise.all(contenders.map((contender) => contender.kill()));
  contenders = [];
  fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
});

async function startOne(): Promise<Contender> {
  const contender = await startContender();
  contenders.push(contender);
  return contender;
}

const lockFile = () => `${directory}.lock`;

/** Rewrites the claim in the lock file, and dates the file back so that its holder had time to listen. */
function rewriteClaim(change: Record<string, unknown>): void {
  const claim = JSON.parse(fs.readFileSync(lockFile(), 'utf8')) as Record<string, unknown>;
  fs.writeFileSync(lockFile(), JSON.stringify({ ...claim, ...change }));
  const earlier = Date.now() / 1000 - 60;
  fs.utimesSync(lockFile(), earlier, earlier);
}

describe('a living holder', () => {
  it('is named, with pid and command, to a second process that is refused within a second', async () => {
    const holder = await startOne();
    expect((await holder.tell({ do: 'lock', directory })).answer).toBe('held');
    const started = performance.now();
    const refused = await openDatabase({ dataDir: directory }).catch((error: unknown) => error as Error);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(refused).toBeInstanceOf(DirectoryLockedError);
    expect(refused).toHaveProperty('message', expect.stringMatching(new RegExp(`process ${holder.pid} \\(.*lock-contender\\.ts`)));
    expect(fs.existsSync(directory)).toBe(false);
  });

  it('is not displaced while its event loop is blocked, neither by its neighbours nor from another container', async () => {
    const holder = await startOne();
    await holder.tell({ do: 'lock', directory });
    const elsewhere = { pidNamespace: 'pid:[1]', host: 'another-container' };
    expect((await holder.tell({ do: 'block', ms: 60_000 })).answer).toBe('blocking');
    await expect(lockDirectory(directory)).rejects.toThrow(`process ${holder.pid} `);
    rewriteClaim(elsewhere);
    const started = performance.now();
    await expect(lockDirectory(directory)).rejects.toThrow('on another-container');
    expect(performance.now() - started).toBeLessThan(1000);
    await holder.kill();
    (await lockDirectory(directory)).release();
  });

  it('is not displaced while it is stopped', async () => {
    const holder = await startOne();
    await holder.tell({ do: 'lock', directory });
    process.kill(holder.pid, 'SIGSTOP');
    await expect(lockDirectory(directory)).rejects.toThrow(`process ${holder.pid} `);
  });

  it('is not displaced by itself', async () => {
    const first = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toThrow(`process ${process.pid} `);
    first.release();
    first.release();
    (await lockDirectory(directory)).release();
    expect(fs.readdirSync(scratch)).toEqual([]);
  });

  it('on another machine is never displaced, nor is a lock nobody can read', async () => {
    const lock = await lockDirectory(directory);
    rewriteClaim({ host: 'elsewhere', boot: 'another boot' });
    await expect(lockDirectory(directory)).rejects.toThrow('on elsewhere');
    fs.writeFileSync(lockFile(), '');
    await expect(lockDirectory(directory)).rejects.toThrow(`remove ${lockFile()}`);
    lock.release();
    expect(fs.existsSync(lockFile())).toBe(true);
  });
});

describe('a dead holder', () => {
  it('that was killed is taken over at once', async () => {
    const holder = await startOne();
    await holder.tell({ do: 'lock', directory });
    await holder.kill();
    expect(fs.existsSync(lockFile())).toBe(true);
    (await lockDirectory(directory)).release();
    expect(fs.readdirSync(scratch)).toEqual([]);
  });

  it('that nobody has buried yet is taken over: a zombie still answers to its pid', async () => {
    const program = path.join(import.meta.dirname, '../fixtures/lock-and-die.ts');
    const script = `"${process.execPath}" --import tsx "${program}" "${directory}" & exec sleep 60`;
    const parent = spawn('/bin/sh', ['-c', script], { stdio: 'ignore' });
    const pid = await vi.waitUntil(readPidWhenDead, { timeout: 20_000, interval: 50 });
    expect(() => process.kill(pid, 0)).not.toThrow();
    (await lockDirectory(directory)).release();
    parent.kill('SIGKILL');
  });

  it('whose pid now belongs to another process is taken over', async () => {
    const holder = await startOne();
    await holder.tell({ do: 'lock', directory });
    await holder.kill();
    const stranger = await startOne();
    rewriteClaim({ pid: stranger.pid });
    (await lockDirectory(directory)).release();
  });

  it('from before the machine was restarted is taken over, whoever has its pid now', async () => {
    await lockDirectory(directory);
    rewriteClaim({ boot: 'the boot before this one' });
    (await lockDirectory(directory)).release();
  });

  it('that died while it took over another is taken over', async () => {
    const holder = await startOne();
    await holder.tell({ do: 'lock', directory });
    await holder.kill();
    fs.copyFileSync(lockFile(), `${lockFile()}.takeover`);
    (await lockDirectory(directory)).release();
    expect(fs.readdirSync(scratch)).toEqual([]);
  });
});

describe('simultaneous starts', () => {
  let rivals: Contender[];
  beforeAll(async () => {
    rivals = await Promise.all([startContender(), startContender()]);
  });
  afterAll(() => Promise.all(rivals.map((rival) => rival.kill())));

  it.each(['a free directory', 'the directory of a dead holder'])(`have one winner each of ${ROUNDS} times on %s`, async (kind) => {
    const dead = await startOne();
    await dead.tell({ do: 'lock', directory });
    const claim = fs.readFileSync(lockFile(), 'utf8');
    await dead.kill();
    fs.rmSync(lockFile());
    for (let round = 0; round < ROUNDS; round += 1) {
      if (kind !== 'a free directory') fs.writeFileSync(lockFile(), claim);
      const reports = await Promise.all(rivals.map((rival) => rival.tell({ do: 'lock', directory })));
      const refused = reports.filter((report) => report.answer !== 'held');
      expect(refused, JSON.stringify(reports)).toHaveLength(1);
      const winner = rivals[reports.findIndex((report) => report.answer === 'held')];
      expect(refused[0]?.answer).toContain(`process ${winner?.pid} `);
      expect(refused[0]?.ms).toBeLessThan(1000);
      await Promise.all(rivals.map((rival) => rival.tell({ do: 'release' })));
    }
    expect(fs.readdirSync(scratch)).toEqual([]);
  });
});

it('works where the path is too long for a socket beside the directory', async () => {
  directory = path.join(scratch, 'a-long-name-'.repeat(10), 'data');
  const holder = await startOne();
  expect((await holder.tell({ do: 'lock', directory })).answer).toBe('held');
  await expect(lockDirectory(directory)).rejects.toThrow(`process ${holder.pid} `);
  rewriteClaim({ pidNamespace: 'pid:[1]' });
  await holder.kill();
  // The temporary directory is not shared between containers, so a silent socket there proves nothing.
  await expect(lockDirectory(directory)).rejects.toThrow(`process ${holder.pid} `);
  const { socket } = JSON.parse(fs.readFileSync(lockFile(), 'utf8')) as { socket: string };
  expect(path.dirname(socket)).toBe(os.tmpdir());
  fs.rmSync(socket);
});

/** The pid in the lock file, once its process is dead but still listed. */
function readPidWhenDead(): number | null {
  if (!fs.existsSync(lockFile())) return null;
  const { pid } = JSON.parse(fs.readFileSync(lockFile(), 'utf8')) as { pid: number };
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z') ? pid : null;
}
