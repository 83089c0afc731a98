import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureChromium } from '../tests/fixtures/chromium';
import { ensurePostgres } from '../tests/fixtures/postgres-server';
import { ensureNginx } from './cluster/front';

// The whole test command: types, lint, walls, unit, integration on both databases, end to end in Chromium.
// Its last line is `N passed, N failed`; a suite that ran nothing counts as a failure.

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Step {
  readonly name: string;
  /** Goes on beside the step before it; its output is shown when it has ended. */
  readonly isBeside?: true;
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Reads the counts of the step's report; without it the exit code is the one test. */
  readonly count?: () => Count;
}

const bin = (name: string) => path.join('node_modules', '.bin', name);
const reports = mkdtempSync(path.join(tmpdir(), 'frontier-ledger-test-'));
const report = (name: string) => path.join(reports, `${name}.json`);

function vitestCount(name: string): Count {
  const result = JSON.parse(readFileSync(report(name), 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  const brokenFiles = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: result.numPassedTests, failed: result.numFailedTests + brokenFiles, skipped: result.numPendingTests };
}

function playwrightCount(): Count {
  const { stats } = JSON.parse(readFileSync(report('e2e'), 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  if (stats.flaky > 0) console.log(`${stats.flaky} end-to-end tests passed only at the second try: see "flaky" above.`);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

function vitest(project: string): Step {
  return {
    name: project,
    // `unit*`: those that share their modules and those that stand alone.
    command: [bin('vitest'), 'run', '--project', project === 'unit' ? 'unit*' : project, '--reporter=default', '--reporter=json', `--outputFile.json=${report(project)}`],
    count: () => vitestCount(project),
  };
}

const steps: readonly Step[] = [
  { name: 'route types', command: [bin('next'), 'typegen'] },
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  { name: 'lint and walls', isBeside: true, command: [bin('eslint'), '--max-warnings', '0', '.'] },
  // What the end-to-end tests start finds this build.
  { name: 'build', command: [bin('tsx'), 'scripts/build.ts'] },
  { ...vitest('unit'), isBeside: true },
  vitest('integration'),
  {
    name: 'end to end',
    command: [bin('playwright'), 'test', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('e2e') },
    count: playwrightCount,
  },
];

interface Ended {
  readonly code: number;
  /** What it said, where that was not shown at once. */
  readonly said: string;
}

function run(step: Step): Promise<Ended> {
  const [command, ...rest] = step.command;
  return new Promise((resolve) => {
    const child = spawn(command ?? '', rest, {
      stdio: step.isBeside ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...step.environment },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => { said += text.toString(); });
    child.once('error', () => resolve({ code: 1, said }));
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

async function measure(step: Step): Promise<Count> {
  const started = Date.now();
  if (!step.isBeside) console.log(`\n== ${step.name}`);
  const { code, said } = await run(step);
  if (step.isBeside) console.log(`\n== ${step.name}\n${said}`);
  const exit: Count = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  let counted = exit;
  if (step.count) {
    try {
      counted = step.count();
      if (counted.passed + counted.failed === 0) counted = { ...counted, failed: 1 };
      // A runner that fails outside its tests (a set-up, an unhandled error) must not look green.
      if (code !== 0 && counted.failed === 0) counted = { ...counted, failed: 1 };
    } catch {
      counted = { passed: 0, failed: 1, skipped: 0 };
    }
  }
  console.log(`== ${step.name}: ${counted.passed} passed, ${counted.failed} failed, ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return counted;
}

/** Each step with those that go on beside it. */
function sideBySide(all: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of all) {
    if (step.isBeside) groups.at(-1)?.push(step);
    else groups.push([step]);
  }
  return groups;
}

async function main(): Promise<void> {
  try {
    ensurePostgres();
    ensureChromium();
    ensureNginx();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
    return;
  }
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const together of sideBySide(steps)) {
    for (const count of await Promise.all(together.map(measure))) {
      total.passed += count.passed;
      total.failed += count.failed;
      total.skipped += count.skipped;
    }
  }
  rmSync(reports, { recursive: true, force: true });
  console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

await main();
