import type { RowContents } from '@/domain/draft';
import { accept, refuse, type Outcome, type Refusal } from '@/domain/outcome';
import { parsePeriod } from '@/domain/period';
import { daysIn } from '@/domain/period-arithmetic';
import { chartContent } from './chart-content';

// A chart that is still being written, as its preview asks for it: words may be missing, what it shows may not.

export interface DefinitionRefusal extends Refusal {
  readonly code: 'definition-malformed' | 'definition-refused';
  /** The field of the definition that the sentence is about, such as `from` or `seriesIds`. */
  readonly field: string;
}

/** What stands in the preview where a word is still missing. */
const MISSING: Readonly<Record<string, string>> = {
  title: 'Title', subtitle: 'Subtitle', description: 'Description', countingRule: 'What is counted is still to be said.', altText: '-',
};

const LONGEST: Readonly<Record<string, number>> = { title: 80, subtitle: 160 };
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** A drawing with more bands than this is no drawing; reckoning it would keep everybody waiting. */
const MOST_BANDS = 12_000;
const DAYS_OF: Readonly<Record<string, number>> = { day: 1, month: 30, quarter: 91, half: 182, year: 365 };

/** The definition with its missing words filled in, or the first thing that keeps it from being drawn. The alt text is the editor's own, or empty. */
export function readPreviewDefinition(written: Readonly<Record<string, unknown>>): Outcome<RowContents['chart'], DefinitionRefusal> {
  const parsed = chartContent.safeParse(filled(written));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path ?? [];
    const field = path.filter((part): part is string => typeof part === 'string').at(-1) ?? 'kind';
    return malformed(field, sayIssue(issue?.code, issue?.message ?? '', valueAt(written, path)));
  }
  const definition = parsed.data;
  const crowd = crowdOf(definition);
  if (crowd !== null) return malformed('periodKind', crowd);
  return accept({ ...definition, altText: textOf(written.altText) });
}

function filled(written: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const words = Object.entries(MISSING).map(([field, word]) => [field, textOf(written[field]).slice(0, LONGEST[field]).trim() || word]);
  const slug = textOf(written.slug);
  const position = typeof written.position === 'number' && Number.isInteger(written.position) && written.position > 0 ? written.position : 1;
  return { ...written, ...Object.fromEntries(words), slug: SLUG.test(slug) ? slug : 'preview', position };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined), value);
}

function sayIssue(code: string | undefined, message: string, value: unknown): string {
  if (typeof value === 'string' && message === 'is not a period') {
    const parsed = parsePeriod(value);
    return parsed.ok ? 'This is not a period.' : parsed.refusal.message;
  }
  if (code === 'too_small' || value === undefined || value === '' || value === null) return 'Choose at least one to see the chart.';
  return /^(is|has|must|does) /.test(message) ? `This ${message}.` : 'This is not one of the choices.';
}

function crowdOf(definition: RowContents['chart']): string | null {
  if (definition.kind !== 'periods' && definition.kind !== 'closed-days') return null;
  const { from, to, periodKind } = definition.options;
  const [first, last] = [from, to].map((text) => (text === null ? null : parsePeriod(text)));
  if (!first?.ok || !last?.ok || last.value.end < first.value.start) return null;
  const bands = daysIn({ ...first.value, end: last.value.end }) / (DAYS_OF[periodKind] ?? 1);
  return bands <= MOST_BANDS ? null : `From ${from ?? ''} to ${to ?? ''} there are about ${Math.round(bands)} of these periods: too many to draw. Choose longer periods or a shorter range.`;
}

function malformed(field: string, message: string): Outcome<never, DefinitionRefusal> {
  return refuse({ code: 'definition-malformed', field, message });
}
