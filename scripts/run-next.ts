import { spawn } from 'node:child_process';
import os from 'node:os';

const NEXT = 'node_modules/next/dist/bin/next';
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface RunningNext {
  /** The exit code; 128 and the signal's number if a signal ended it. */
  readonly ended: Promise<number>;
  stop(): void;
}

/**
 * Runs Next's own command as a child: not through npx, which leaves the server behind when it is stopped. It stays in our process group,
 * so that whoever ends the group ends it too; a signal that therefore arrives twice is taken for one.
 */
export function runNext(command: readonly string[], mode: 'production' | 'development'): RunningNext {
  // In production the server ends itself, after what runs and with the database closed; Next would leave both to chance.
  const stopsItself = command[0] === 'start';
  const environment = { ...process.env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1', ...(stopsItself && { NEXT_MANUAL_SIG_HANDLE: 'true' }) };
  const child = spawn(process.execPath, [NEXT, ...command], { stdio: ['ignore', 'inherit', 'inherit'], env: environment });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of FORWARDED) process.on(signal, forward);
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? os.constants.signals[signal] : 0)));
  }).finally(() => {
    for (const signal of FORWARDED) process.removeListener(signal, forward);
  });
  return { ended, stop: () => child.kill('SIGTERM') };
}
