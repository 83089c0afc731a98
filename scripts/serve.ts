import fs from 'node:fs';
import net from 'node:net';
import { DirectoryLockedError, lockDirectory, type DirectoryLock } from '@/db/directory-lock';
import { env, EnvError } from '@/lib/env';
import { prepareLedger } from './prepare-ledger';
import { runNext } from './run-next';

// What `npm start` and `npm run dev` have in common: check, prepare the ledger, run the server, say where everything is.

const ASK_EVERY_MS = 250;
const ANSWER_WITHIN_MS = 120_000;

/** Something the operator can put right; its message says how, and no stack is shown. */
class StartRefused extends Error {}

/** Runs the site until it is stopped; `beforehand` runs once it is sure that we may start. Sets the exit code; never rejects. */
export async function serve(mode: 'production' | 'development', beforehand: () => Promise<void>): Promise<void> {
  try {
    process.exitCode = await start(mode, beforehand);
  } catch (error) {
    const isExpected = error instanceof StartRefused || error instanceof DirectoryLockedError || error instanceof EnvError;
    console.error(isExpected ? error.message : error);
    process.exitCode = 1;
  }
}

async function start(mode: 'production' | 'development', beforehand: () => Promise<void>): Promise<number> {
  requireNode();
  const { databaseUrl, dataDir, port } = env();
  // Held until the end: between our closing the database and the server's opening it nobody else may slip in.
  const lock: DirectoryLock | null = databaseUrl === null ? await lockDirectory(dataDir, 'start') : null;
  try {
    await requireFreePort(port, mode === 'production' ? 'npm start' : 'npm run dev');
    await beforehand();
    const place = await prepareLedger((line) => console.log(line));
    const next = runNext([mode === 'production' ? 'start' : 'dev', '-p', String(port)], mode);
    const hasEnded = next.ended.then(() => 'ended' as const);
    const answer = await Promise.race([waitForAnswer(port), hasEnded]);
    if (answer === 'ready') announce(place);
    if (answer === 'late') console.warn(`The server has not become ready yet; http://localhost:${port}/api/health/ready says why.`);
    return await next.ended;
  } finally {
    lock?.release();
  }
}

function requireNode(): void {
  const { engines } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { engines: { node: string } };
  const numbers = (version: string) => version.replace(/^\D+/, '').split('.').map(Number);
  const [needed, present] = [numbers(engines.node), numbers(process.version)];
  const step = needed.findIndex((number, index) => number !== (present[index] ?? 0));
  const isOlder = step >= 0 && (present[step] ?? 0) < (needed[step] ?? 0);
  if (isOlder) throw new StartRefused(`Frontier Ledger needs Node ${engines.node}; this is ${process.version}. Install a current LTS release.`);
}

async function requireFreePort(port: number, command: string): Promise<void> {
  const probe = net.createServer();
  const code = await new Promise<string | null>((resolve) => {
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, () => resolve(null));
  });
  if (code === null) return new Promise((resolve) => probe.close(() => resolve()));
  const reason = code === 'EADDRINUSE' ? 'is in use' : `cannot be listened on (${code})`;
  throw new StartRefused(`Port ${port} ${reason}. Stop what uses it, or choose another: PORT=${port + 1} ${command}`);
}

async function waitForAnswer(port: number): Promise<'ready' | 'late'> {
  const deadline = Date.now() + ANSWER_WITHIN_MS;
  while (Date.now() < deadline) {
    const response = await fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
    if (response?.ok) return 'ready';
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS).unref());
  }
  return 'late';
}

function announce(place: string): void {
  const { port, siteUrl } = env();
  const local = `http://localhost:${port}`;
  console.log(
    [
      '',
      `Frontier Ledger  ${local}${siteUrl === local ? '' : `  (public address ${siteUrl})`}`,
      `Data             ${place}`,
      'First admin      npm run admin:first -- --email you@example.org --name "Your Name"',
      '',
    ].join('\n'),
  );
}
