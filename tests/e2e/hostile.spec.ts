import { connect, type Socket } from 'node:net';
import { expect, test } from './fixture';

// What a stranger tries who does not keep to the rules of browsers.

/** Sends the text as it is and gives back the status, or null where the line is cut. */
function sendRaw(baseURL: string, text: string): Promise<number | null> {
  const { hostname, port } = new URL(baseURL);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let said = '';
    const end = () => {
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0) || null);
    };
    socket.setTimeout(10_000, end).on('error', end).on('close', end).on('data', (piece) => {
      said += piece.toString('latin1');
      if (said.includes('\r\n\r\n')) end();
    });
    socket.write(text);
  });
}

test('headers of the inside and of proxies change no answer, and no address in it', async ({ request, baseURL }) => {
  const addresses = ['/', '/charts/fatalities-by-quarter', '/charts/fatalities-by-quarter.csv', '/releases.atom', '/sitemap.xml', '/catalog.jsonld', '/api/oembed?url=x', '/embed/fatalities-by-quarter'];
  const read = async (address: string, headers: Record<string, string> = {}) => {
    const answer = await request.get(address, { headers, maxRedirects: 0 });
    return { status: answer.status(), text: await answer.text(), location: answer.headers().location ?? '' };
  };
  const evil = 'evil.example';
  const tricks: readonly Record<string, string>[] = [
    { 'x-forwarded-host': evil, 'x-forwarded-proto': 'https' }, { 'x-forwarded-port': '666', 'forwarded': `host=${evil}` }, { 'x-original-url': '/admin', 'x-rewrite-url': '/admin', 'x-invoke-path': '/admin' },
    { 'x-matched-path': '/r/1/en/-', 'x-middleware-subrequest': 'proxy:proxy:proxy' }, { 'rsc': '1' }, { 'next-router-prefetch': '1', 'rsc': '1', 'next-router-state-tree': '%5B%5D' },
    { 'accept': 'text/x-component' }, { 'x-nextjs-data': '1' }, { 'range': 'bytes=0-10' }, { 'x-http-method-override': 'DELETE' }, { 'content-security-policy': "script-src 'nonce-mine'" },
  ];
  for (const address of addresses) {
    const clean = await read(address);
    for (const headers of tricks) {
      const tricked = await read(address, headers);
      expect(tricked.status, `${address} ${JSON.stringify(headers)}`).toBeLessThan(500);
      expect(`${tricked.text.includes(evil)} ${tricked.location.includes(evil)}`, `${address} ${JSON.stringify(headers)}`).toBe('false false');
    }
    expect(await read(address), address).toEqual(clean);
  }
  const { hostname, port } = new URL(baseURL ?? '');
  expect(await sendRaw(baseURL ?? '', `GET /sitemap.xml HTTP/1.1\r\nHost: ${evil}\r\nConnection: close\r\n\r\n`)).toBe(200);
  expect((await read('/sitemap.xml')).text).toContain(`http://${hostname}:${port}/`);
});

test('a frame is the same to the byte whoever asks, with a cookie and without', async ({ request }) => {
  const plain = await request.get('/embed/fatalities-by-quarter');
  const known = await request.get('/embed/fatalities-by-quarter', { headers: { cookie: '__Host-sid=somebody; frontier-ledger-sid=somebody' } });
  expect(await known.text()).toBe(await plain.text());
  const without = (headers: Record<string, string>) => Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'date'));
  expect(without(known.headers())).toEqual(without(plain.headers()));
  expect(plain.headers()['set-cookie']).toBeUndefined();
});

test('methods nobody needs are refused, TRACE too, and a call of a server action is nothing', async ({ request, baseURL }) => {
  const host = new URL(baseURL ?? '').host;
  for (const method of ['TRACE', 'PROPFIND', 'CONNECT', 'DEBUG']) {
    const status = await sendRaw(baseURL ?? '', `${method} / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(status === null || (status >= 400 && status < 500), `${method} ${status}`).toBe(true);
  }
  for (const address of ['/', '/charts/fatalities-by-quarter', '/admin/sign-in', '/preview/x', '/embed/fatalities-by-quarter']) {
    const answer = await request.post(address, { headers: { 'next-action': '0123456789abcdef0123456789abcdef01234567' }, multipart: { '1_$ACTION_ID_x': '', '0': '["$K1"]' }, maxRedirects: 0 });
    expect(answer.status(), address).toBe(405);
  }
});

test('spellings of the desk and of the inside open nothing, and files of the machine are no addresses', async ({ request, baseURL }) => {
  for (const address of ['/%61dmin', '/admin/..%2fadmin', '/./admin/people', '/ADMIN', '/admin%2fpeople', '/admin;x', '/_next/data/x/admin.json', '/admin.rsc', '/admin/people.rsc', '/_next/static/../../package.json']) {
    const answer = await request.get(address, { maxRedirects: 0 });
    expect(answer.status(), address).toBeLessThan(500);
    const isOpen = answer.status() === 200 && /Editors’ desk/.test(await answer.text()) && !/Sign in/.test(await answer.text());
    expect(isOpen, address).toBe(false);
  }
  expect([307, 308, 400, 404]).toContain(await sendRaw(baseURL ?? '', `GET //admin HTTP/1.1\r\nHost: ${new URL(baseURL ?? '').host}\r\nConnection: close\r\n\r\n`));
  for (const address of ['/.git/config', '/.env', '/package.json', '/.next/BUILD_ID', '/data/', '/db/schema', '/_next/', '/_next/static/', '/_next/image?url=%2Ficon.svg&w=640&q=75', '/next.config.js', '/server.js.map']) {
    const answer = await request.get(address, { maxRedirects: 0 });
    expect([308, 400, 404], `${address} ${answer.status()}`).toContain(answer.status());
  }
});

test('bodies without end are cut off, and a hundred slow ones keep nobody waiting', async ({ request, baseURL }) => {
  const host = new URL(baseURL ?? '').host;
  const piece = `10000\r\n${'x'.repeat(65_536)}\r\n`;
  const head = `POST /api/admin/sign-in HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${baseURL}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
  expect(await sendRaw(baseURL ?? '', head + piece.repeat(20))).toBe(413);

  const { hostname, port } = new URL(baseURL ?? '');
  const slow: Socket[] = Array.from({ length: 100 }, () => {
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    socket.write(`POST /api/admin/sign-in HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${baseURL}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`);
    return socket;
  });
  for (let turn = 0; turn < 5; turn += 1) expect((await request.get('/charts/fatalities-by-quarter', { timeout: 5_000 })).status()).toBe(200);
  for (const socket of slow) socket.destroy();
});

test('what the ledger says stands escaped in the JSON that pages carry', async ({ request }) => {
  for (const address of ['/charts/fatalities-by-quarter', '/data', '/']) {
    const html = await (await request.get(address)).text();
    for (const [, json = ''] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
      expect(json).not.toMatch(/[<\u2028\u2029]/);
      expect(() => JSON.parse(json) as unknown).not.toThrow();
    }
    expect([...html.matchAll(/<script type="application\/ld\+json">/g)].length, address).toBeGreaterThan(0);
  }
});
