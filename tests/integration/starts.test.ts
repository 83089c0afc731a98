import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeStarters } from '../fixtures/starters';

// The long run: npm run proof:starts.

const STARTS = 8;

it('eight processes that start at once on an empty database all start on PostgreSQL, and one on the embedded one', async () => {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-starts-'));
  const starters = await makeStarters(STARTS, scratch);
  try {
    for (let round = 0; round < 2; round += 1) {
      const { refused, refusedMs } = await starters.round();
      expect(refused).toBeGreaterThan(0);
      console.info(`${refused} of ${STARTS} were refused the embedded database within ${Math.round(refusedMs)} ms.`);
    }
  } finally {
    await starters.stop();
    fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
});
