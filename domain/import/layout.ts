// What a file is, is proposed from its header: our own files and the event files of others by their columns, anything else as figures to be mapped.

import { parsePeriod } from '../period';
import { findEventLayout } from './event-layouts';
import { columnOf, foldName } from './header';
import { NO_COLUMNS } from './mapping';
import type { ImportKind, ImportMapping, ReadingColumns, ReadingsMapping } from './mapping';
import { readPeriodText } from './period-text';

/** Columns by which our own files are known. */
const OWN: readonly (readonly [kind: Exclude<ImportKind, 'events' | 'readings'>, columns: readonly string[]])[] = [
  ['closures', ['closure', 'crossing', 'lane', 'start', 'end', 'end_state', 'known_on']],
  ['claims', ['claim', 'incident', 'losses_of', 'measure', 'stance', 'value_low', 'value_high']],
  ['incidents', ['id', 'title', 'start', 'end', 'trigger', 'summary']],
  ['sources', ['title', 'publisher', 'url', 'licence']],
];

/** Names under which files of others carry what we ask for, best first. */
const NAMES: Readonly<Record<keyof ReadingColumns, readonly string[]>> = {
  series: ['series', 'series id', 'indicator', 'category', 'province', 'organisation'],
  period: ['period', 'quarter', 'month', 'year', 'date', 'time'],
  periodStart: ['period_start', 'from', 'start'],
  periodEnd: ['period_end', 'to', 'end'],
  value: ['value', 'figure', 'number', 'count', 'total', 'fatalities', 'deaths', 'killed'],
  qualifier: ['qualifier'],
  empty: ['empty'],
  kind: ['kind'],
  status: ['status'],
  reportedOn: ['reported_on', 'reported', 'date reported'],
  note: ['note', 'notes', 'comment', 'remarks'],
  citationTitle: ['citation_title', 'source title'],
  citationUrl: ['citation_url', 'source url', 'url', 'link'],
};

const SAME_AS_PUBLISHED = { change: 'correct', reason: null, sourceId: null, locator: null } as const;

/** The mapping to begin with. `seriesNames`: folded names of the series there are, to see a table whose columns are series. */
export function proposeMapping(names: readonly string[], seriesNames: ReadonlySet<string>): ImportMapping {
  const events = findEventLayout(names);
  if (events !== null) {
    return { kind: 'events', layout: events.id, every: 'quarter', crossing: 'apart', split: 'none', from: null, to: null, reportedOn: null, ...SAME_AS_PUBLISHED };
  }
  // A chart of figures over closures has both in one file; its figures are proposed.
  const isFigures = ['series', 'period', 'value'].every((column) => columnOf(names, column) >= 0);
  const own = isFigures ? undefined : OWN.find(([, columns]) => columns.every((column) => columnOf(names, column) >= 0));
  if (own !== undefined) return { kind: own[0], ...SAME_AS_PUBLISHED };
  return proposeReadings(names, seriesNames);
}

/** Figures: long, unless several columns are periods or several are series. */
export function proposeReadings(names: readonly string[], seriesNames: ReadonlySet<string>): ReadingsMapping {
  const columns = Object.fromEntries(Object.entries(NAMES).map(([field, known]) => {
    const found = known.map((name) => columnOf(names, name)).find((at) => at >= 0);
    return [field, found === undefined ? null : (names[found] ?? null)];
  })) as unknown as ReadingColumns;
  const rest = { seriesId: null, seriesNames: {}, dateMeans: 'day', reportedOn: null, ...SAME_AS_PUBLISHED } as const;
  const isPeriod = (name: string) => readPeriodText(name, 'day').ok;
  const isLong = columns.value !== null && (columns.period !== null || columns.periodStart !== null);
  const first = names.find((name) => name !== '') ?? null;
  if (!isLong && names.filter((name) => name !== '' && isPeriod(name)).length >= 2) {
    const key = names.find((name) => name !== '' && !isPeriod(name)) ?? null;
    return { kind: 'readings', shape: 'periods', columns: { ...NO_COLUMNS, series: columns.series ?? key }, ...rest };
  }
  if (!isLong && names.filter((name) => seriesNames.has(foldName(name))).length >= 1) {
    return { kind: 'readings', shape: 'series', columns: { ...NO_COLUMNS, period: columns.period ?? first }, ...rest };
  }
  return { kind: 'readings', shape: 'long', columns, ...rest };
}

/** Whether a column of a wide table is one of figures, by the name it has. */
export function isPeriodName(name: string): boolean {
  return parsePeriod(name.trim()).ok || readPeriodText(name, 'day').ok;
}
