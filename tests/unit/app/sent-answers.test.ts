import { once } from 'node:events';
import { createServer, request, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { RELEASE_HEADER, sendAgain } from '@/lib/sent-answers';

let open: Server | null = null;
afterEach(async () => {
  open?.closeAllConnections();
  await new Promise((resolve) => (open ? open.close(resolve) : resolve(null)));
  open = null;
});

/** A site of which we count what is drawn; `state.release` is what the door takes for the newest release. */
async function siteOf(draw: RequestListener, budgetBytes?: number) {
  const state = { release: 1, drawn: 0 };
  const clock = { ms: 0 };
  const counted: RequestListener = (asked, answer) => {
    state.drawn += 1;
    draw(asked, answer);
  };
  open = createServer(sendAgain(counted, { currentRelease: () => Promise.resolve(state.release), budgetBytes, now: () => clock.ms })).listen(0, '127.0.0.1');
  await once(open, 'listening');
  const { port } = open.address() as AddressInfo;
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') => new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, headers, method }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }));
    });
    sent.on('error', reject).end();
  });
  return { state, ask, clock };
}

describe('answers sent again', () => {
  it('sends the same bytes and headers without drawing', async () => {
    const { state, ask } = await siteOf((asked, answer) => {
      for (const [name, value] of [['Cache-Control', 'public, max-age=0'], ['Content-Type', 'text/plain'], ['ETag', '"a"'], [RELEASE_HEADER, '1']] as const) answer.setHeader(name, value);
      answer.write('half ');
      answer.end('and half');
    });
    const first = await ask('/a');
    const second = await ask('/a');
    expect(second.body.toString()).toBe('half and half');
    expect(second.body).toEqual(first.body);
    expect([second.headers['content-type'], second.headers.etag, second.headers['content-length']]).toEqual(['text/plain', '"a"', '13']);
    const known = await ask('/a', { 'If-None-Match': '"a"' });
    expect([known.status, known.body.length, known.headers.etag]).toEqual([304, 0, '"a"']);
    expect(state.drawn).toBe(1);
  });

  it('keeps compressed and plain forms apart', async () => {
    const { state, ask } = await siteOf((asked, answer) => {
      const zips = /gzip/.test(asked.headers['accept-encoding'] ?? '');
      answer.setHeader(RELEASE_HEADER, '1').setHeader('Cache-Control', 'public');
      if (zips) answer.setHeader('Content-Encoding', 'gzip');
      answer.end(zips ? gzipSync('text') : 'text');
    });
    for (let round = 0; round < 2; round += 1) {
      expect((await ask('/a', { 'Accept-Encoding': 'br, gzip;q=0.8' })).headers['content-encoding']).toBe('gzip');
      expect((await ask('/a', { 'Accept-Encoding': 'br' })).body.toString()).toBe('text');
    }
    await ask('/a', { 'Accept-Encoding': 'identity' });
    expect(state.drawn).toBe(2);
  });

  it('never sends an answer of an older release once the newer one is known', async () => {
    let found = 1;
    const { state, ask } = await siteOf((asked, answer) => {
      answer.setHeader(RELEASE_HEADER, String(found)).setHeader('Cache-Control', 'public');
      answer.end(`release ${found}`);
    });
    await ask('/a');
    [state.release, found] = [2, 2];
    expect((await ask('/a')).body.toString()).toBe('release 2');
    // Drawn while the pointer moved: found under the old release, ended after the new one was known.
    [state.release, found] = [3, 2];
    await ask('/b');
    found = 3;
    expect((await ask('/b')).body.toString()).toBe('release 3');
    expect((await ask('/b')).body.toString()).toBe('release 3');
    expect(state.drawn).toBe(4);
  });

  it('lets one reader draw what a new release changed, while others keep the answer of the one before for half a second', async () => {
    let found = 1;
    const waiting: (() => void)[] = [];
    const { state, ask, clock } = await siteOf((asked, answer) => {
      const release = found;
      answer.setHeader(RELEASE_HEADER, String(release)).setHeader('Cache-Control', 'public');
      if (release === 1) answer.end('release 1');
      else waiting.push(() => answer.end(`release ${release}`));
    });
    const text = async (path: string) => (await ask(path)).body.toString();
    await text('/a');
    [state.release, found] = [2, 2];
    const first = text('/a');
    await expect.poll(() => waiting.length).toBe(1);
    expect(await text('/a')).toBe('release 1');
    clock.ms += 600;
    const late = text('/a');
    await expect.poll(() => waiting.length).toBe(2);
    for (const answer of waiting) answer();
    expect([await first, await late, await text('/a')]).toEqual(['release 2', 'release 2', 'release 2']);
  });

  it('leaves readers with what was last drawn where many drawings take longer than a second, until they end', async () => {
    let found = 1;
    const waiting: (() => void)[] = [];
    const { state, ask, clock } = await siteOf((asked, answer) => {
      const release = found;
      answer.setHeader(RELEASE_HEADER, String(release)).setHeader('Cache-Control', 'public');
      if (release === 1) answer.end('release 1');
      else waiting.push(() => answer.end(`release ${release}`));
    });
    const text = async (path: string) => (await ask(path)).body.toString();
    const pages = Array.from({ length: 8 }, (_, index) => `/${index}`);
    for (const page of pages) await text(page);
    [state.release, found] = [2, 2];
    // A few are always drawn side by side; what they are known to take decides of the others.
    const drawn = pages.slice(0, 3).map(text);
    await expect.poll(() => waiting.length).toBe(3);
    clock.ms += 1_500;
    expect([await text('/3'), await text('/7')]).toEqual(['release 1', 'release 1']);
    for (const answer of waiting.splice(0)) answer();
    expect(await Promise.all(drawn)).toEqual(['release 2', 'release 2', 'release 2']);
    clock.ms += 5_000;
    const patient = text('/7');
    await expect.poll(() => waiting.length).toBe(1);
    for (const answer of waiting) answer();
    expect(await patient).toBe('release 2');
  });

  it('keeps apart what was asked for over TLS', async () => {
    const { state, ask } = await siteOf((asked, answer) => {
      answer.setHeader(RELEASE_HEADER, '1').setHeader('Cache-Control', 'public');
      if (asked.headers['x-forwarded-proto'] === 'https') answer.setHeader('Strict-Transport-Security', 'max-age=1');
      answer.end('text');
    });
    await ask('/a', { 'X-Forwarded-Proto': 'https' });
    expect((await ask('/a')).headers['strict-transport-security']).toBeUndefined();
    expect((await ask('/a', { 'X-Forwarded-Proto': 'https' })).headers['strict-transport-security']).toBe('max-age=1');
    expect(state.drawn).toBe(2);
  });

  it.each([
    ['is not marked', { [RELEASE_HEADER]: '' }, 200, {}],
    ['is not to be stored', { 'Cache-Control': 'no-store' }, 200, {}],
    ['carries a cookie', { 'Set-Cookie': 'a=b' }, 200, {}],
    ['was refused', {}, 404, {}],
    ['is compressed in another way', { 'Content-Encoding': 'deflate' }, 200, {}],
    ['was asked for by the framework', {}, 200, { RSC: '1' }],
  ])('does not keep what %s', async (_, headers, status, asking) => {
    const { state, ask } = await siteOf((asked, answer) => {
      for (const [name, value] of Object.entries({ [RELEASE_HEADER]: '1', 'Cache-Control': 'public', ...headers })) if (value !== '') answer.setHeader(name, value);
      answer.statusCode = status;
      answer.end('text');
    });
    await ask('/a', asking);
    await ask('/a', asking);
    expect(state.drawn).toBe(2);
  });

  it('keeps within its budget, the longest unused falling out first', async () => {
    const { state, ask } = await siteOf((asked, answer) => {
      answer.setHeader(RELEASE_HEADER, '1').setHeader('Cache-Control', 'public');
      answer.end('x'.repeat(4_000));
    }, 64_000);
    await ask('/popular');
    for (let walk = 0; walk < 40; walk += 1) {
      await ask(`/once-${walk}`);
      await ask('/popular');
    }
    expect(state.drawn).toBe(41);
    await ask('/once-0');
    expect(state.drawn).toBe(42);
  });
});
