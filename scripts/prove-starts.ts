import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeStarters } from '../tests/fixtures/starters';

// `npm run proof:starts [rounds]`: eight processes prepare one empty database at the same moment, on PostgreSQL with its two roles and on the
// embedded database, where one gets in and the others name it. The tests do two rounds.

const STARTS = 8;
const rounds = Number(process.argv[2] ?? 25);
const scratch = mkdtempSync(path.join(tmpdir(), 'ledger-starts-'));
const starters = await makeStarters(STARTS, scratch);
try {
  for (let round = 1; round <= rounds; round += 1) {
    const { fastestMs, slowestMs, refused, refusedMs } = await starters.round();
    const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
    console.log(`Round ${round}: PostgreSQL ${STARTS} of ${STARTS} started (${seconds(fastestMs)} to ${seconds(slowestMs)}); embedded ${STARTS - refused} started, ${refused} named who had it within ${seconds(refusedMs)}.`);
  }
  console.log(`${rounds} rounds of ${STARTS} starts on each database: no failure.`);
} finally {
  await starters.stop();
  rmSync(scratch, { recursive: true, force: true });
}
