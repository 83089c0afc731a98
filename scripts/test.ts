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

/** What a step's report tells. */
interface Report extends Count {
  /** The failed tests by name. */
  readonly failures: readonly string[];
}

interface Step {
  readonly name: string;
  /** Goes on beside the step before it; its output is shown when it has ended. */
  readonly isBeside?: true;
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Reads the counts of the step's report; without it the exit code is the one test. */
  readonly read?: () => Report;
}

const bin = (name: string) => path.join('node_modules', '.bin', name);
const reports = mkdtempSync(path.join(tmpdir(), 'frontier-ledger-test-'));
const nameOf = (file: { readonly name: string }) => path.relative('.', file.name);
const report = (name: string) => path.join(reports, `${name}.json`);

function vitestReport(name: string): Report {
  const result = JSON.parse(readFileSync(report(name), 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    testResults: { name: string; status: string; message: string; assertionResults: { fullName: string; status: string }[] }[];
  };
  const failedIn = (file: (typeof result.testResults)[number]) => file.assertionResults.filter(({ status }) => status === 'failed');
  // What fails before, after or between the tests of a file fails the file alone.
  const broken = result.testResults.filter((file) => file.status === 'failed' && failedIn(file).length === 0);
  const failures = result.testResults.flatMap((file) => failedIn(file).map((one) => `${nameOf(file)}: ${one.fullName}`));
  return {
    passed: result.numPassedTests, failed: result.numFailedTests + broken.length, skipped: result.numPendingTests,
    failures: [...failures, ...broken.map((file) => `${nameOf(file)}: ${file.message}`)],
  };
}

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly { readonly title: string; readonly file: string; readonly ok: boolean }[];
}

const specsOf = (suite: Suite): NonNullable<Suite['specs']> => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

function playwrightReport(): Report {
  const { stats, ...all } = JSON.parse(readFileSync(report('e2e'), 'utf8')) as Suite & {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  if (stats.flaky > 0) console.log(`${stats.flaky} end-to-end tests passed only at the second try: see "flaky" above.`);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped, failures: specsOf(all).filter(({ ok }) => !ok).map((spec) => `${spec.file}: ${spec.title}`) };
}

function vitest(project: string): Step {
  return {
    name: project,
    // `unit*`: those that share their modules and those that stand alone.
    command: [bin('vitest'), 'run', '--project', project === 'unit' ? 'unit*' : project, '--reporter=default', '--reporter=json', `--outputFile.json=${report(project)}`],
    read: () => vitestReport(project),
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
    read: playwrightReport,
  },
];

interface Ended {
  readonly code: number;
  readonly said: string;
}

function run(step: Step): Promise<Ended> {
  const [command, ...rest] = step.command;
  return new Promise((resolve) => {
    const child = spawn(command ?? '', rest, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...step.environment },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (!step.isBeside) process.stdout.write(text);
      });
    }
    child.once('error', () => resolve({ code: 1, said }));
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

interface Measured extends Count {
  /** What to read where something failed: the names of the tests, or the end of what was said by a step that failed outside of them. */
  readonly failure?: string;
}

async function measure(step: Step): Promise<Measured> {
  const started = Date.now();
  if (!step.isBeside) console.log(`\n== ${step.name}`);
  const { code, said } = await run(step);
  if (step.isBeside) console.log(`\n== ${step.name}\n${said}`);
  const measured = judge(step, code, said);
  console.log(`== ${step.name}: ${measured.passed} passed, ${measured.failed} failed, ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return measured;
}

function judge(step: Step, code: number, said: string): Measured {
  const lastWords = `${step.name} ended with ${code}:\n${said.split('\n').slice(-60).join('\n')}`;
  if (!step.read) return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0, failure: lastWords };
  try {
    const { failures, ...count } = step.read();
    if (count.failed > 0) return { ...count, failure: failures.join('\n') };
    // A runner that ran nothing, or that failed outside its tests (a set-up, an unhandled error), must not look green.
    return code === 0 && count.passed > 0 ? count : { ...count, failed: 1, failure: lastWords };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failure: lastWords };
  }
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
  const failures: string[] = [];
  for (const together of sideBySide(steps)) {
    for (const count of await Promise.all(together.map(measure))) {
      total.passed += count.passed;
      total.failed += count.failed;
      total.skipped += count.skipped;
      if (count.failure !== undefined) failures.push(count.failure);
    }
  }
  rmSync(reports, { recursive: true, force: true, maxRetries: 5 });
  // Said once more at the end, where whoever sees the last lines alone finds it.
  if (failures.length > 0) console.log(`\n== what failed\n${failures.join('\n')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

await main();
