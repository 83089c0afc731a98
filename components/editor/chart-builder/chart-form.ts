import type { ChartDefinition, ChartKind } from '@/domain/chart/definition';
import type { RowContents } from '@/domain/draft';
import { chartContent } from '@/lib/inputs/chart-content';

type Options<K extends ChartKind> = Extract<ChartDefinition, { kind: K }>['options'];

/** Everything that can be chosen of a chart, of whatever kind: choosing another kind loses nothing. */
export interface ChartForm {
  readonly kind: ChartKind;
  readonly slug: string;
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly countingRule: string;
  readonly altText: string;
  readonly position: number;
  readonly seriesIds: readonly string[];
  readonly periodKind: Options<'periods'>['periodKind'];
  readonly arrangement: Options<'periods'>['arrangement'];
  /** Written periods; empty for none. */
  readonly from: string;
  readonly to: string;
  readonly showAnnotations: boolean;
  readonly closureCrossingIds: readonly string[];
  readonly years: readonly number[];
  readonly crossingIds: readonly string[];
  readonly lane: Options<'closed-days'>['lane'];
  readonly closedBy: Options<'closed-days'>['periodKind'];
  readonly incidentId: string;
  readonly measures: Options<'claims'>['measures'];
  readonly incidentIds: readonly string[];
}

/** A chart that nobody has begun. */
export function newForm(position: number): ChartForm {
  return {
    kind: 'periods', slug: '', title: '', subtitle: '', description: '', countingRule: '', altText: '', position,
    seriesIds: [], periodKind: 'quarter', arrangement: 'single', from: '', to: '', showAnnotations: false, closureCrossingIds: [],
    years: [], crossingIds: [], lane: 'trade', closedBy: 'quarter', incidentId: '', measures: [], incidentIds: [],
  };
}

export function formOf(content: RowContents['chart']): ChartForm {
  const { kind, slug, title, subtitle, description, countingRule, altText, position } = content;
  const form: ChartForm = { ...newForm(position), kind, slug, title, subtitle, description, countingRule, altText };
  switch (content.kind) {
    case 'periods': {
      const { from, to, closureCrossingIds = [], seriesIds, periodKind, arrangement, showAnnotations } = content.options;
      return { ...form, seriesIds, periodKind, arrangement, showAnnotations, from: from ?? '', to: to ?? '', closureCrossingIds };
    }
    case 'year-to-date': return { ...form, seriesIds: [content.options.seriesId], years: content.options.years };
    case 'closures': return { ...form, ...content.options };
    case 'closed-days': {
      const { periodKind, ...options } = content.options;
      return { ...form, ...options, closedBy: periodKind };
    }
    case 'claims': return { ...form, ...content.options };
    case 'map': return { ...form, ...content.options };
  }
}

/** The definition that the form stands for; what is missing stands in it as an empty text or list. */
export function contentOf(form: ChartForm): RowContents['chart'] {
  const { slug, position, seriesIds, periodKind, arrangement, showAnnotations, closureCrossingIds, years, crossingIds, lane, closedBy, incidentId, measures, incidentIds } = form;
  const [title, subtitle, description] = [form.title.trim(), form.subtitle.trim(), form.description.trim()];
  const [from, to] = [form.from.trim(), form.to.trim()];
  const words = { slug: slug.trim(), title, subtitle, description, countingRule: form.countingRule.trim(), altText: form.altText.trim(), position };
  switch (form.kind) {
    case 'periods': {
      const closures = closureCrossingIds.length === 0 ? {} : { closureCrossingIds };
      return { ...words, kind: 'periods', options: { seriesIds, periodKind, arrangement, from: from === '' ? null : from, to: to === '' ? null : to, showAnnotations, ...closures } };
    }
    case 'year-to-date': return { ...words, kind: 'year-to-date', options: { seriesId: seriesIds[0] ?? '', years: years.toSorted() } };
    case 'closures': return { ...words, kind: 'closures', options: { crossingIds, from, to, showAnnotations } };
    case 'closed-days': return { ...words, kind: 'closed-days', options: { crossingIds, lane, periodKind: closedBy, from, to } };
    case 'claims': return { ...words, kind: 'claims', options: { incidentId, measures } };
    case 'map': return { ...words, kind: 'map', options: { crossingIds, incidentIds } };
  }
}

/** What keeps the form from being saved, a sentence a field. */
export type FormFaults = Readonly<Record<string, string>>;

const WORD_FAULTS: FormFaults = {
  title: 'Every chart has a title.', subtitle: 'Say in one line what, where and when.', description: 'Say what the chart shows and what it does not.',
  countingRule: 'Say what is counted, in one sentence: it stands on the chart itself.', altText: 'Say what somebody should know who cannot see the chart.',
};

const CHOICE_FAULTS: FormFaults = {
  seriesIds: 'Choose at least one series.', seriesId: 'Choose a series.', crossingIds: 'Choose at least one crossing.', incidentId: 'Choose an incident.',
  measures: 'Choose at least one thing that is claimed.', years: 'Choose at least one year.', from: 'Write a period, such as 2023 or 2023-Q1.', to: 'Write a period, such as 2025 or 2025-Q4.',
};

/** `taken`: slugs of the other charts. */
export function faultsOf(form: ChartForm, taken: readonly string[]): FormFaults {
  const content = contentOf(form);
  const found: Record<string, string> = {};
  if (taken.includes(content.slug)) found.slug = 'Another chart has this address. Choose another.';
  const parsed = chartContent.safeParse(content);
  for (const { path, message } of parsed.success ? [] : parsed.error.issues) {
    const field = path.filter((part) => typeof part === 'string').at(-1) ?? 'kind';
    if (found[field] !== undefined) continue;
    const isBlank = field in WORD_FAULTS && content[field as keyof typeof content] === '';
    if (isBlank) found[field] = WORD_FAULTS[field] ?? '';
    else if (field === 'slug') found.slug = content.slug === '' ? 'Give the chart its address.' : 'An address has lower-case letters, digits and single hyphens.';
    else if (field === 'title' || field === 'subtitle') found[field] = `This is longer than ${field === 'title' ? 80 : 160} letters.`;
    else found[field] = CHOICE_FAULTS[field] ?? `This ${message}.`;
  }
  return found;
}
