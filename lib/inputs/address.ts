import type { Digits, Language } from '@/domain/words';
import { joinLanguage } from './language-path';
import { writeFrom, writeTo } from './span-text';
import type { View, ViewParameter } from './view';

// The public addresses: which there are, what of the view each uses, and how one is written.

export type FileFormat =
  | 'csv' | 'csvw' | 'dcat' | 'json' | 'xlsx' | 'zip' | 'ics' | 'svg' | 'png' | 'card' | 'bib' | 'ris' | 'csl' | 'atom' | 'rss' | 'feed' | 'xml' | 'model' | 'code' | 'index';

/** A row of the ledger that an address names; whether a release has it is for the caller to find out. */
export type Subject =
  | { readonly kind: 'chart' | 'incident' | 'source'; readonly id: string }
  | { readonly kind: 'release'; readonly number: number };

interface AddressBase {
  /** Below the release, language and view of the internal address. */
  readonly path: string;
  readonly subject: Subject | null;
  readonly uses: readonly ViewParameter[];
}

export type Address =
  | (AddressBase & { readonly kind: 'page'; /** The words looked for stand in the query as `q`. */ readonly isSearch: boolean })
  | (AddressBase & { readonly kind: 'file'; readonly format: FileFormat });

const PINNED: readonly ViewParameter[] = ['release'];
const PLAIN: readonly ViewParameter[] = ['release', 'theme'];
const DATED: readonly ViewParameter[] = ['asof', 'release', 'theme'];
const CLAIMED: readonly ViewParameter[] = ['asof', 'release', 'lens', 'theme'];
const SPANNED: readonly ViewParameter[] = ['asof', 'release', 'from', 'to', 'theme'];
const CHART: readonly ViewParameter[] = ['asof', 'release', 'from', 'to', 'series', 'breakdown', 'lens', 'table', 'theme'];
const MODEL: readonly ViewParameter[] = ['asof', 'release', 'from', 'to', 'series', 'breakdown', 'lens'];
const ROWS: readonly ViewParameter[] = [...MODEL, 'history'];

/** Pages that name no row, and the parameters each uses. */
const PAGES: ReadonlyMap<string, readonly ViewParameter[]> = new Map([
  ['/', DATED], ['/charts', PLAIN], ['/closures', SPANNED], ['/incidents', CLAIMED], ['/sources', PLAIN], ['/releases', PLAIN],
  ['/corrections', PLAIN], ['/methods', PLAIN], ['/data', DATED], ['/data/api', PLAIN], ['/about', PLAIN], ['/search', PLAIN],
]);

/** Files that name no row, by public name. */
const FILES: ReadonlyMap<string, { readonly format: FileFormat; readonly uses: readonly ViewParameter[] }> = new Map([
  ['/closures.csv', { format: 'csv', uses: ['asof', 'release', 'from', 'to', 'bom'] }],
  ['/closures.csv-metadata.json', { format: 'csvw', uses: ['asof', 'release', 'from', 'to', 'bom'] }],
  ['/closures.json', { format: 'json', uses: ['asof', 'release', 'from', 'to'] }],
  ['/closures.ics', { format: 'ics', uses: ['asof', 'release', 'from', 'to'] }],
  // Serves our own page and is no public format.
  ['/closures.model.json', { format: 'model', uses: ['asof', 'release', 'from', 'to'] }],
  ['/incidents.csv', { format: 'csv', uses: ['asof', 'release', 'lens', 'bom'] }],
  ['/incidents.csv-metadata.json', { format: 'csvw', uses: ['asof', 'release', 'lens', 'bom'] }],
  ['/incidents.json', { format: 'json', uses: ['asof', 'release', 'lens'] }],
  ['/data.zip', { format: 'zip', uses: ['asof', 'release'] }],
  ['/catalog.jsonld', { format: 'dcat', uses: PINNED }],
  ['/releases.atom', { format: 'atom', uses: [] }], ['/releases.rss', { format: 'rss', uses: [] }], ['/releases.feed.json', { format: 'feed', uses: [] }],
  ['/corrections.atom', { format: 'atom', uses: [] }], ['/corrections.rss', { format: 'rss', uses: [] }], ['/corrections.feed.json', { format: 'feed', uses: [] }],
  ['/sitemap.xml', { format: 'xml', uses: [] }],
  // Serves our own search field and is no public format.
  ['/search.index.json', { format: 'index', uses: PINNED }],
]);

