import { spawn } from 'node:child_process';
import { killAndWait } from '../../tests/fixtures/contenders';

export interface KillableServer {
  readonly origin: string;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
}

const READY_MS = 180_000;

/** The built product's server, as `npm start` runs it once the ledger is prepared. Throws if it does not become ready. */
export async function startServer(port: number, settings: Readonly<Record<string, string>>): Promise<KillableServer> {
  const said: string[] = [];
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(port)], {
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', PORT: String(port), ...settings }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => said.push(text.toString()));
  const origin = `http://localhost:${port}`;
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${origin}/api/health/ready`).catch(() => null);
    if (answer?.ok) return { origin, kill: () => killAndWait(child) };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await killAndWait(child);
  throw new Error(`The server did not become ready:\n${said.join('').slice(-2_000)}`);
}
