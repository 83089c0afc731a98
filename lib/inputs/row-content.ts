import { z } from 'zod';
import { countWords } from '@/domain/citation';
import type { DraftRow, RowContents } from '@/domain/draft';
import { isDay, parsePeriod, periodOf } from '@/domain/period';
import { ROW_KINDS, type RowKind } from '@/domain/release';
import { chartContent } from './chart-content';

// The shape of a row's own fields, kind by kind: what a save of the desk, an import and a file of the starting data may hold.

const text = z.string().refine((value) => value.trim() === value && value !== '', 'is blank or has blanks at its ends');
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not lower case letters, digits and single hyphens');
const code = z.string().regex(/^[a-z0-9+]+(?:-[a-z0-9+]+)*$/, 'is not a code');
const day = z.string().refine(isDay, 'is not a calendar day');
const web = z.url({ protocol: /^https?$/ });
const latitude = z.number().min(-90).max(90).nullable();
const longitude = z.number().min(-180).max(180).nullable();

const precision = z.enum(['day', 'month', 'year', 'unknown']);
const qualifier = z.enum(['exact', 'at-least', 'more-than', 'about', 'nearly']);
const confidence = z.enum(['high', 'medium', 'low']);
const lens = z.enum(['pakistan', 'taliban', 'independent', 'other']);

/** Pages that only repeat an armed group's wording: they are named, never linked. */
const UNLINKED_HOSTS = ['alfirdaws.org', 'kalerdiganta.com'];
const isLinkable = (url: string) => !URL.canParse(url) || !UNLINKED_HOSTS.some((host) => new URL(url).hostname.endsWith(host));

const firstOfPrecision = (on: string, as: z.infer<typeof precision>) =>
  (as !== 'month' || on.endsWith('-01')) && (as !== 'year' || on.endsWith('-01-01'));

const period = z.strictObject({ kind: z.enum(['day', 'month', 'quarter', 'half', 'nine-months', 'year', 'custom']), start: day, end: day })
  .refine(({ start, end }) => start <= end, { error: 'ends before it starts', abort: true })
  .refine(({ kind, start, end }) => periodOf(start, end).kind === kind, { error: 'is not of the kind its days say', path: ['kind'] });

const organisation = z.strictObject({
  name: text, shortName: text, kind: z.enum(['research', 'state', 'armed-group', 'un', 'press', 'ngo', 'other']), lens, method: text.nullable(), url: web.nullable(),
});

const source = z.strictObject({
  title: text, publisher: text, url: web.refine(isLinkable, 'must not be linked').nullable(), urlIsCopy: z.boolean(), linkNote: text.nullable(),
  publishedOn: day.nullable(), publishedPrecision: precision, accessedOn: day, archiveUrl: web.refine(isLinkable, 'must not be linked').nullable(),
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/, 'is not a language tag'), licence: text,
})
  .refine((row) => row.url !== null || row.linkNote !== null, { error: 'says why there is no link', path: ['linkNote'] })
  .refine((row) => (row.publishedOn === null) === (row.publishedPrecision === 'unknown'), { error: 'does not fit the day', path: ['publishedPrecision'] })
  .refine((row) => row.publishedOn === null || firstOfPrecision(row.publishedOn, row.publishedPrecision), { error: 'is not the first day of its month or year', path: ['publishedOn'] });

const indicator = z.strictObject({ name: text, unit: text, definition: text, includes: z.array(code).min(1), isSummable: z.boolean() });

const series = z.strictObject({
  indicatorId: id, organisationId: id, geography: code, geographyName: text, breakdownDimension: code, breakdown: code, breakdownName: text,
  methodNote: text.nullable(), isRedistributable: z.boolean(),
});

const reading = z.strictObject({
  seriesId: id, period, value: z.number().nullable(), empty: z.enum(['not-yet-reported', 'not-collected', 'withheld', 'unknown']).nullable(), qualifier,
  reportedOn: day.nullable(), reportedPrecision: precision, knownFrom: day, kind: z.enum(['reported', 'derived']), formula: text.nullable(), confidence,
  isUnconfirmed: z.boolean(), note: text.nullable(),
})
  .refine((row) => (row.value === null) === (row.empty !== null), { error: 'a reading has a value or says why not', path: ['value'] })
  .refine((row) => (row.formula === null) === (row.kind === 'reported'), { error: 'a derived value has a formula, a reported one has none', path: ['formula'] })
  .refine((row) => (row.reportedOn === null) === (row.reportedPrecision === 'unknown'), { error: 'does not fit the day', path: ['reportedPrecision'] })
  .refine((row) => row.reportedOn === null || row.knownFrom >= row.reportedOn, { error: 'is before the day it was reported', path: ['knownFrom'] })
  .refine((row) => row.reportedOn === null || firstOfPrecision(row.reportedOn, row.reportedPrecision), { error: 'is not the first day of its month or year', path: ['reportedOn'] });

const crossing = z.strictObject({
  name: text, afghanSide: text.nullable(), district: text, provincePakistan: text, provinceAfghanistan: text, latitude, longitude, coordinateNote: text, usedFor: text,
}).refine((row) => (row.latitude === null) === (row.longitude === null), 'has half a position');

const edge = z.enum(['day', 'month']);
const inOrder = (...days: (string | null)[]) => days.filter((one) => one !== null).every((one, at, all) => at === 0 || (all[at - 1] ?? one) <= one);

