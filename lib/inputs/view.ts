import { z } from 'zod';
import type { Lens } from '@/domain/claim';
import { type Day, isDay, parsePeriod } from '@/domain/period';
import { DIGITS, type Digits, type Language, USUAL_DIGITS } from '@/domain/words';

// The state of a view: parsed from a public address, normalised, and written into the internal one.

export const VIEW_PARAMETERS = ['asof', 'release', 'from', 'to', 'series', 'breakdown', 'lens', 'table', 'theme', 'history', 'scale', 'bom', 'digits'] as const;
export type ViewParameter = (typeof VIEW_PARAMETERS)[number];

/** What a page or file shows of its release. Days are inclusive; `dropped` names parameters that were refused, for the notice. */
export interface View {
  readonly asOf: Day | null;
  readonly from: Day | null;
  readonly to: Day | null;
  /** Sorted series ids; empty for all. */
  readonly series: readonly string[];
  /** The dimension by which the chart's numbers are split, such as `province`; null for as the chart is stored. */
  readonly breakdown: string | null;
  readonly lens: Lens;
  readonly table: boolean;
  readonly theme: 'light' | 'dark' | null;
  readonly history: boolean;
  /** Of pictures: pixels a CSS pixel. */
  readonly scale: 0.5 | 1 | 2;
  /** Of CSV: begins with a byte order mark, by which Excel knows UTF-8. */
  readonly bom: boolean;
  /** The language that the address begins with. */
  readonly language: Language;
  /** The digits that the reader chose; null for those that the language is printed with. */
  readonly digits: Digits | null;
  /** The reader asked for this release by number: links keep it. */
  readonly pinned: boolean;
  readonly dropped: readonly (ViewParameter | 'unknown')[];
}

/** What decides the drawing: the same in page, frame, file and picture. */
export type Drawn = Pick<View, 'asOf' | 'from' | 'to' | 'series' | 'breakdown' | 'lens' | 'language' | 'digits'>;

export function drawnOf({ asOf, from, to, series, breakdown, lens, language, digits }: Drawn): Drawn {
  return { asOf, from, to, series, breakdown, lens, language, digits };
}

export const DEFAULT_VIEW: View = {
  asOf: null, from: null, to: null, series: [], breakdown: null, lens: 'all', table: false, theme: null, history: false, scale: 1, bom: false,
  language: 'en', digits: null, pinned: false, dropped: [],
};

/** One refused parameter and what it may be, in words. */
export interface ViewProblem {
  readonly parameter: ViewParameter | 'unknown';
  readonly allowed: string;
}

export interface ViewLimits {
  /** The newest published release. */
  readonly currentRelease: number;
  /** The last day that has begun anywhere on earth. */
  readonly today: Day;
  /** The language of the address; English without. */
  readonly language?: Language;
  /** The words looked for stand beside the view, as `q`. */
  readonly isSearch?: boolean;
}

const FIRST_DAY = '2000-01-01';
const LAST_YEAR = 2100;
const LENSES = ['all', 'pakistan', 'taliban', 'independent'] as const;
const DIMENSION = /^[a-z]+(?:-[a-z]+){0,4}$/;
const SERIES_ID = /^[a-z0-9][a-z0-9._-]{0,95}$/;

const day = z.string().max(10).refine((text) => isDay(text) && text >= FIRST_DAY);
const span = z.string().max(24).transform((text, context) => {
  const outcome = parsePeriod(text);
  if (outcome.ok && outcome.value.start >= FIRST_DAY && Number(outcome.value.end.slice(0, 4)) <= LAST_YEAR) return outcome.value;
  context.addIssue({ code: 'custom', message: 'not a period' });
  return z.NEVER;
});
const seriesList = z.string().max(2000).transform((text) => text.split(',')).pipe(z.array(z.string().regex(SERIES_ID)).min(1).max(20));
const dimension = z.string().max(40).regex(DIMENSION);
const flag = z.enum(['0', '1']).transform((text) => text === '1');
const lens = z.enum(LENSES);
const theme = z.enum(['light', 'dark', 'auto']).transform((name) => (name === 'auto' ? null : name));
const scale = z.enum(['0.5', '1', '2']).transform((text) => (text === '2' ? 2 : text === '1' ? 1 : 0.5));
const digits = z.enum(DIGITS);
const releaseNumber = z.string().regex(/^[1-9][0-9]{0,8}$/).transform(Number);

