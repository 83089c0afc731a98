import { isLanguage, type Language, LANGUAGES } from '@/domain/words';
import { joinLanguage } from './language-path';
import { ALLOWED, DEFAULT_VIEW, narrowView, parseView, VIEW_PARAMETERS, type View, type ViewLimits } from './view';

// What an embedder may ask of a frame: the view of a chart, which release it follows, and which parts he hides.

export const EMBED_PARAMETERS = ['theme', 'lang', 'from', 'to', 'series', 'breakdown', 'lens', 'asof', 'release', 'hide', 'table', 'guard', 'digits'] as const;
export type EmbedParameter = (typeof EMBED_PARAMETERS)[number];

/** Parts of a frame that may be left out. Source, date and correction mark are not among them. */
export const HIDEABLE = ['title', 'legend'] as const;
export type Hideable = (typeof HIDEABLE)[number];

/** `live` follows the newest release, `pinned` stays on one, `guarded` is live and stops before a correction made after its release. */
export type EmbedMode =
  | { readonly kind: 'live' }
  | { readonly kind: 'pinned'; readonly release: number }
  | { readonly kind: 'guarded'; readonly release: number };

export interface EmbedView {
  /** `pinned` and `dropped` are never set: the mode says which release. */
  readonly view: View;
  readonly mode: EmbedMode;
  /** In the order of HIDEABLE. */
  readonly hide: readonly Hideable[];
}

export const DEFAULT_EMBED: EmbedView = { view: DEFAULT_VIEW, mode: { kind: 'live' }, hide: [] };

export interface EmbedProblem {
  readonly parameter: EmbedParameter | 'unknown';
  readonly allowed: string;
}

/** What each parameter of a frame may be. */
export const EMBED_ALLOWED: Record<EmbedParameter | 'unknown', string> = {
  theme: ALLOWED.theme, from: ALLOWED.from, to: ALLOWED.to, series: ALLOWED.series, breakdown: ALLOWED.breakdown, lens: ALLOWED.lens, asof: ALLOWED.asof, table: ALLOWED.table, digits: ALLOWED.digits,
  release: `${ALLOWED.release}; not together with guard`,
  guard: `${ALLOWED.release}; not together with release`,
  lang: `${LANGUAGES.join(', ')}; not another one than the address begins with`,
  hide: 'title, legend, or both with a comma between them',
  unknown: `one of ${EMBED_PARAMETERS.join(', ')}, each at most once`,
};

const RELEASE = /^[1-9][0-9]{0,8}$/;

/** Reads the query of a frame's address; whatever is malformed, unknown or given twice is a problem. Never throws. */
export function parseEmbed(query: URLSearchParams, limits: ViewLimits): { readonly embed: EmbedView; readonly problems: readonly EmbedProblem[] } {
  const shared = new URLSearchParams();
  const refused = new Set<EmbedProblem['parameter']>();
  for (const [name, value] of query) {
    if (OF_OTHERS.has(name)) refused.add('unknown');
    else if (!OWN.has(name)) shared.append(name, value);
  }
  const { view, problems } = parseView(shared, limits);
  for (const { parameter } of problems) refused.add(isOurs(parameter) ? parameter : 'unknown');

  const one = (name: 'lang' | 'hide' | 'guard' | 'release', isFine: (text: string) => boolean): string | null => {
    const given = query.getAll(name).filter((text) => text !== '');
    const [text] = given;
    if (text === undefined) return null;
    if (given.length === 1 && isFine(text)) return text;
    refused.add(name);
    return null;
  };
  const isRelease = (text: string): boolean => RELEASE.test(text) && Number(text) <= limits.currentRelease;
  const asked: Language = limits.language ?? 'en';
  const lang = one('lang', (text) => isLanguage(text) && (asked === 'en' || text === asked));
  const hidden = new Set(one('hide', (text) => text.length < 40 && text.split(',').every(isHideable))?.split(','));
  const guard = one('guard', isRelease);
  const release = one('release', isRelease);
  if (guard !== null && release !== null) refused.add('guard');
  const mode: EmbedMode = release !== null ? { kind: 'pinned', release: Number(release) } : guard !== null ? { kind: 'guarded', release: Number(guard) } : { kind: 'live' };
  return {
    embed: { view: narrowView({ ...view, language: lang !== null && isLanguage(lang) ? lang : asked, pinned: false, dropped: [] }, VIEW_PARAMETERS), mode, hide: HIDEABLE.filter((part) => hidden.has(part)) },
    problems: [...refused].map((parameter) => ({ parameter, allowed: EMBED_ALLOWED[parameter] })),
  };
}

