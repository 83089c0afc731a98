import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { killAndWait } from '../fixtures/contenders';
import { createPostgresDatabase } from '../fixtures/databases';
import { Journal, type Account, type Note } from '../fixtures/kills/journal';
import { BASE } from '../fixtures/kills/rounds';
import { findLosses } from '../fixtures/kills/verify';
import { draftOf } from '../fixtures/ledger-rows';
import { publishRows } from '../fixtures/ledger-steps';

// A few kills of a process that works at the verbs of the desk; `npm run proof:kills` kills the whole server, two hundred times.

const KILLS = 8;
const WRITER = ['--conditions=react-server', '--import=tsx', path.join(import.meta.dirname, '../fixtures/kills/desk-writer.ts')];
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-kills-'));
const directory = path.join(scratch, 'data');
const server = await createPostgresDatabase('migrated');

afterAll(async () => {
  await server.drop();
  fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
});

describe.each([
  ['PGlite', directory, { dataDir: directory }],
  ['PostgreSQL', server.url, { url: server.url }],
])('a desk on %s that is killed in its work', (_name, place, where) => {
  it('has lost nothing that it acknowledged, and has no half save and no half release', async () => {
    await withDatabase(where, async (open) => {
      await migrateDatabase(open);
      await publishRows(open.db, [draftOf(BASE, 'source')]);
    });
    const accounts: Account[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      // Each kill comes a few notes later than the one before: it meets another step.
      const journal = await workUntilKilled(place, `kill${kill}`, 3 + kill * 3, kill % 4);
      expect(journal.all()).not.toEqual([]);
      accounts.push(...journal.all());
    }
    // Nothing that a kill lost can come back with a later one: one look at all of it says as much as one after each.
    expect(await withDatabase(where, ({ db }) => findLosses(db, accounts))).toEqual([]);
    expect(accounts.filter(({ release }) => release !== null).length).toBeGreaterThan(0);
    expect(accounts.filter(({ underWay }) => underWay !== null).length).toBeGreaterThan(0);

    // And what is lost is seen: an account of a save and a release that never were.
    const told = accounts.find(({ release }) => release !== null);
    if (told === undefined) throw new Error('No release was made.');
    const lies = [{ ...told, name: 'nobody' }, { ...told, release: 10_000 }, { ...told, saves: told.saves.slice(0, 1) }];
    await withDatabase(where, async ({ db }) => {
      for (const lie of lies) expect(await findLosses(db, [lie])).not.toEqual([]);
    });
  });
});

async function withDatabase<T>(where: Parameters<typeof openDatabase>[0], work: (open: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> {
  const open = await openDatabase(where);
  return work(open).finally(() => open.close());
}

/** Starts the writer and kills it `delay` ms after its `after`th note. */
async function workUntilKilled(place: string, name: string, after: number, delay: number): Promise<Journal> {
  const child = spawn(process.execPath, [...WRITER, name, place], { stdio: ['ignore', 'pipe', 'inherit'] });
  const journal = new Journal();
  let notes = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    journal.take(JSON.parse(line) as Note);
    notes += 1;
    if (notes === after) setTimeout(() => child.kill('SIGKILL'), delay);
  }
  await killAndWait(child);
  return journal;
}
