import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureNginx } from '../../scripts/cluster/front';
import type { Captured } from './captured';

// nginx sending files: each captured answer as a file, the compressed one beside it, with the same headers.

export async function startFileNginx(directory: string, port: number, answers: readonly { readonly encoding: string; readonly answer: Captured }[]) {
  const place = (name: string) => path.join(directory, name);
  mkdirSync(place('files'), { recursive: true });
  const names = [...new Set(answers.map(({ answer }) => answer.path))];
  const fileOf = (name: string) => `${names.indexOf(name)}.html`;
  for (const { encoding, answer } of answers) writeFileSync(place(`files/${fileOf(answer.path)}${encoding === 'gzip' ? '.gz' : ''}`), answer.body);
  const headersOf = (name: string) => Object.entries(answers.find(({ answer, encoding }) => answer.path === name && encoding === 'identity')?.answer.headers ?? {})
    .filter(([header]) => !['content-type', 'etag', 'last-modified', 'server'].includes(header))
    .map(([header, value]) => `add_header ${header} '${value.replaceAll("'", "\\'").replaceAll('$', '')}';`).join(' ');
  const locations = names.map((name) => `location = ${name} { try_files /${fileOf(name)} =404; default_type 'text/html; charset=utf-8'; ${headersOf(name)} }`);
  writeFileSync(place('nginx.conf'), [
    ...(process.getuid?.() === 0 ? ['user root;'] : []), 'worker_processes 2;', `pid ${place('nginx.pid')};`, `error_log ${place('error.log')} warn;`, 'events { worker_connections 1024; }', 'http {',
    'sendfile on; tcp_nopush on; keepalive_requests 100000; access_log off; open_file_cache max=100; gzip_static on; types { }',
    `client_body_temp_path ${place('body')}; proxy_temp_path ${place('proxy')}; fastcgi_temp_path ${place('fastcgi')}; uwsgi_temp_path ${place('uwsgi')}; scgi_temp_path ${place('scgi')};`,
    `server { listen 127.0.0.1:${port}; root ${place('files')};`, ...locations, '} }',
  ].join('\n'));
  const server = spawn(ensureNginx(), ['-e', place('error.log'), '-p', directory, '-c', place('nginx.conf'), '-g', 'daemon off;'], { stdio: ['ignore', 'inherit', 'inherit'] });
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100 && server.exitCode === null; attempt += 1) {
    if (await fetch(`${origin}/nothing`).catch(() => null)) return { origin, stop: () => void server.kill('SIGTERM') };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nginx did not start');
}
