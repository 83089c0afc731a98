import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import type { ServedFile } from './pages';

/** Serves the files as a good CDN would: brotli at its best, ready in memory. Answers the origin and how to stop. */
export async function serveFiles(files: readonly ServedFile[]): Promise<{ origin: string; stop: () => Promise<void> }> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const known = new Map(files.map(({ path, type, body }) => [path, { type, body: brotliCompressSync(body, { params }) }]));
  const server: Server = createServer((request, response) => {
    const file = known.get(request.url ?? '');
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': file.type, 'Content-Encoding': 'br', 'Content-Length': file.body.byteLength, 'Cache-Control': 'max-age=300' });
    response.end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  return { origin: `http://127.0.0.1:${port}`, stop };
}
