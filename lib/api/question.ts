import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Day, isDay, parsePeriod } from '@/domain/period';
import { idFilter, type Resource } from './resources';

// What a caller asks of a list: read strictly, so that a misspelt filter is an error and never a longer answer.

export const DEFAULT_LIMIT = 100;
export const GREATEST_LIMIT = 500;
const FIRST_DAY = '2000-01-01';
const LONGEST = 4_000;

export interface Question {
  readonly release: number;
  /** The caller named the release: the answer never changes. */
  readonly isPinned: boolean;
  readonly asOf: Day | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly equals: Readonly<Record<string, readonly string[]>>;
  readonly hasHistory: boolean;
  /** Of `changes`: the earlier release. */
  readonly since: number;
  readonly limit: number;
  /** Where the page begins, as the page before it ended. */
  readonly after: readonly string[] | null;
  /** Names of fields in JSON; null for all. */
  readonly fields: readonly string[] | null;
  readonly format: 'json' | 'csv';
}

export interface QuestionProblem {
  readonly parameter: string;
  readonly allowed: string;
}

export interface Limits {
  readonly currentRelease: number;
  readonly today: Day;
  /** Names of the resource's fields in JSON. */
  readonly fields: readonly string[];
}

const span = z.string().max(24).transform((text, context) => {
  const outcome = parsePeriod(text);
  if (outcome.ok && outcome.value.start >= FIRST_DAY) return outcome.value;
  context.addIssue({ code: 'custom', message: 'not a period' });
  return z.NEVER;
});
const wholeNumber = z.string().regex(/^(0|[1-9][0-9]{0,8})$/).transform(Number);

const PERIOD = { type: 'string', maxLength: 24 };
const PERIOD_WORDS = 'a period or a day, such as 2025, 2025-Q3, 2025-10 or 2025-10-11';

/** A parameter of lists: what it may be, for the reader of a refusal and for the description of the API. */
export interface Parameter {
  readonly name: string;
  readonly allowed: string;
  readonly schema: z.ZodType;
  readonly example?: string;
  /** The same as JSON Schema, for programs that read the description; a list stands in one value, divided by commas. */
  readonly described: Readonly<Record<string, unknown>>;
}

const listOf = (value: z.ZodType<string, string>) => z.string().max(LONGEST).transform((text) => text.split(',')).pipe(z.array(value).min(1).max(100));

/** One a resource: the schemas are dearer to make than to use, and change when a release or a day begins. */
const kept = new Map<string, { readonly currentRelease: number; readonly today: Day; readonly parameters: readonly Parameter[] }>();

/** The parameters of a resource, in the order of its description. */
export function parametersOf(resource: Resource, limits: Limits): readonly Parameter[] {
  const known = kept.get(resource.name);
  if (known && known.currentRelease === limits.currentRelease && known.today === limits.today) return known.parameters;
  const parameters = makeParameters(resource, limits);
  kept.set(resource.name, { currentRelease: limits.currentRelease, today: limits.today, parameters });
  return parameters;
}

function makeParameters(resource: Resource, { currentRelease, today, fields }: Limits): readonly Parameter[] {
  const release = z.union([z.literal('latest').transform(() => null), wholeNumber.refine((number) => number >= 1 && number <= currentRelease)]);
  const dated: Parameter[] = [
    { name: 'asof', allowed: `a day from ${FIRST_DAY} to today, written YYYY-MM-DD: what the sources had reported by then`, schema: z.string().refine((text) => isDay(text) && text >= FIRST_DAY && text <= today), example: '2025-07-10', described: { type: 'string', format: 'date' } },
    { name: 'from', allowed: PERIOD_WORDS, schema: span, example: '2025-Q1', described: PERIOD },
    { name: 'to', allowed: `${PERIOD_WORDS}, that does not end before from begins`, schema: span, example: '2025-Q3', described: PERIOD },
  ];
  return [
    { name: 'release', allowed: `latest, or the number of a release from 1 to ${currentRelease}`, schema: release, example: 'latest', described: { anyOf: [{ const: 'latest' }, { type: 'integer', minimum: 1, maximum: currentRelease }] } },
    ...(resource.isDated ? dated : []),
    ...filtersOf(resource).map(({ name, note, value }): Parameter => ({ name, allowed: `${note} ${wordsOf(value)}Several are separated by commas.`, schema: listOf(value), described: { type: 'array', minItems: 1, maxItems: 100, items: itemOf(value) } })),
    ...(resource.name === 'readings' ? [{ name: 'history', allowed: '0 or 1: all readings of each cell, not only the one in force', schema: z.enum(['0', '1']), described: { enum: ['0', '1'] } }] : []),
    ...(resource.name === 'changes' ? [{ name: 'since', allowed: `the number of a release before the later one, or 0 for before the first`, schema: wholeNumber, example: '1', described: { type: 'integer', minimum: 0, maximum: Math.max(0, currentRelease - 1) } }] : []),
    { name: 'limit', allowed: `1 to ${GREATEST_LIMIT}; ${DEFAULT_LIMIT} where it is left out${resource.name === 'readings' ? '. Counts cells' : ''}`, schema: wholeNumber.refine((number) => number >= 1 && number <= GREATEST_LIMIT), example: '100', described: { type: 'integer', minimum: 1, maximum: GREATEST_LIMIT, default: DEFAULT_LIMIT } },
    { name: 'cursor', allowed: 'the cursor in next of the page before, with the same filters', schema: z.string().max(1_000), described: { type: 'string', maxLength: 1_000 } },
    { name: 'fields', allowed: `names of fields, separated by commas, of: ${fields.join(', ')}`, schema: z.string().max(LONGEST).transform((text) => text.split(',')).pipe(z.array(z.enum(fields as [string, ...string[]])).min(1)), described: { type: 'array', minItems: 1, items: { enum: fields } } },
    { name: 'format', allowed: 'json or csv', schema: z.enum(['json', 'csv']), example: 'json', described: { enum: ['json', 'csv'], default: 'json' } },
  ];
}

