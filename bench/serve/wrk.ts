import { execFileSync, execFile, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';

// wrk, because it is written in C: a generator in Node takes as much of its core as the servers do of theirs, and measures itself.

const NEEDED = 'The servers are asked by wrk: install it, on Debian with `apt-get install wrk`.';
const has = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** Installs Debian's package where there is none and we may; else throws one line that says what to install. */
export function ensureWrk(): void {
  if (has('wrk')) return;
  if (process.getuid?.() !== 0 || !has('apt-get')) throw new Error(NEEDED);
  try {
    for (const step of [['update', '-qq'], ['install', '-y', '-qq', '--no-install-recommends', 'wrk']]) execFileSync('apt-get', step, { stdio: 'pipe' });
  } catch (error) {
    throw new Error(NEEDED, { cause: error });
  }
}

/** Keeps this process and all it starts on the first core, so that wrk has the second one. False where that cannot be done. */
export function keepToFirstCore(): boolean {
  return availableParallelism() > 1 && has('taskset') && spawnSync('taskset', ['-acp', '0', String(process.pid)]).status === 0;
}

/** Requests a second over sixteen kept connections. Throws where any answer is not 200. */
export async function rateOf(url: string, seconds: number, headers: readonly string[], isPinned: boolean): Promise<number> {
  const given = ['wrk', '-t1', '-c16', `-d${seconds}s`, ...headers.flatMap((header) => ['-H', header]), url];
  const [command = 'wrk', ...rest] = isPinned ? ['taskset', '-c', '1', ...given] : given;
  const { stdout } = await promisify(execFile)(command, rest);
  const refused = /Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)/.exec(stdout);
  if (refused) throw new Error(`${url}: ${refused[0]}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
}
