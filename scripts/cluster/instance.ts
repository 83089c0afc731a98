import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

// One instance of the product: the start command, as an operator's service runs it.

const READY_MS = 240_000;
const CLOCK = path.join(import.meta.dirname, 'skewed-clock.mjs');

export interface Instance {
  readonly port: number;
  readonly origin: string;
  /** Everything it has written to its log so far. */
  said(): string;
  ready(): Promise<void>;
  /** SIGTERM, and waits until it has ended by itself: whether it has as it should, with 0 and after finishing what ran. True where it had ended before. */
  stop(): Promise<boolean>;
  /** kill -9 of the command and its server. */
  kill(): Promise<void>;
}

export interface InstanceOptions {
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  /** How far its wall clock is ahead of the machine's, in milliseconds. */
  readonly skewMs?: number;
}

/** Starts it and does not wait: see ready(). */
export function startInstance({ port, settings, skewMs = 0 }: InstanceOptions): Instance {
  const heard: string[] = [];
  const clock = skewMs === 0 ? {} : { CLOCK_SKEW_MS: String(skewMs), NODE_OPTIONS: `--import ${CLOCK}` };
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    // A group of its own, so that kill() reaches the server behind the command.
    detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...settings, ...clock, PORT: String(port) },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => heard.push(text.toString()));
  const origin = `http://127.0.0.1:${port}`;
  const said = () => heard.join('');
  return {
    port, origin, said,
    ready: () => becomeReady(origin, child, said),
    stop: async () => {
      if (hasEnded(child)) return true;
      await end(child, () => child.kill('SIGTERM'));
      return child.exitCode === 0 && /"event":"stopped","unfinished":0,"databaseClosed":true/.test(said());
    },
    kill: () => end(child, () => process.kill(-(child.pid ?? 0), 'SIGKILL')),
  };
}

async function becomeReady(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  const deadline = performance.now() + READY_MS;
  while (performance.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${origin}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The instance on ${origin} did not become ready:\n${said().slice(-2000)}`);
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

function end(child: ChildProcess, signal: () => unknown): Promise<void> {
  if (hasEnded(child)) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    signal();
  });
}
