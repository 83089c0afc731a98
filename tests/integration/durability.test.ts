import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEmbedded } from '@/db/embedded';
import { killAndWait } from '../fixtures/contenders';

const KILLS = 15;
const FEWEST_KILLS = 6;
/** On a busy machine fewer kills must do: the time of the whole run is bounded. */
const KILLING_MS = 20_000;
const COMMITS = 20;
const WRITER = ['--import=tsx', path.join(import.meta.dirname, '../fixtures/row-writer.ts')];

let scratch: string;
let directory: string;

beforeEach(() => {
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-durability-'));
  directory = path.join(scratch, 'data');
});
afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
});

describe('an acknowledged commit', () => {
  it('has been through fsync on the host, every one, and survives kill -9', async () => {
    const { client, fsyncs, close } = await openEmbedded(directory);
    const { rows } = await client.query(`select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method,
      current_setting('max_wal_size') as wal, current_setting('synchronous_commit') as waits`);
    expect(rows).toEqual([{ fsync: 'on', method: 'fsync', wal: '64MB', waits: 'on' }]);
    await client.exec('create table counted (n int)');
    const host = vi.spyOn(fs, 'fsyncSync');
    const atStart = fsyncs();
    for (let n = 0; n < COMMITS; n += 1) {
      const before = host.mock.calls.length;
      await client.query('insert into counted values ($1)', [n]);
      expect(host.mock.calls.length).toBeGreaterThan(before);
    }
    expect(fsyncs() - atStart).toBe(host.mock.calls.length);
    await close();
    expect(fs.readdirSync(scratch)).toEqual(['data']);

    expect(countUnsyncedAcknowledgements()).toBe(0);
    await killOverAndOver(COMMITS);
  });
});

/** Looks at the writer from outside, by the kernel's account: how many rows it acknowledged without an fsync since the row before. */
function countUnsyncedAcknowledgements(): number {
  const log = path.join(scratch, 'trace');
  const writer = [process.execPath, ...WRITER, directory, String(COMMITS)];
  // Where strace is absent or forbidden the writer runs all the same; the count of calls above stands for the rest.
  const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
  const tracer = canTrace ? ['strace', '-f', '-qq', '-e', 'trace=fsync,fdatasync,write', '-o', log] : [];
  const [program = '', ...rest] = [...tracer, ...writer];
  const output = execFileSync(program, rest, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  expect(output.split('\n').filter((line) => line.startsWith('ack '))).toHaveLength(COMMITS);
  if (!canTrace) return 0;
  const calls = fs.readFileSync(log, 'utf8').match(/f(?:data)?sync\(\d|write\(1, "(?:found|ack) /g) ?? [];
  const acknowledgements = calls.flatMap((call, index) => (call.endsWith('ack ') ? [index] : []));
  expect(acknowledgements).toHaveLength(COMMITS);
  return acknowledgements.filter((index) => !calls[index - 1]?.includes('sync')).length;
}

async function killOverAndOver(rowsBefore: number): Promise<void> {
  const deadline = Date.now() + KILLING_MS;
  let acknowledged = rowsBefore;
  let kills = 0;
  while (kills < KILLS && (kills < FEWEST_KILLS || Date.now() < deadline)) {
    const seen = await writeUntilKilled(3 + kills * 7, kills % 5);
    kills += 1;
    expectNothingLost(seen, acknowledged);
    acknowledged = Math.max(seen.acknowledged, seen.largest);
  }
  expectNothingLost(await writeUntilKilled(0, 0), acknowledged);
  expect(acknowledged).toBeGreaterThanOrEqual(rowsBefore + kills * 3);
}

/** One more than acknowledged may be there: the commit that was done when the kill came before its answer. */
function expectNothingLost(seen: Seen, acknowledged: number): void {
  expect(seen.found).toBe(seen.largest);
  expect([acknowledged, acknowledged + 1]).toContain(seen.largest);
}

describe('a first start', () => {
  it('that is killed leaves nothing that stands in the way of the next one', async () => {
    for (const wait of [0, 700]) {
      const child = spawn(process.execPath, [...WRITER, directory], { stdio: ['ignore', 'ignore', 'inherit'] });
      await vi.waitUntil(() => fs.existsSync(`${directory}.unfinished`), { timeout: 20_000, interval: 5 });
      await new Promise((resolve) => setTimeout(resolve, wait));
      await killAndWait(child);
    }
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const { client, close } = await openEmbedded(directory);
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await close();
    expect(fs.existsSync(`${directory}.unfinished`)).toBe(false);
    for (const [line] of warn.mock.calls) expect(line).toContain('may be removed');
  });

  it('says what is wrong with a directory that is not a database, or one of another version, and leaves it alone', async () => {
    const content = () => fs.readdirSync(directory).map((name) => fs.readFileSync(path.join(directory, name), 'utf8'));
    fs.mkdirSync(directory);
    fs.writeFileSync(path.join(directory, 'notes.txt'), 'mine');
    await expect(openEmbedded(directory)).rejects.toThrow('is not empty and holds no database');
    expect(content()).toEqual(['mine']);
    fs.rmSync(path.join(directory, 'notes.txt'));
    for (const [major, word] of [['17', 'older'], ['19', 'newer']] as const) {
      fs.writeFileSync(path.join(directory, 'PG_VERSION'), `${major}\n`);
      await expect(openEmbedded(directory)).rejects.toThrow(`was written by PostgreSQL ${major}, ${word} than`);
      expect(content()).toEqual([`${major}\n`]);
    }
    expect(fs.readdirSync(scratch)).toEqual(['data']);
  });

  it('says so when the lock cannot be written beside the directory', async () => {
    fs.writeFileSync(path.join(scratch, 'file'), '');
    await expect(openEmbedded(path.join(scratch, 'file', 'data'))).rejects.toThrow('cannot be written');
  });
});

interface Seen {
  readonly found: number;
  readonly largest: number;
  readonly acknowledged: number;
}

/** Starts the writer and kills it `delay` ms after it has acknowledged `rows` rows. */
async function writeUntilKilled(rows: number, delay: number): Promise<Seen> {
  const child = spawn(process.execPath, [...WRITER, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  let seen: Seen | null = null;
  let acknowledged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, first, second] = line.split(' ');
    if (word === 'found') seen = { found: Number(first), largest: Number(second), acknowledged: Number(second) };
    if (word === 'ack') acknowledged = Number(first);
    if (seen && acknowledged >= seen.largest + rows) setTimeout(() => child.kill('SIGKILL'), delay);
  }
  await killAndWait(child);
  if (!seen) throw new Error('The writer could not open the database.');
  return { ...seen, acknowledged: Math.max(acknowledged, seen.acknowledged) };
}