/** What each parameter may be, as readers and machines are told. */
export const ALLOWED: Record<ViewParameter | 'unknown', string> = {
  asof: `a day from ${FIRST_DAY} to today, written YYYY-MM-DD`,
  release: 'the number of a published release',
  from: 'a period or a day, such as 2025, 2025-Q3, 2025-10 or 2025-10-11',
  to: 'a period or a day that does not end before from begins, such as 2025, 2025-Q3, 2025-10 or 2025-10-11',
  series: 'one to twenty series of this chart, separated by commas',
  breakdown: 'a way to split this chart, such as province or victim-type',
  lens: LENSES.join(', '),
  table: '0 or 1',
  theme: 'light, dark or auto',
  history: '0 or 1',
  scale: '0.5, 1 or 2',
  bom: '0 or 1',
  digits: DIGITS.join(' or '),
  unknown: `one of ${VIEW_PARAMETERS.join(', ')}, each at most once`,
};

export interface ParsedView {
  readonly view: View;
  /** The release asked for, or the current one. */
  readonly release: number;
  readonly problems: readonly ViewProblem[];
}

/**
 * Reads the query of a public address. A parameter that is malformed, unknown or given twice becomes a problem and is left
 * out of the view; an empty one (a form field left blank) counts as absent. Never throws.
 */
export function parseView(query: URLSearchParams, limits: ViewLimits): ParsedView {
  const problems: ViewProblem[] = [];
  const refuse = (parameter: ViewProblem['parameter']): undefined => {
    if (!problems.some((problem) => problem.parameter === parameter)) problems.push({ parameter, allowed: ALLOWED[parameter] });
    return undefined;
  };
  for (const name of query.keys()) if (!isViewParameter(name) && !isForOthers(name) && !(limits.isSearch && name === 'q')) refuse('unknown');

  function take<T>(parameter: ViewParameter, schema: z.ZodType<T, string>): T | undefined {
    const given = query.getAll(parameter).filter((text) => text !== '');
    if (given.length === 0) return undefined;
    // Boxes of a form without JavaScript say one series each.
    const parsed = given.length === 1 || parameter === 'series' ? schema.safeParse(given.join(',')) : null;
    return parsed?.success ? parsed.data : refuse(parameter);
  }

  const asOf = take('asof', day.refine((text) => text <= limits.today)) ?? null;
  const release = take('release', releaseNumber.refine((number) => number <= limits.currentRelease));
  const from = take('from', span)?.start ?? null;
  let to = take('to', span)?.end ?? null;
  if (from !== null && to !== null && to < from) to = refuse('to') ?? null;
  const view: View = {
    asOf,
    from,
    to,
    series: [...new Set(take('series', seriesList) ?? [])].sort(),
    breakdown: take('breakdown', dimension) ?? null,
    lens: take('lens', lens) ?? 'all',
    table: take('table', flag) ?? false,
    theme: take('theme', theme) ?? null,
    history: take('history', flag) ?? false,
    scale: take('scale', scale) ?? 1,
    bom: take('bom', flag) ?? false,
    language: limits.language ?? 'en',
    digits: take('digits', digits) ?? null,
    pinned: release !== undefined,
    dropped: problems.map((problem) => problem.parameter).sort(),
  };
  return { view, release: release ?? limits.currentRelease, problems };
}

/** Whether a form without JavaScript wrote this query: with blanks, or with a list in pieces. The view has a shorter address. */
export function isLongWinded(query: URLSearchParams): boolean {
  const names = [...query.keys()];
  return names.some((name) => isViewParameter(name) && (query.get(name) === '' || names.indexOf(name) !== names.lastIndexOf(name)));
}

function isViewParameter(name: string): name is ViewParameter {
  return (VIEW_PARAMETERS as readonly string[]).includes(name);
}

/** Marks that other sites hang on links, and the framework's own; they say nothing about the view. */
function isForOthers(name: string): boolean {
  return name === '_rsc' || name === 'fbclid' || name === 'gclid' || name.startsWith('utm_');
}

/** The view without what an address has no use for, so that no two internal addresses show the same. */
export function narrowView(view: View, uses: readonly ViewParameter[]): View {
  const has = (parameter: ViewParameter): boolean => uses.includes(parameter);
  return {
    asOf: has('asof') ? view.asOf : null,
    from: has('from') ? view.from : null,
    to: has('to') ? view.to : null,
    series: has('series') ? view.series : [],
    breakdown: has('breakdown') ? view.breakdown : null,
    lens: has('lens') ? view.lens : 'all',
    table: has('table') && view.table,
    theme: has('theme') ? view.theme : null,
    history: has('history') && view.history,
    scale: has('scale') ? view.scale : 1,
    bom: has('bom') && view.bom,
    language: view.language,
    // English has Latin digits only, and the usual ones need not be asked for.
    digits: view.language === 'en' || view.digits === USUAL_DIGITS[view.language] ? null : view.digits,
    pinned: has('release') && view.pinned,
    dropped: view.dropped,
  };
}
