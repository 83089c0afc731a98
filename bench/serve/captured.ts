import { request, type IncomingHttpHeaders } from 'node:http';

// An answer of the product, byte for byte, for others to send.

const OF_ONE_SENDING = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'x-cache']);

export interface Captured {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function capture(origin: string, path: string, encoding: string): Promise<Captured> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, { headers: { 'Accept-Encoding': encoding } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject).on('end', () => {
        if (answer.statusCode !== 200) return reject(new Error(`${path} answered ${answer.statusCode}`));
        resolve({ path, headers: plain(answer.headers), body: Buffer.concat(chunks) });
      });
    });
    sent.on('error', reject).end();
  });
}

function plain(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined || OF_ONE_SENDING.has(name) ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]])));
}