/** What the name of a chart's file ends with. `.model.json` and `.code.json` serve our own pages and are no public formats. */
const CHART_FILES: ReadonlyMap<string, { readonly format: FileFormat; readonly uses: readonly ViewParameter[] }> = new Map([
  ['csv', { format: 'csv', uses: [...ROWS, 'bom'] }],
  ['csv-metadata.json', { format: 'csvw', uses: [...ROWS, 'bom'] }],
  ['json', { format: 'json', uses: ROWS }],
  ['xlsx', { format: 'xlsx', uses: ROWS }],
  ['svg', { format: 'svg', uses: [...MODEL, 'theme'] }],
  ['png', { format: 'png', uses: [...MODEL, 'theme', 'scale'] }],
  ['card.png', { format: 'card', uses: MODEL }],
  ['bib', { format: 'bib', uses: MODEL }], ['ris', { format: 'ris', uses: MODEL }], ['csl.json', { format: 'csl', uses: MODEL }],
  ['atom', { format: 'atom', uses: [] }], ['rss', { format: 'rss', uses: [] }], ['feed.json', { format: 'feed', uses: [] }],
  ['model.json', { format: 'model', uses: MODEL }],
  ['code.json', { format: 'code', uses: MODEL }],
]);

const INCIDENT_FILES: typeof CHART_FILES = new Map([
  ['csv', { format: 'csv', uses: ['asof', 'release', 'lens', 'history', 'bom'] }],
  ['csv-metadata.json', { format: 'csvw', uses: ['asof', 'release', 'lens', 'history', 'bom'] }],
  ['json', { format: 'json', uses: ['asof', 'release', 'lens', 'history'] }],
  ['model.json', { format: 'model', uses: ['asof', 'release', 'lens'] }],
]);

const NAMED = /^\/(charts|incidents|sources)\/([a-z0-9]+(?:-[a-z0-9]+)*)(\/history)?(?:\.([a-z]+(?:-[a-z]+)?(?:\.[a-z]+)?))?$/;
const RELEASE = /^\/releases\/([1-9][0-9]{0,8})$/;
const ID_LENGTH = 96;

/** Files for programs, the same in every language; all others say something to readers. */
const WORDLESS: ReadonlySet<FileFormat> = new Set(['csv', 'csvw', 'dcat', 'json', 'zip', 'xml', 'index']);

/** Whether what stands at an address depends on the language. */
export function hasWords(address: Address): boolean {
  return address.kind === 'page' || !WORDLESS.has(address.format);
}

/** The address that a path names, or null. The path comes without its language. Whether the row it names exists is for the caller to find out. */
export function matchAddress(pathname: string): Address | null {
  const uses = PAGES.get(pathname);
  if (uses) return page(pathname === '/' ? '' : pathname, null, uses, pathname === '/search');
  const file = FILES.get(pathname);
  if (file) return { kind: 'file', path: `/files${pathname.slice(0, pathname.indexOf('.'))}/${file.format}`, subject: null, ...file };
  const number = RELEASE.exec(pathname)?.[1];
  if (number) return page(pathname, { kind: 'release', number: Number(number) }, PLAIN);
  const [, shelf, id, history, extension] = NAMED.exec(pathname) ?? [];
  if (!shelf || !id || id.length > ID_LENGTH) return null;
  const path = `/${shelf}/${id}`;
  if (shelf === 'sources') return history || extension ? null : page(path, { kind: 'source', id }, PLAIN);
  const subject: Subject = { kind: shelf === 'charts' ? 'chart' : 'incident', id };
  if (history) return shelf === 'charts' && !extension ? page(`${path}/history`, subject, [...DATED, 'breakdown']) : null;
  if (extension === undefined) return page(path, subject, shelf === 'charts' ? CHART : CLAIMED);
  const found = (shelf === 'charts' ? CHART_FILES : INCIDENT_FILES).get(extension);
  return found ? { kind: 'file', path: `${path}/${found.format}`, subject, ...found } : null;
}

function page(path: string, subject: Subject | null, uses: readonly ViewParameter[], isSearch = false): Address {
  return { kind: 'page', path, subject, uses, isSearch };
}

/** What goes along with a reader from page to page: the release he is pinned to, his language, his digits. */
export interface Kept {
  readonly release: number | null;
  readonly language: Language;
  readonly digits: Digits | null;
}

/**
 * A public address in the given view; `pathname` comes without a language. `kept` says the release it is pinned to, null for live, and,
 * where it is more than a number, the language; else the view does.
 */
export function writeAddress(pathname: string, view: Partial<View>, kept: Kept | number | null): string {
  const { release, language = 'en', digits } = typeof kept === 'object' && kept !== null ? kept : { release: kept, language: view.language, digits: view.digits };
  const address = joinLanguage(language, pathname);
  const query = new URLSearchParams();
  if (view.asOf) query.set('asof', view.asOf);
  if (release !== null) query.set('release', String(release));
  if (view.from) query.set('from', writeFrom(view.from));
  if (view.to) query.set('to', writeTo(view.to));
  if (view.series && view.series.length > 0) query.set('series', view.series.join(','));
  if (view.breakdown) query.set('breakdown', view.breakdown);
  if (view.lens && view.lens !== 'all') query.set('lens', view.lens);
  if (view.table) query.set('table', '1');
  if (view.theme) query.set('theme', view.theme);
  if (view.history) query.set('history', '1');
  if (view.scale !== undefined && view.scale !== 1) query.set('scale', String(view.scale));
  if (view.bom) query.set('bom', '1');
  if (digits) query.set('digits', digits);
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? address : `${address}?${text}`;
}
