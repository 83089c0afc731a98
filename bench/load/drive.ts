import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { LoadReport, Order } from './generator';

// Starts the processes of a load and has them tell each other what was published when.

const TSX = ['--import', 'tsx', '--conditions=react-server'];

export interface Publishing {
  readonly releases: number;
  /** Milliseconds from the first row drafted to the release, at the median and at worst. */
  readonly median: number;
  readonly max: number;
}

export interface Driven {
  readonly report: LoadReport;
  readonly publishing: Publishing | null;
}

/** Runs a load; with `publish` a reading of its series is changed and published every second meanwhile. */
export async function drive(order: Order, publish: { readonly url: string; readonly seriesId: string } | null): Promise<Driven> {
  const generator = start('generator.ts', []);
  await heard(generator, 'ready');
  const times: number[] = [];
  const publisher = publish && start('publisher.ts', [publish.url, publish.seriesId]);
  publisher?.on('message', (message: { release: number; at: number; ms: number }) => {
    times.push(message.ms);
    generator.send({ release: message.release, at: message.at });
  });
  if (publisher) await once(publisher, 'message');
  try {
    generator.send({ order });
    const { report } = (await heard(generator, 'report')) as { report: LoadReport };
    const sorted = [...times].sort((a, b) => a - b);
    return { report, publishing: publisher && { releases: times.length, median: sorted[Math.floor(sorted.length / 2)] ?? 0, max: sorted.at(-1) ?? 0 } };
  } finally {
    for (const child of [generator, publisher]) if (child?.connected) child.disconnect();
    if (publisher && publisher.exitCode === null) await Promise.race([once(publisher, 'exit'), new Promise((resolve) => setTimeout(resolve, 10_000))]);
  }
}

function start(file: string, given: readonly string[]): ChildProcess {
  return fork(path.join(import.meta.dirname, file), [...given], { execArgv: TSX, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

async function heard(child: ChildProcess, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`a process of the load ended early (${code})`)));
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && name in message) resolve(message);
    });
  });
}
