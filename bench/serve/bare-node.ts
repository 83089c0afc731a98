import { createServer } from 'node:http';
import type { Captured } from './captured';

// The least that a Node server can do: known bytes by address. A process of its own; told what to send by one message, answers its port.

process.once('message', (answers: readonly { readonly encoding: string; readonly answer: Omit<Captured, 'body'> & { readonly body: string } }[]) => {
  const known = new Map(answers.map(({ encoding, answer }) => [`${encoding} ${answer.path}`, { headers: answer.headers, body: Buffer.from(answer.body, 'base64') }]));
  const server = createServer((asked, answer) => {
    const found = known.get(`${asked.headers['accept-encoding'] ?? 'identity'} ${asked.url}`);
    if (!found) return void answer.writeHead(404).end();
    answer.writeHead(200, { ...found.headers, 'Content-Length': found.body.byteLength }).end(found.body);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
  });
});
process.on('disconnect', () => process.exit());