/** Rows of the ledger have an id. */
function filtersOf({ kind, filters }: Resource) {
  return kind === null ? filters : [idFilter, ...filters];
}

/** What one value of a filter may be, as JSON Schema. */
function itemOf(value: z.ZodType<string, string>): Readonly<Record<string, unknown>> {
  const { $schema: _schema, ...described } = z.toJSONSchema(value);
  return described;
}

function wordsOf(value: z.ZodType<string, string>): string {
  return value instanceof z.ZodEnum ? `One of ${value.options.join(', ')}. ` : '';
}

const storedCursor = z.tuple([z.literal(1), z.int().min(1), z.string(), z.array(z.string()).min(1).max(3)]);

/** The whole question, or everything that is wrong with it. Never throws. */
export function readQuestion(resource: Resource, query: URLSearchParams, limits: Limits): { readonly question: Question } | { readonly problems: readonly QuestionProblem[] } {
  const parameters = parametersOf(resource, limits);
  const problems: QuestionProblem[] = [];
  const read = new Map<string, unknown>();
  const refuse = (parameter: string, allowed: string) => {
    if (!problems.some((problem) => problem.parameter === parameter)) problems.push({ parameter, allowed });
  };
  for (const name of new Set(query.keys())) {
    const parameter = parameters.find((one) => one.name === name);
    if (!parameter) {
      refuse(/^[\w.-]{1,40}$/.test(name) ? name : 'unknown', `left out: ${resource.name} knows ${parameters.map((one) => one.name).join(', ')}`);
      continue;
    }
    const given = query.getAll(name);
    const parsed = given.length === 1 ? parameter.schema.safeParse(given[0]) : null;
    if (parsed?.success) read.set(name, parsed.data);
    else refuse(name, parameter.allowed);
  }
  const from = (read.get('from') as { start: Day } | undefined)?.start ?? null;
  const to = (read.get('to') as { end: Day } | undefined)?.end ?? null;
  if (from !== null && to !== null && to < from) refuse('to', parameters.find(({ name }) => name === 'to')?.allowed ?? '');
  const asked = (read.get('release') as number | null | undefined) ?? null;
  const cursor = query.has('cursor') && !problems.some(({ parameter }) => parameter === 'cursor') ? readCursor(String(read.get('cursor')), query) : null;
  if (cursor === 'foreign' || (cursor && (cursor.release > limits.currentRelease || (asked !== null && asked !== cursor.release)))) {
    refuse('cursor', 'the cursor in next of the page before, with the same filters and the same release');
  }
  // A page stays inside the release of the page before it, whatever was published meanwhile.
  const release = cursor !== null && cursor !== 'foreign' ? cursor.release : (asked ?? limits.currentRelease);
  const since = (read.get('since') as number | undefined) ?? Math.max(0, release - 1);
  if (since >= release) refuse('since', `a number below ${release}, the later release`);
  if (problems.length > 0) return { problems };
  const equals = Object.fromEntries(filtersOf(resource).map(({ name, field }) => [field, (read.get(name) as string[] | undefined) ?? []]));
  return {
    question: {
      release, isPinned: asked !== null, asOf: (read.get('asof') as Day | undefined) ?? null, from, to, equals, since,
      hasHistory: read.get('history') === '1', limit: (read.get('limit') as number | undefined) ?? DEFAULT_LIMIT,
      after: cursor !== null && cursor !== 'foreign' ? cursor.after : null, fields: (read.get('fields') as string[] | undefined) ?? null,
      format: (read.get('format') as 'json' | 'csv' | undefined) ?? 'json',
    },
  };
}

/** Parameters that choose how an answer is written, not which rows it has. */
const WRITING: ReadonlySet<string> = new Set(['cursor', 'limit', 'fields', 'format', 'release']);

function questionHash(query: URLSearchParams): string {
  const chosen = [...query].filter(([name]) => !WRITING.has(name)).sort();
  return createHash('sha256').update(JSON.stringify(chosen)).digest('base64url').slice(0, 16);
}

function readCursor(text: string, query: URLSearchParams): { readonly release: number; readonly after: readonly string[] } | 'foreign' {
  try {
    const [, release, hash, after] = storedCursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return hash === questionHash(query) ? { release, after } : 'foreign';
  } catch {
    return 'foreign';
  }
}

/** The query of the page that begins after `after`. */
export function nextQuery(query: URLSearchParams, release: number, after: readonly string[]): string {
  const next = new URLSearchParams(query);
  next.set('cursor', Buffer.from(JSON.stringify([1, release, questionHash(query), after])).toString('base64url'));
  return next.toString().replaceAll('%2C', ',');
}
