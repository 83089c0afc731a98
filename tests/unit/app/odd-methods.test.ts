import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { refuseOddMethods } from '@/lib/odd-methods';

it('a method that the web’s own Request cannot hold arrives as one that everything refuses; others arrive as they are', async () => {
  expect(() => new Request('http://localhost/', { method: 'TRACE' })).toThrow('TRACE');
  refuseOddMethods();
  const seen: string[] = [];
  const server = createServer((asked, answer) => {
    seen.push(asked.method ?? '');
    answer.end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  for (const method of ['TRACE', 'GET', 'PROPFIND', 'POST']) {
    await new Promise((resolve, reject) => void request({ port, host: '127.0.0.1', method }, (answer) => answer.resume().on('end', resolve)).on('error', reject).end());
  }
  server.close();
  expect(seen).toEqual(['DELETE', 'GET', 'PROPFIND', 'POST']);
});
