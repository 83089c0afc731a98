import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runNext } from './run-next';

// Whether the built app is the one that the sources say, by content: `npm install` and `git checkout` change times without changing anything.

const BUILD_ID = '.next/BUILD_ID';
/** Written after a build has succeeded; the next build removes it with everything else when it starts. */
const FINGERPRINT = '.next/source-fingerprint';
const ROOTS = ['app', 'components', 'db', 'domain', 'lib', 'messages'];
const ROOT_FILES = ['instrumentation.ts', 'next.config.js', 'package-lock.json', 'postcss.config.mjs', 'proxy.ts', 'tsconfig.json'];
/** Read when the database is prepared, never built in. */
const NOT_BUILT = new Set(['db/migrations', 'db/seed']);

export function isBuildCurrent(): boolean {
  if (!fs.existsSync(BUILD_ID) || !fs.existsSync(FINGERPRINT)) return false;
  return fs.readFileSync(FINGERPRINT, 'utf8') === fingerprintSources();
}

/** Builds the app for production, with Next's own lines of progress. Rejects if it does not build. */
export async function buildApp(): Promise<void> {
  const fingerprint = fingerprintSources();
  const code = await runNext(['build'], 'production').ended;
  if (code !== 0) throw new Error(`The app could not be built (exit code ${code}); the reason stands above.`);
  fs.writeFileSync(FINGERPRINT, fingerprint);
}

function fingerprintSources(): string {
  const hash = crypto.createHash('sha256').update(process.version);
  const files = [...ROOTS.flatMap(filesBelow), ...ROOT_FILES.filter((file) => fs.existsSync(file))];
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(fs.readFileSync(file));
  return hash.digest('hex');
}

function filesBelow(directory: string): string[] {
  if (NOT_BUILT.has(directory) || !fs.existsSync(directory)) return [];
  return fs.readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(directory, entry.name);
    return entry.isDirectory() ? filesBelow(name) : [name];
  });
}
