// Sums of events become series of their own, one an estimate, with the rule in their method note; the single events are not kept.

import type { CitationDraft, DraftRow, RowContents } from '../draft';
import { formatPeriod } from '../period';
import type { Day } from '../day';
import { ruleInWords } from './event-counts';
import type { CountingRule, PeriodCount, PlaceCounts } from './event-counts';
import type { Estimate, EventLayout } from './event-layouts';
import type { ProposedReading } from './reading-verdict';

/** What is counted: the events themselves, or the deaths by one estimate. */
type Measure = 'events' | Estimate;

export interface ProposedSeries {
  readonly id: string;
  readonly content: RowContents['series'];
  readonly readings: readonly ProposedReading[];
}

export interface EventSource {
  readonly sourceId: string | null;
  readonly locator: string | null;
  readonly reportedOn: Day | null;
}

const ESTIMATE_NAMES: Readonly<Record<Estimate, string>> = { low: 'low estimate', best: 'best estimate', high: 'high estimate' };

/** The organisation and the two indicators that the series of a layout need. */
export function eventParents(layout: EventLayout): readonly Pick<DraftRow, 'kind' | 'id' | 'content'>[] {
  return [
    { kind: 'organisation', id: layout.organisationId, content: layout.organisation },
    { kind: 'indicator', id: layout.deathsId, content: layout.deathsIndicator },
    { kind: 'indicator', id: layout.eventsId, content: layout.eventsIndicator },
  ];
}

/** Series with their readings, of every place and measure. */
export function eventSeries(layout: EventLayout, rule: CountingRule, counts: readonly PlaceCounts[], source: EventSource): ProposedSeries[] {
  const estimates = (['low', 'best', 'high'] as const).filter((estimate) => layout.deaths[estimate] !== undefined);
  const methodNote = `${ruleInWords(rule, layout)} The single events are not kept here.`;
  const measures: readonly Measure[] = ['events', ...estimates];
  const taken = new Set<string>();
  return counts.flatMap((place) => measures.map((measure): ProposedSeries => {
    const content = seriesOf(layout, rule, place, measure, methodNote);
    const id = unique(slug([layout.organisationId, content.indicatorId, content.geography, `per-${rule.every}`, content.breakdown].join('-')), taken);
    const readings = place.periods.map((count) => readingOf(id, layout, rule, count, measure, source));
    return { id, content, readings };
  }));
}

function seriesOf(layout: EventLayout, rule: CountingRule, { country, part }: PlaceCounts, measure: Measure, methodNote: string): RowContents['series'] {
  const isArea = rule.split === 'area' && part !== null;
  const area = part === '' ? 'area not named' : (part ?? '');
  const type = rule.split === 'type' ? (part === '' ? 'type not named' : (part ?? '')) : null;
  const estimate = measure === 'events' ? null : ESTIMATE_NAMES[measure];
  const name = [type, estimate].filter((word) => word !== null).join(', ');
  const dimension = [type === null ? null : 'violence-type', estimate === null ? null : 'estimate'].filter((word) => word !== null).join('-');
  return {
    indicatorId: measure === 'events' ? layout.eventsId : layout.deathsId,
    organisationId: layout.organisationId,
    geography: slug(isArea ? `${country}-${area}` : country),
    geographyName: isArea ? `${area}, ${country}` : country,
    breakdownDimension: dimension === '' ? 'total' : dimension,
    breakdown: slug([type, measure === 'events' ? null : measure].filter((word) => word !== null).join('-')) || 'all',
    breakdownName: name === '' ? 'All' : `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    methodNote,
    isRedistributable: layout.isRedistributable,
  };
}

function readingOf(seriesId: string, layout: EventLayout, rule: CountingRule, count: PeriodCount, measure: Measure, source: EventSource): ProposedReading {
  const key = formatPeriod(count.period);
  const events = `${count.events} ${count.events === 1 ? 'event' : 'events'}`;
  const value = measure === 'events' ? count.events : (count.deaths[measure] ?? 0);
  const isOpen = count.apart > 0 || (measure !== 'events' && count.unknownDeaths > 0);
  const notes = [
    count.apart === 0 ? null : `${count.apart === 1 ? 'One event reaches' : `${count.apart} events reach`} over the bounds of this ${rule.every} and ${count.apart === 1 ? 'is' : 'are'} not counted in it.`,
    measure === 'events' || count.unknownDeaths === 0 ? null : `Of ${events} the source does not know the deaths of ${count.unknownDeaths}.`,
  ].filter((note) => note !== null);
  const citations: CitationDraft[] = source.sourceId === null ? [] : [
    { sourceId: source.sourceId, locator: source.locator ?? `Events dated ${key}`, quote: null, paraphrase: null, role: 'main' },
  ];
  return {
    row: 0, column: null, subject: `${seriesId}, ${key}`, seriesId, period: count.period, value, qualifier: isOpen ? 'at-least' : 'exact', empty: null,
    reportedOn: source.reportedOn, reportedPrecision: source.reportedOn === null ? 'unknown' : 'day', kind: 'derived',
    formula: measure === 'events' ? `count of ${events} of ${layout.name}` : `sum of the column ${layout.deaths[measure]} over ${events} of ${layout.name}`,
    note: notes.length === 0 ? null : notes.join(' '), citations,
  };
}

/** Lower-case words joined by single hyphens, without the accents of Latin letters. */
export function slug(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/&/g, ' and ').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 120).replace(/-+$/, '');
}

/** Two places whose names differ in letters that an id cannot hold still get two ids. */
function unique(words: string, taken: Set<string>): string {
  const base = words === '' ? 'series' : words;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
