import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { matchAddress } from '@/lib/inputs/address';
import { expect, test } from './fixture';

// What every kind of answer tells the browser, asked of every page and route that the build has.

const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const INSIDE = '/(site)/r/[release]/[lang]/[view]';
const routes = Object.keys(JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8')) as object).sort();

type Kind = 'page' | 'file' | 'drawing' | 'frame' | 'desk' | 'preview' | 'api' | 'own-api' | 'plain';
interface Sample { readonly name: string; readonly kind: Kind; readonly address: string }

const SHELVES = ['charts/fatalities-by-quarter', 'incidents/clashes-october', 'closures', 'incidents', 'data', 'catalog', 'releases', 'corrections', 'sitemap', 'search'];
const EXTENSIONS = ['csv', 'csv-metadata.json', 'jsonld', 'json', 'xlsx', 'svg', 'png', 'card.png', 'bib', 'ris', 'csl.json', 'atom', 'rss', 'feed.json', 'model.json', 'code.json', 'index.json', 'zip', 'ics', 'xml'];
const PAGES = ['/', '/charts', '/charts/fatalities-by-quarter', '/charts/fatalities-by-quarter/history', '/closures', '/incidents', '/incidents/clashes-october', '/sources', '/releases', '/releases/1', '/corrections',
  '/methods', '/data', '/data/api', '/about', '/search', '/search?q=torkham'];

/** Public addresses by the route that answers them. */
function publicAddresses(source: string): ReadonlyMap<string, string> {
  const all = [...PAGES, `/sources/${source}`, ...SHELVES.flatMap((shelf) => EXTENSIONS.map((extension) => `/${shelf}.${extension}`))];
  return new Map(all.flatMap((address) => {
    const found = matchAddress(new URL(address, 'http://x').pathname);
    if (!found) return [];
    const inner = found.path.replace(/^\/(charts|incidents|sources)\/(?=[a-z0-9-]+)[^/]+/, '/$1/[slug]').replace(/^\/releases\/\d+/, '/releases/[number]');
    return [[`${INSIDE}${inner}${address.includes('?q=') ? '/[words]' : ''}/${found.kind === 'page' ? 'page' : 'route'}`, address] as const];
  }));
}

function sampleOf(name: string, addresses: ReadonlyMap<string, string>): Sample | null {
  const plain = name.replace(/\/(?:page|route)$/, '').replace(/\[(\w+)\]/g, (_, part: string) => ({ id: 'none', kind: 'organisation', number: '1', slug: 'fatalities-by-quarter' })[part] ?? 'none');
  if (name.startsWith('/admin/')) return { name, kind: 'desk', address: plain };
  if (name.startsWith('/preview/')) return { name, kind: 'preview', address: plain };
  if (name === '/api/v1/[[...path]]/route') return { name, kind: 'api', address: '/api/v1/crossings?limit=1' };
  if (name === '/api/oembed/route') return { name, kind: 'api', address: '/api/oembed?url=x' };
  if (/^\/api\/(?:admin|health|csp)\b/.test(name)) return { name, kind: 'own-api', address: plain };
  if (name === `${INSIDE}/embed/[slug]/[frame]/route`) return { name, kind: 'frame', address: '/embed/fatalities-by-quarter' };
  if (name === `${INSIDE}/missing/page` || /not-found|_global-error/.test(name)) return { name, kind: 'page', address: '/no-such-page' };
  if (['/robots.txt/route', '/icon.svg/route', '/.well-known/security.txt/route'].includes(name)) return { name, kind: 'plain', address: plain };
  const address = addresses.get(name) ?? addresses.get(name.replace(/\/\[\w+\]\/(page|route)$/, '/[slug]/$1'));
  if (address === undefined) return null;
  return { name, kind: name.endsWith('/page') ? 'page' : name.endsWith('/svg/route') ? 'drawing' : 'file', address };
}

/** `undefined`: the header must not be there. Of a list each must be part of it. */
const WANTED: Readonly<Record<Kind, Readonly<Record<string, string | readonly string[] | undefined>>>> = {
  page: {
    'content-security-policy': ["default-src 'self'", "script-src 'self' 'unsafe-inline';", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", 'report-uri /api/csp'],
    'x-frame-options': 'DENY', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': ['camera=()', 'geolocation=()', 'usb=()'], 'access-control-allow-origin': undefined, 'cache-control': ['s-maxage=60'],
  },
  file: { 'content-security-policy': NOTHING, 'x-frame-options': 'DENY', 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*', 'access-control-allow-credentials': undefined },
  drawing: { 'content-security-policy': ["default-src 'none'", "frame-ancestors 'none'"], 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' },
  frame: {
    'content-security-policy': ["default-src 'none'", "script-src 'sha256-", "style-src 'sha256-", 'frame-ancestors *', "require-trusted-types-for 'script'", "form-action 'none'"], 'x-frame-options': undefined,
    'cross-origin-opener-policy': undefined, 'cross-origin-resource-policy': 'cross-origin', 'cross-origin-embedder-policy': 'require-corp', 'referrer-policy': 'no-referrer', 'permissions-policy': ['camera=()'],
  },
  desk: {
    'content-security-policy': ["script-src 'self' 'nonce-", "'strict-dynamic';", "object-src 'none'", "frame-ancestors 'none'"], 'x-frame-options': 'DENY', 'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin', 'referrer-policy': 'same-origin', 'permissions-policy': ['camera=()'], 'access-control-allow-origin': undefined, 'cache-control': ['no-store'],
  },
  preview: {
    'content-security-policy': ["script-src 'self' 'nonce-", "frame-ancestors 'none'"], 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'x-robots-tag': ['noindex'], 'access-control-allow-origin': undefined, 'cache-control': ['no-store'],
  },
  'api': { 'content-security-policy': NOTHING, 'x-frame-options': 'DENY', 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*', 'access-control-allow-credentials': undefined, 'referrer-policy': 'no-referrer' },
  'own-api': { 'content-security-policy': NOTHING, 'x-frame-options': 'DENY', 'cross-origin-resource-policy': 'same-origin', 'access-control-allow-origin': undefined },
  'plain': { 'content-security-policy': ["frame-ancestors 'none'"], 'x-frame-options': 'DENY' },
};

test('every page and route of the build answers with the headers of its kind, each once', async ({ request }) => {
  test.setTimeout(240_000);
  const { data } = (await (await request.get('/api/v1/sources?limit=1')).json()) as { data: { id: string }[] };
  const addresses = publicAddresses(data[0]?.id ?? '');
  const samples = routes.map((name) => sampleOf(name, addresses));
  expect(routes.filter((_, index) => samples[index] === null), 'routes of which nobody says what kind they are').toEqual([]);
  const wrong: string[] = [];
  for (const sample of samples) {
    if (!sample) continue;
    const answer = await request.get(sample.address, { maxRedirects: 0, headers: { 'x-forwarded-proto': 'https' } });
    const sent = answer.headersArray().map(({ name, value }) => [name.toLowerCase(), value] as const);
    const of = (name: string) => sent.filter(([other]) => other === name).map(([, value]) => value);
    const wanted: Readonly<Record<string, string | readonly string[] | undefined>> = { ...WANTED[sample.kind], 'x-content-type-options': 'nosniff', 'strict-transport-security': 'max-age=31536000; includeSubDomains', 'x-powered-by': undefined, 'server': undefined };
    const say = (what: string) => wrong.push(`${sample.address} (${answer.status()}): ${what}`);
    for (const [name, value] of Object.entries(wanted)) {
      const found = of(name);
      // Nothing at all is cached or framed of an answer without a body.
      if (value === undefined ? found.length > 0 : found.length !== 1) say(`${name} ${found.length} times: ${found.join(' | ')}`);
      else if (typeof value === 'string' ? found[0] !== value : value?.some((part) => !`${found[0]};`.includes(part))) say(`${name}: ${found[0]}`);
    }
    const type = of('content-type')[0] ?? '';
    if (/^text\/|[/+]xml\b/.test(type) && !/charset=utf-8|^image\/svg/i.test(type) && sample.name !== '/robots.txt/route') say(`content-type ${type}`);
    if (answer.status() === 200 && of('set-cookie').length > 0) say('sets a cookie');
    if (answer.status() >= 500) say('breaks');
  }
  expect(wrong).toEqual([]);
});

test('TLS is asked for from those alone who came by it', async ({ request }) => {
  expect((await request.get('/')).headers()['strict-transport-security']).toBeUndefined();
});

test('what is refused, unchanged or not there has the headers of its kind', async ({ request }) => {
  const tag = (await request.get('/closures.csv')).headers().etag ?? '';
  const cases: readonly (readonly [address: string, status: number, kind: Kind, headers?: Record<string, string>])[] = [
    ['/closures.csv', 304, 'file', { 'if-none-match': tag }], ['/charts/no-such-chart.csv', 404, 'file'], ['/closures.csv?colour=red', 400, 'file'], ['/api/v1/nothing', 404, 'api'],
    ['/api/v1/readings?colour=red', 400, 'api'], ['/embed/no-such-chart', 404, 'frame'], ['/charts/no-such-chart', 404, 'page'],
  ];
  for (const [address, status, kind, headers = {}] of cases) {
    const answer = await request.get(address, { headers });
    expect(answer.status(), address).toBe(status);
    const policy = answer.headers()['content-security-policy'] ?? '';
    expect(policy, address).toContain(kind === 'frame' ? 'frame-ancestors *' : "frame-ancestors 'none'");
    expect(answer.headers()['x-content-type-options'], address).toBe('nosniff');
    expect(answer.headers()['x-frame-options'], address).toBe(kind === 'frame' ? undefined : 'DENY');
    if (kind !== 'page') expect(answer.headers()['cross-origin-resource-policy'], address).toBe('cross-origin');
  }
});

test('a page of the desk has a nonce of its own each time, on every script', async ({ request }) => {
  const nonces = new Set<string>();
  for (let turn = 0; turn < 3; turn += 1) {
    const answer = await request.get('/admin/sign-in');
    const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1] ?? '';
    nonces.add(nonce);
    const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  }
  expect(nonces.size).toBe(3);
});

test('scripts, styles and letters may be loaded by every site, and sit in no frame', async ({ request }) => {
  const html = await (await request.get('/')).text();
  for (const address of [/\/_next\/static\/[^"]+\.js/, /\/_next\/static\/[^"]+\.css/].map((pattern) => pattern.exec(html)?.[0] ?? '/_next/none')) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(200);
    expect(answer.headers()).toMatchObject({ 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff', 'content-security-policy': NOTHING });
  }
});

test('the build has the routes of the source and no server action', () => {
  const ofSource = readdirSync('app', { recursive: true, encoding: 'utf8' }).map((file) => `/${file.replaceAll('\\', '/')}`)
    .flatMap((file) => /^(.*\/(?:page|route))\.tsx?$/.exec(file)?.[1] ?? []);
  const own = new Set(['/_global-error/page', '/_not-found/page', '/robots.txt/route', '/icon.svg/route']);
  expect(routes.filter((name) => !own.has(name))).toEqual(ofSource.sort());
  const manifest = JSON.parse(readFileSync(path.join('.next', 'server', 'server-reference-manifest.json'), 'utf8')) as { node: object; edge: object };
  expect([Object.keys(manifest.node), Object.keys(manifest.edge)]).toEqual([[], []]);
});
