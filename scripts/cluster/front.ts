import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// nginx with the configuration that operators get, on ports and paths of our own.

const SITE = 'deploy/nginx.conf';
const PLACES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'];
const NEEDED = 'Several instances are tried behind nginx: install it, on Debian with `apt-get install nginx-light`.';

export interface Front {
  readonly origin: string;
  /** Takes another set of instances without dropping a connection. */
  serve(instancePorts: readonly number[]): void;
  stop(): Promise<void>;
}

/** nginx's path. Installs Debian's package where there is none and we may; else throws one line that says what to install. */
export function ensureNginx(): string {
  const onPath = spawnSync('sh', ['-c', 'command -v nginx'], { encoding: 'utf8' }).stdout.trim();
  const found = onPath || PLACES.find((place) => existsSync(place));
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(NEEDED);
  console.info('Installing nginx for the tests of several instances (apt-get install nginx-light) ...');
  const options = { stdio: 'pipe', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  // The package starts a server of its own unless it is told that it may not.
  const policy = '/usr/sbin/policy-rc.d';
  const isOurs = !existsSync(policy);
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'nginx-light'], options);
  } catch (error) {
    throw new Error(NEEDED, { cause: error });
  } finally {
    if (isOurs) rmSync(policy, { force: true });
  }
  return ensureNginx();
}

/** The operators' file with other ports and paths; throws where the file no longer has what is replaced. */
export function siteFor(port: number, instancePorts: readonly number[], cache: string): string {
  const text = readFileSync(SITE, 'utf8');
  const swap = (from: RegExp, to: string, within: string) => {
    if (!from.test(within)) throw new Error(`${SITE} no longer has ${from}: the cluster cannot fill it in.`);
    return within.replace(from, to);
  };
  const servers = instancePorts.map((instance) => `    server 127.0.0.1:${instance} max_fails=3 fail_timeout=5s;\n`).join('');
  const withServers = swap(/( {4}server 127\.0\.0\.1:\d+ max_fails=3 fail_timeout=5s;\n)+/, servers, text);
  return swap(/listen 80;/, `listen 127.0.0.1:${port};`, swap(/\/var\/cache\/nginx\/frontier-ledger/, cache, withServers));
}

/** `directory` has to exist and is the caller's to remove. */
export async function startFront(directory: string, port: number, instancePorts: readonly number[]): Promise<Front> {
  const nginx = ensureNginx();
  const place = (name: string) => path.join(directory, name);
  for (const name of ['cache', 'body', 'proxy']) mkdirSync(place(name), { recursive: true });
  const write = (ports: readonly number[]) => writeFileSync(place('site.conf'), siteFor(port, ports, place('cache')));
  const main = [
    ...(process.getuid?.() === 0 ? ['user root;'] : []), 'worker_processes 2;', 'worker_rlimit_nofile 8192;', `pid ${place('nginx.pid')};`, `error_log ${place('error.log')} warn;`,
    'events { worker_connections 4096; }',
    'http {', 'include /etc/nginx/mime.types;', 'sendfile on; tcp_nopush on;', 'keepalive_requests 100000;', 'access_log off;',
    `client_body_temp_path ${place('body')};`, `proxy_temp_path ${place('proxy')};`,
    `include ${place('site.conf')};`, '}',
  ];
  writeFileSync(place('nginx.conf'), main.filter((line) => !line.includes('mime.types') || existsSync('/etc/nginx/mime.types')).join('\n'));
  write(instancePorts);
  const run = (...extra: string[]) => ['-e', place('error.log'), '-p', directory, '-c', place('nginx.conf'), ...extra];
  execFileSync(nginx, run('-t', '-q'), { stdio: 'pipe' });
  const server = spawn(nginx, run('-g', 'daemon off;'), { stdio: 'ignore' });
  const origin = `http://localhost:${port}`;
  await untilListening(server, origin, place('error.log'));
  return {
    origin,
    serve(ports) {
      write(ports);
      execFileSync(nginx, run('-s', 'reload'), { stdio: 'pipe' });
    },
    stop: () => end(server),
  };
}

async function untilListening(server: ChildProcess, origin: string, log: string): Promise<void> {
  for (let attempt = 0; attempt < 100 && server.exitCode === null; attempt += 1) {
    const answer = await fetch(`${origin}/api/health/live`).catch(() => null);
    if (answer !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx did not start: ${existsSync(log) ? readFileSync(log, 'utf8').slice(-500) : 'it says nothing'}`);
}

function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}
