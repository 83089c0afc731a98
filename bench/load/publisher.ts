import { openDatabase } from '@/db/client';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findReadings } from '@/db/queries/find-readings';
import { publishRows } from '../../tests/fixtures/ledger-steps';
import { changedReading } from './changed-reading';

// Publishes a changed reading every second, through the verbs of the desk, in a process of its own: `publisher.ts <database> <series>`.

const EVERY_MS = 1_000;
const [url = '', seriesId = ''] = process.argv.slice(2);

const open = await openDatabase({ url });
let isEnding = false;
process.on('disconnect', () => (isEnding = true));
for (let due = performance.now(); !isEnding; due += EVERY_MS) {
  const current = await findCurrentRelease(open.db);
  const [reading] = await findReadings(open.db, { release: current, seriesIds: [seriesId] });
  if (!reading) throw new Error(`the series ${seriesId} has no reading`);
  const started = performance.now();
  const release = await publishRows(open.db, [await changedReading(open.db, reading.id, current % 2 === 0 ? 1 : -1)]);
  process.send?.({ release, at: Date.now(), ms: performance.now() - started });
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, due + EVERY_MS - performance.now())));
}
await open.close();
