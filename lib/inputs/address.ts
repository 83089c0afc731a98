import type { View, ViewParameter } from './view';

// The public addresses: which there are, what of the view each uses, and how one is written.

export type FileFormat = 'csv' | 'json' | 'model' | 'code' | 'svg' | 'png';

export type Address =
  | { readonly kind: 'page'; readonly path: string; readonly slug: string | null; readonly release: number | null; readonly uses: readonly ViewParameter[] }
  | { readonly kind: 'file'; readonly path: string; readonly slug: string; readonly format: FileFormat; readonly uses: readonly ViewParameter[] };

const PLAIN_PAGES = new Set(['/charts', '/corrections', '/releases', '/sources', '/methods', '/about']);
const PLAIN_USES: readonly ViewParameter[] = ['release', 'theme'];
const HOME_USES: readonly ViewParameter[] = ['asof', 'release', 'theme'];
const CHART_USES: readonly ViewParameter[] = ['asof', 'release', 'from', 'to', 'series', 'lens', 'table', 'theme'];
const FILE_USES: readonly ViewParameter[] = ['asof', 'release', 'from', 'to', 'series', 'lens', 'history'];
const MODEL_USES: readonly ViewParameter[] = ['asof', 'release', 'from', 'to', 'series', 'lens'];

const USES: Record<FileFormat, readonly ViewParameter[]> = {
  csv: FILE_USES,
  json: FILE_USES,
  model: MODEL_USES,
  code: MODEL_USES,
  svg: [...MODEL_USES, 'theme'],
  png: [...MODEL_USES, 'theme', 'scale'],
};
/** What a file's name ends with. `.model.json` and `.code.json` serve our own pages and are no public formats. */
const FORMATS: Record<string, FileFormat> = { csv: 'csv', json: 'json', svg: 'svg', png: 'png', 'model.json': 'model', 'code.json': 'code' };

const CHART = /^\/charts\/([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.([a-z]+(?:\.json)?))?$/;
const RELEASE = /^\/releases\/([1-9][0-9]{0,8})$/;
const SLUG_LENGTH = 80;

/** The address that a path names, or null. Whether the chart or release exists is for the caller to find out. */
export function matchAddress(pathname: string): Address | null {
  if (pathname === '/') return { kind: 'page', path: '', slug: null, release: null, uses: HOME_USES };
  if (PLAIN_PAGES.has(pathname)) return { kind: 'page', path: pathname, slug: null, release: null, uses: PLAIN_USES };
  const release = RELEASE.exec(pathname)?.[1];
  if (release) return { kind: 'page', path: pathname, slug: null, release: Number(release), uses: PLAIN_USES };
  const [, slug, extension] = CHART.exec(pathname) ?? [];
  if (!slug || slug.length > SLUG_LENGTH) return null;
  const path = `/charts/${slug}`;
  if (extension === undefined) return { kind: 'page', path, slug, release: null, uses: CHART_USES };
  const format = Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
  return format === undefined ? null : { kind: 'file', path: `${path}/${format}`, slug, format, uses: USES[format] };
}

/** A public address in the given view. `release` pins it; null leaves it live. */
export function writeAddress(pathname: string, view: Partial<View>, release: number | null): string {
  const query = new URLSearchParams();
  if (view.asOf) query.set('asof', view.asOf);
  if (release !== null) query.set('release', String(release));
  if (view.from) query.set('from', view.from);
  if (view.to) query.set('to', view.to);
  if (view.series && view.series.length > 0) query.set('series', view.series.join(','));
  if (view.lens && view.lens !== 'all') query.set('lens', view.lens);
  if (view.table) query.set('table', '1');
  if (view.theme) query.set('theme', view.theme);
  if (view.history) query.set('history', '1');
  if (view.scale !== undefined && view.scale !== 1) query.set('scale', String(view.scale));
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? pathname : `${pathname}?${text}`;
}
