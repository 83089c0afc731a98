import { spawnSync } from 'node:child_process';
import path from 'node:path';

// `npm run proof:writers [rounds]`: fifty writers on one row, a hundred rounds, on both databases; every run of the tests does ten.

const rounds = process.argv[2] ?? '100';
const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
const given = ['run', '--project', 'integration', 'tests/integration/ledger-concurrency.test.ts', '-t', 'of fifty who save'];
const { status } = spawnSync(process.execPath, [vitest, ...given], { stdio: 'inherit', env: { ...process.env, WRITER_ROUNDS: rounds } });
process.exitCode = status ?? 1;
