import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawn, execFileSync } from 'node:child_process';
import path from 'node:path';

// What Next costs by itself: one static page with nothing on it, and no proxy. Built beside our sources, where it finds the same Next.

const DIRECTORY = 'test-results/bench-empty-next';
const NEXT = path.resolve('node_modules/next/dist/bin/next');
const FILES = {
  'package.json': '{ "private": true, "type": "module" }',
  'next.config.js': `export default { poweredByHeader: false, agentRules: false, turbopack: { root: ${JSON.stringify(process.cwd())} } };`,
  'app/layout.js': 'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }',
  'app/page.js': 'export default function Page() { return <p>Empty</p>; }',
};

export async function startEmptyNext(port: number): Promise<{ readonly origin: string; stop(): Promise<void> }> {
  rmSync(DIRECTORY, { recursive: true, force: true, maxRetries: 5 });
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(DIRECTORY, name)), { recursive: true });
    writeFileSync(path.join(DIRECTORY, name), text);
  }
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  execFileSync(process.execPath, [NEXT, 'build'], { cwd: DIRECTORY, env, stdio: 'pipe' });
  const server = spawn(process.execPath, [NEXT, 'start', '-p', String(port)], { cwd: DIRECTORY, env, stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 300 && server.exitCode === null; attempt += 1) {
    if ((await fetch(origin).catch(() => null))?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    origin,
    stop: () => new Promise((resolve) => {
      server.once('exit', () => {
        rmSync(DIRECTORY, { recursive: true, force: true, maxRetries: 5 });
        resolve();
      });
      server.kill('SIGTERM');
    }),
  };
}