const OWN: ReadonlySet<string> = new Set(['lang', 'hide', 'guard', 'release']);
/** What pages and files may be asked, and frames may not. */
const OF_OTHERS: ReadonlySet<string> = new Set(VIEW_PARAMETERS.filter((name) => !isOurs(name)));

function isOurs(name: string): name is EmbedParameter {
  return (EMBED_PARAMETERS as readonly string[]).includes(name);
}

function isHideable(text: string): text is Hideable {
  return (HIDEABLE as readonly string[]).includes(text);
}

/** The public address of a frame, `/embed/[slug]` below its language, with its parameters. */
export function writeEmbedAddress(slug: string, { view, mode, hide }: { readonly view?: Partial<View>; readonly mode?: EmbedMode; readonly hide?: readonly Hideable[] }): string {
  const query = new URLSearchParams();
  if (mode?.kind === 'pinned') query.set('release', String(mode.release));
  if (mode?.kind === 'guarded') query.set('guard', String(mode.release));
  if (view?.asOf) query.set('asof', view.asOf);
  if (view?.from) query.set('from', view.from);
  if (view?.to) query.set('to', view.to);
  if (view?.series && view.series.length > 0) query.set('series', view.series.join(','));
  if (view?.breakdown) query.set('breakdown', view.breakdown);
  if (view?.lens && view.lens !== 'all') query.set('lens', view.lens);
  if (view?.theme) query.set('theme', view.theme);
  if (hide && hide.length > 0) query.set('hide', HIDEABLE.filter((part) => hide.includes(part)).join(','));
  if (view?.table) query.set('table', '1');
  if (view?.digits) query.set('digits', view.digits);
  const text = query.toString().replaceAll('%2C', ',');
  const address = joinLanguage(view?.language ?? 'en', `/embed/${slug}`);
  return text === '' ? address : `${address}?${text}`;
}

/** Mode and hidden parts as one segment of the internal path: `live`, `pinned-12`, `guarded-11~title~legend`. */
export function printFrameSegment({ mode, hide }: Pick<EmbedView, 'mode' | 'hide'>): string {
  return [mode.kind === 'live' ? 'live' : `${mode.kind}-${mode.release}`, ...hide].join('~');
}

/** What `printFrameSegment` wrote; null for any other text. */
export function parseFrameSegment(text: string): Pick<EmbedView, 'mode' | 'hide'> | null {
  const [name = '', ...parts] = decodeURIComponent(text).split('~');
  const [, kind, release] = /^(pinned|guarded)-([1-9][0-9]{0,8})$/.exec(name) ?? [];
  if (name !== 'live' && release === undefined) return null;
  const mode: EmbedMode = name === 'live' ? { kind: 'live' } : { kind: kind === 'pinned' ? 'pinned' : 'guarded', release: Number(release) };
  return parts.every(isHideable) ? { mode, hide: HIDEABLE.filter((part) => parts.includes(part)) } : null;
}

const EMBED = /^\/embed\/([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** The slug in `/embed/[slug]`, or null for a path that names no frame. */
export function matchEmbed(pathname: string): string | null {
  const slug = EMBED.exec(pathname)?.[1];
  return slug !== undefined && slug.length <= 80 ? slug : null;
}
