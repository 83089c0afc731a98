import fs from 'node:fs';
import path from 'node:path';
import { matchAddress } from './inputs/address';
import { joinLanguage, splitLanguage } from './inputs/language-path';

// The pattern of an address, for logs and figures: never the address itself, which may hold a token, and of which there is no end.

const UNKNOWN = 'unknown';
const LISTS = new Set(['indicators', 'series', 'readings', 'closures', 'incidents', 'claims', 'charts', 'releases', 'corrections', 'sources', 'changes', 'openapi.json']);

interface BuiltRoutes {
  readonly fixed: ReadonlySet<string>;
  readonly shaped: readonly { readonly page: string; readonly shape: RegExp }[];
}

let built: BuiltRoutes | null = null;

/** One of a few hundred patterns, such as `/charts/[slug].csv`; `unknown` for whatever is no address of ours. */
export function routePattern(pathname: string): string {
  if (pathname.startsWith('/_next/')) return '/_next';
  const { language, path: plain } = splitLanguage(pathname);
  const address = matchAddress(plain);
  if (address !== null) {
    if (address.subject === null) return pathname;
    if (address.subject.kind === 'release') return joinLanguage(language, '/releases/[number]');
    const { id } = address.subject;
    const shelf = plain.slice(0, plain.indexOf('/', 1));
    return joinLanguage(language, `${shelf}/[slug]${plain.slice(shelf.length + 1 + id.length)}`);
  }
  if (plain.startsWith('/embed/')) return joinLanguage(language, '/embed/[slug]');
  if (pathname.startsWith('/api/v1/')) return LISTS.has(pathname.slice(8)) ? pathname : '/api/v1/[unknown]';
  built ??= readBuiltRoutes();
  if (built.fixed.has(pathname)) return pathname;
  return built.shaped.find(({ shape }) => shape.test(pathname))?.page ?? UNKNOWN;
}

/** What the build knows of the desk's addresses; in development nothing is built, and they count as unknown. Internal addresses are never asked for. */
function readBuiltRoutes(): BuiltRoutes {
  interface Route {
    readonly page: string;
    readonly regex: string;
  }
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), '.next', 'routes-manifest.json');
  if (!fs.existsSync(file)) return { fixed: new Set(), shaped: [] };
  const { staticRoutes, dynamicRoutes } = JSON.parse(fs.readFileSync(file, 'utf8')) as { staticRoutes: Route[]; dynamicRoutes: Route[] };
  const shaped = dynamicRoutes.filter(({ page }) => !page.startsWith('/r/')).map(({ page, regex }) => ({ page, shape: new RegExp(regex) }));
  return { fixed: new Set(staticRoutes.map(({ page }) => page)), shaped };
}