const closure = z.strictObject({
  crossingId: id, lane: z.enum(['trade', 'pedestrian', 'returnees', 'all']), start: day, startPrecision: edge, startLow: day, startHigh: day,
  end: day.nullable(), endState: z.enum(['reopened', 'ongoing', 'unknown']), endPrecision: edge.nullable(), endLow: day.nullable(), endHigh: day.nullable(),
  knownOn: day, closedBy: text, reason: text, partialNote: text.nullable(),
  rivals: z.array(z.strictObject({ edge: z.enum(['start', 'end']), day, sourceId: id })), confidence, note: text.nullable(),
})
  .refine((row) => inOrder(row.startLow, row.start, row.startHigh), { error: 'lies outside its bounds', path: ['start'] })
  .refine((row) => inOrder(row.start, row.endLow, row.end, row.endHigh), { error: 'lies outside its bounds', path: ['end'] })
  .refine((row) => row.knownOn >= row.start, { error: 'is before the start', path: ['knownOn'] })
  .refine((row) => row.endState === 'reopened' || (row.end === null && row.endLow === null && row.endHigh === null), { error: 'has an end though none is known', path: ['end'] })
  .refine((row) => row.endState !== 'reopened' || row.endHigh !== null, { error: 'has no latest end', path: ['endHigh'] })
  .refine((row) => (row.end === null) === (row.endPrecision === null), { error: 'does not fit the end', path: ['endPrecision'] });

const place = z.strictObject({ name: text, province: text, country: text, latitude, longitude, coordinateNote: text })
  .refine((row) => (row.latitude === null) === (row.longitude === null), 'has half a position');

const incident = z.strictObject({ title: text, start: day, end: day, placeIds: z.array(id).min(1), trigger: text, summary: text, isAggregate: z.boolean() })
  .refine((row) => row.start <= row.end, { error: 'is before the start', path: ['end'] });

const claim = z.strictObject({
  incidentId: id, claimantId: id, claimantAs: text, lens, lossesOf: id, lossesOfName: text, measure: z.enum(['killed', 'wounded', 'captured', 'posts-seized', 'other']),
  measureNote: text.nullable(), low: z.int().min(0).nullable(), high: z.int().min(0).nullable(), qualifier, stance: z.enum(['claims', 'admits', 'denies']),
  isCumulative: z.boolean(), saidOn: day.nullable(), note: text.nullable(),
})
  .refine((row) => row.low === null || row.high === null || row.low <= row.high, { error: 'is below the low', path: ['high'] })
  .refine((row) => row.low !== 0 || row.stance === 'denies', { error: 'a zero is a denial, not a count', path: ['stance'] })
  .refine((row) => row.measure !== 'other' || row.measureNote !== null, { error: 'says what is measured', path: ['measureNote'] })
  .refine((row) => row.low === null || row.high !== null || row.qualifier === 'at-least' || row.qualifier === 'more-than', { error: 'an open figure is at least or more than', path: ['qualifier'] });

const annotation = z.strictObject({ day, label: text.max(48), description: text });

const name = z.string().regex(/^[a-z][a-zA-Z]*$/, 'is not a name');
const binding = z.discriminatedUnion('kind', [
  z.strictObject({ name, kind: z.literal('cell'), seriesId: id, period: z.string().refine((value) => parsePeriod(value).ok, 'is not a period') }),
  z.strictObject({ name, kind: z.literal('change-percent'), from: name, to: name }),
  z.strictObject({ name, kind: z.literal('sum'), of: z.array(name).min(1) }),
  z.strictObject({ name, kind: z.literal('ratio'), of: name, to: name }),
  z.strictObject({ name, kind: z.literal('claim'), claimId: id }),
  z.strictObject({ name, kind: z.literal('closure-days'), crossingId: id, lane: z.enum(['trade', 'pedestrian', 'returnees', 'all']), closureId: id }),
]);
const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('present'), binding: name }),
  z.strictObject({ kind: z.literal('compare'), left: name, operator: z.enum(['<', '<=', '=', '>=', '>']), right: z.union([name, z.number()]) }),
]);
const sentence = z.strictObject({ text, bindings: z.array(binding), conditions: z.array(condition), placement: id, position: z.int().min(1) })
  .refine((row) => [...row.text.matchAll(/\{(\w+)\}/g)].every(([, slot]) => row.bindings.some((one) => one.name === slot)), { error: 'has a slot that nothing fills', path: ['text'] });

/** A kind's own fields, strict: a field that is not the kind's refuses the row. Texts carry no blanks at their ends. */
export const ROW_CONTENT: { readonly [K in RowKind]: z.ZodType<RowContents[K]> } = {
  organisation, source, indicator, series, reading, crossing, closure, incident, claim, place, annotation, chart: chartContent, sentence,
};

export const citationDraft = z.strictObject({
  sourceId: id, locator: text.nullable(), quote: text.refine((value) => countWords(value) <= 25, 'has more than 25 words').nullable(), paraphrase: text.nullable(), role: z.enum(['main', 'rival']),
}).refine((row) => row.locator !== null || row.quote !== null || row.paraphrase !== null, 'says neither where nor what');

/** What every row carries beside its content, in a file and in a save. */
export const rowFields = { id, change: z.enum(['add', 'update', 'correct', 'withdraw']), changeNote: text.nullable(), citations: z.array(citationDraft) };
export const filledText = text;
export const rowId = id;

const rowOfKind = <K extends RowKind>(kind: K) =>
  z.strictObject({ ...rowFields, kind: z.literal(kind), content: ROW_CONTENT[kind], expectedRevision: z.int().min(1).nullish() });

/** One row of a save of the desk. */
export const draftRow = z.discriminatedUnion('kind', ROW_KINDS.map(rowOfKind) as unknown as [ReturnType<typeof rowOfKind>, ...ReturnType<typeof rowOfKind>[]]) as unknown as z.ZodType<DraftRow>;
