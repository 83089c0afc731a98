// Rows for chart tests: the printed figures of CRSS 2023-2025, the October 2025 closures and claims, made by small factories.

import type { Citation, Recorded, Source } from '@/domain/citation';
import type { Annotation, Claim, Incident, Place } from '@/domain/claim';
import type { Closure, Crossing } from '@/domain/closure';
import type { ChartDefinition } from '@/domain/chart/definition';
import type { ChartRows } from '@/domain/chart/rows';
import { addDays, parsePeriod, type Day, type Period } from '@/domain/period';
import type { Reading } from '@/domain/reading';
import type { Indicator, Organisation, Series } from '@/domain/series';

export function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.value;
}

export function source(id: string, publisher: string, publishedOn: Day | null): Source {
  return {
    id, publisher, publishedOn, title: `Report ${id}`, url: `https://example.org/${id}`, urlIsCopy: false, linkNote: null,
    publishedPrecision: publishedOn === null ? 'unknown' : 'day', accessedOn: '2026-11-01', archiveUrl: null, language: 'en', licence: 'all rights reserved',
  };
}

export function citation(id: string, publisher = 'Dawn', publishedOn: Day | null = '2025-10-12', role: Citation['role'] = 'main'): Citation {
  return {
    source: source(id, publisher, publishedOn), locator: null, quote: null, paraphrase: null, role, recordedBy: 'an editor', recordedAt: '2026-11-02T00:00:00Z',
  };
}

export function recorded(id: string, citations: readonly Citation[] = [citation(`source-of-${id}`)]): Recorded {
  return { id, revision: 1, publishedIn: 2, change: 'add', changeNote: null, status: 'current', citations };
}

export const CRSS: Organisation = {
  ...recorded('crss', []), name: 'Center for Research and Security Studies', shortName: 'CRSS', kind: 'research', lens: 'independent', method: null, url: null,
};
export const PICSS: Organisation = { ...CRSS, id: 'picss', name: 'Pakistan Institute for Conflict and Security Studies', shortName: 'PICSS' };

export const FATALITIES: Indicator = {
  ...recorded('violence-fatalities', []), name: 'Violence-linked fatalities', unit: 'deaths',
  definition: 'Civilians, security personnel and outlaws killed in attacks and operations', includes: ['civilians', 'security-personnel', 'militants'], isSummable: true,
};
export const ATTACKS: Indicator = {
  ...recorded('militant-attacks', []), name: 'Militant attacks', unit: 'attacks', definition: 'Militant attacks that PICSS could verify', includes: ['attacks'], isSummable: true,
};

export function series(id: string, changes: Partial<Series> = {}): Series {
  return {
    ...recorded(id, []), indicatorId: FATALITIES.id, organisationId: CRSS.id, geography: 'PK', geographyName: 'Pakistan', breakdownDimension: 'total',
    breakdown: 'all', breakdownName: 'All', methodNote: null, isRedistributable: true, ...changes,
  };
}

export const CRSS_ALL = series('crss-fatalities');
export const CRSS_CIVILIANS = series('crss-civilians', { breakdownDimension: 'victim-type', breakdown: 'civilians-and-security', breakdownName: 'Civilians and security' });
export const CRSS_OUTLAWS = series('crss-outlaws', { breakdownDimension: 'victim-type', breakdown: 'outlaws', breakdownName: 'Outlaws' });
export const PICSS_ATTACKS = series('picss-attacks', { indicatorId: ATTACKS.id, organisationId: PICSS.id });

export function reading(seriesId: string, periodText: string, value: number | null, reportedOn: Day, changes: Partial<Reading> = {}): Reading {
  const id = changes.id ?? `${seriesId}-${periodText}-${value ?? 'empty'}-${reportedOn}`;
  return {
    ...recorded(id, [citation(`${reportedOn}-${seriesId}`, 'Dawn', reportedOn)]), seriesId, period: period(periodText), value, empty: value === null ? 'unknown' : null,
    qualifier: 'exact', reportedOn, reportedPrecision: 'day', knownFrom: reportedOn, kind: 'reported', formula: null, confidence: 'high', isUnconfirmed: false, note: null, ...changes,
  };
}

const crss = (periodText: string, value: number, reportedOn: Day, changes: Partial<Reading> = {}): Reading => reading(CRSS_ALL.id, periodText, value, reportedOn, changes);
const inMonth = (day: Day): Partial<Reading> => ({ reportedPrecision: 'month', knownFrom: addDays(day, 30) });

/** As printed: quarters, nine months and years with their vintages. */
export const CRSS_READINGS: readonly Reading[] = [
  crss('2023-Q1', 358, '2023-04-17'),
  crss('2023-Q2', 284, '2023-07-01', inMonth('2023-07-01')),
  crss('2023-Q3', 445, '2023-09-30'),
  crss('2023-Q1..Q3', 1087, '2023-09-30'),
  crss('2023-Q4', 437, '2024-01-01', { kind: 'derived', formula: '1524 (year as first published) - 1087 (Q1-Q3)', confidence: 'medium' }),
  crss('2023', 1524, '2024-01-01', { qualifier: 'at-least' }),
  crss('2023', 1523, '2024-10-01'),
  crss('2023', 1533, '2025-01-01'),
  crss('2024-Q1', 432, '2024-04-01', inMonth('2024-04-01')),
  crss('2024-Q2', 380, '2024-07-01', inMonth('2024-07-01')),
  crss('2024-Q3', 722, '2024-10-01'),
  crss('2024-Q1..Q3', 1534, '2024-10-01', { qualifier: 'at-least' }),
  crss('2024-Q4', 1012, '2024-12-30', { kind: 'derived', formula: '2546 (year as first published) - 1534 (Q1-Q3 as published)', confidence: 'low' }),
  crss('2024', 2546, '2024-12-30'),
  crss('2024-Q4', 1028, '2025-03-01', inMonth('2025-03-01')),
  crss('2025-Q1', 897, '2025-03-01', inMonth('2025-03-01')),
  crss('2025-Q2', 615, '2025-06-30', { qualifier: 'at-least' }),
  crss('2025-Q1', 900, '2025-07-01'),
  crss('2025-Q2', 616, '2025-09-30'),
  crss('2025-Q3', 901, '2025-10-02', { qualifier: 'at-least' }),
  crss('2025-Q1..Q3', 2414, '2025-10-02'),
  crss('2024-Q1..Q3', 1527, '2025-10-08'),
  crss('2024', 2555, '2026-01-01'),
  crss('2025', 3417, '2026-01-01'),
  crss('2025-Q4', 1003, '2026-01-01', { kind: 'derived', formula: '3417 (year) - 2414 (Q1-Q3 as published)', confidence: 'medium' }),
];

export function crossing(id: string, name: string, changes: Partial<Crossing> = {}): Crossing {
  return {
    ...recorded(id), name, afghanSide: null, district: 'Khyber', provincePakistan: 'Khyber Pakhtunkhwa', provinceAfghanistan: 'Nangarhar',
    latitude: 34.12, longitude: 71.1, coordinateNote: 'gazetteer', usedFor: 'trade', ...changes,
  };
}

export const TORKHAM = crossing('torkham', 'Torkham');
export const CHAMAN = crossing('chaman', 'Chaman / Spin Boldak', { latitude: 30.92, longitude: 66.45, district: 'Chaman', provincePakistan: 'Balochistan', provinceAfghanistan: 'Kandahar' });
export const KHARLACHI = crossing('kharlachi', 'Kharlachi / Dand-e-Patan', { latitude: 33.82, longitude: 69.97 });
export const BADINI = crossing('badini', 'Badini', { latitude: null, longitude: null });

export function closure(id: string, crossingId: string, lane: Closure['lane'], start: Day, end: Day | null, changes: Partial<Closure> = {}): Closure {
  return {
    ...recorded(id), crossingId, lane, start, startPrecision: 'day', startLow: start, startHigh: start, end, endState: end === null ? 'unknown' : 'reopened',
    endPrecision: end === null ? null : 'day', endLow: end, endHigh: end, knownOn: end ?? start, closedBy: 'Pakistan', reason: 'Border clashes', partialNote: null,
    rivals: [], confidence: 'high', note: null, ...changes,
  };
}

const rivalStart = citation('tribune-start', 'Express Tribune', '2025-10-12', 'rival');

export const CLOSURES: readonly Closure[] = [
  closure('torkham-2025-02-cargo', 'torkham', 'trade', '2025-02-21', '2025-03-19'),
  closure('torkham-2025-10-returnees', 'torkham', 'returnees', '2025-10-12', '2025-11-01'),
  closure('torkham-2025-10-trade', 'torkham', 'trade', '2025-10-12', null, {
    endState: 'ongoing', knownOn: '2026-03-11', startLow: '2025-10-11', rivals: [{ edge: 'start', day: '2025-10-11', sourceId: 'tribune-start' }],
    citations: [citation('jago', 'Jago News'), rivalStart],
  }),
  closure('torkham-2025-10-pedestrian', 'torkham', 'pedestrian', '2025-10-11', null, { endState: 'ongoing', knownOn: '2026-02-25' }),
  closure('torkham-2026-02-all', 'torkham', 'all', '2026-02-26', null, { endState: 'ongoing', knownOn: '2026-03-11', confidence: 'low' }),
  closure('chaman-2025-10-returnees', 'chaman', 'returnees', '2025-10-11', '2025-10-13'),
  closure('chaman-2025-10-trade', 'chaman', 'trade', '2025-10-12', null, { endState: 'ongoing', knownOn: '2026-02-25' }),
  closure('kharlachi-2024-01', 'kharlachi', 'trade', '2024-01-12', null, { knownOn: '2024-01-23' }),
  closure('kharlachi-2024-09-clash', 'kharlachi', 'trade', '2024-09-07', null, { knownOn: '2024-09-09', confidence: 'low' }),
  closure('kharlachi-2024-09', 'kharlachi', 'all', '2024-09-21', '2024-10-01', { knownOn: '2024-09-30' }),
  closure('kharlachi-2024-11', 'kharlachi', 'trade', '2024-11-01', '2025-05-09', { startPrecision: 'month', startHigh: '2024-11-30' }),
  closure('kharlachi-2025-10', 'kharlachi', 'all', '2025-10-12', null, { endState: 'ongoing', knownOn: '2026-02-25' }),
];

export function place(id: string, name: string, latitude: number | null, longitude: number | null): Place {
  return { ...recorded(id, []), name, province: 'Khyber Pakhtunkhwa', country: 'Pakistan', latitude, longitude, coordinateNote: 'gazetteer' };
}

export const BORDER_CLASHES: Incident = {
  ...recorded('i-2025-10-11-border'), title: 'Border clashes of 11-12 October 2025', start: '2025-10-11', end: '2025-10-12', placeIds: ['kurram', 'barmal'],
  trigger: 'Afghan retaliation for the 9 October strikes', summary: 'Both sides claimed posts', isAggregate: false,
};

export function claim(id: string, lens: Claim['lens'], lossesOf: string, measure: Claim['measure'], low: number | null, high: number | null, changes: Partial<Claim> = {}): Claim {
  const claimant = { pakistan: ['ispr', 'Pakistan ISPR'], taliban: ['taliban', 'Taliban (Mujahid)'], independent: ['unama', 'UNAMA'], other: ['ttp', 'TTP'] }[lens];
  return {
    ...recorded(id), incidentId: BORDER_CLASHES.id, claimantId: claimant[0] ?? '', claimantAs: claimant[1] ?? '', lens, lossesOf,
    lossesOfName: { 'pakistani-forces': 'Pakistani forces', 'taliban-forces': 'Taliban forces' }[lossesOf] ?? 'Afghan civilians',
    measure, measureNote: null, low, high, qualifier: 'exact', stance: 'claims', isCumulative: false, saidOn: '2025-10-12', note: null, ...changes,
  };
}

export const CLAIMS: readonly Claim[] = [
  claim('taliban-pk-killed', 'taliban', 'pakistani-forces', 'killed', 58, 58),
  claim('taliban-pk-wounded', 'taliban', 'pakistani-forces', 'wounded', 30, 30, { qualifier: 'about' }),
  claim('taliban-pk-posts', 'taliban', 'pakistani-forces', 'posts-seized', 25, 25),
  claim('taliban-pk-destroyed', 'taliban', 'pakistani-forces', 'other', 20, 20, { measureNote: 'posts destroyed' }),
  claim('taliban-own-killed', 'taliban', 'taliban-forces', 'killed', 9, 9, { stance: 'admits' }),
  claim('newsx-own-killed', 'taliban', 'taliban-forces', 'killed', 20, null, { claimantAs: 'Taliban (Mujahid) as reported by NewsX', qualifier: 'at-least', stance: 'admits' }),
  claim('ispr-own-killed', 'pakistan', 'pakistani-forces', 'killed', 23, 23, { stance: 'admits' }),
  claim('ispr-own-wounded', 'pakistan', 'pakistani-forces', 'wounded', 29, 29, { stance: 'admits' }),
  claim('ispr-taliban-killed', 'pakistan', 'taliban-forces', 'killed', 200, null, { qualifier: 'more-than' }),
  claim('ispr-civilians-denied', 'pakistan', 'afghan-civilians', 'killed', 0, 0, { stance: 'denies' }),
  claim('unama-civilians', 'independent', 'afghan-civilians', 'killed', 1, 1, { saidOn: '2025-10-16' }),
  claim('ministry-civilians', 'taliban', 'afghan-civilians', 'killed', null, null, { note: 'dozens, no figure' }),
];

export const ANNOTATIONS: readonly Annotation[] = [
  { ...recorded('takeover'), day: '2021-08-15', label: 'Taliban takeover', description: 'Kabul falls' },
  { ...recorded('clashes'), day: '2025-10-11', label: 'Border clashes', description: 'Night of 11-12 October' },
];

export function chartRows(changes: Partial<ChartRows> = {}): ChartRows {
  return {
    release: 2, asOf: null, indicators: [FATALITIES, ATTACKS], organisations: [CRSS, PICSS], series: [CRSS_ALL, CRSS_CIVILIANS, CRSS_OUTLAWS, PICSS_ATTACKS],
    readings: CRSS_READINGS, crossings: [TORKHAM, CHAMAN, KHARLACHI, BADINI], closures: CLOSURES, incidents: [BORDER_CLASHES], claims: CLAIMS,
    places: [place('kurram', 'Kurram', 33.87, 70.1), place('barmal', 'Barmal', null, null)], annotations: ANNOTATIONS, ...changes,
  };
}

type DefinitionOf<K extends ChartDefinition['kind']> = Extract<ChartDefinition, { kind: K }>;

const DEFAULT_OPTIONS: { readonly [K in ChartDefinition['kind']]: DefinitionOf<K>['options'] } = {
  periods: { seriesIds: [CRSS_ALL.id], periodKind: 'quarter', arrangement: 'single', from: '2023-Q1', to: '2025-Q4', showAnnotations: true },
  'year-to-date': { seriesId: CRSS_ALL.id, years: [2023, 2024, 2025] },
  closures: { crossingIds: ['torkham', 'chaman', 'kharlachi', 'badini'], from: '2024-01', to: '2026-03', showAnnotations: true },
  'closed-days': { crossingIds: ['torkham', 'chaman', 'kharlachi', 'badini'], lane: 'trade', periodKind: 'quarter', from: '2024-Q1', to: '2026-Q1' },
  claims: { incidentId: BORDER_CLASHES.id, measures: ['killed', 'wounded', 'captured', 'posts-seized', 'other'] },
  map: { crossingIds: ['torkham', 'chaman', 'kharlachi', 'badini'], incidentIds: [BORDER_CLASHES.id] },
};

/** A definition of any kind with sensible options, some of them replaced. */
export function definition<K extends ChartDefinition['kind']>(kind: K, options: Partial<DefinitionOf<K>['options']> = {}): DefinitionOf<K> {
  const base = {
    ...recorded(`chart-${kind}`, []), kind, slug: `a-${kind}-chart`, title: `A chart of ${kind}`, subtitle: 'Subtitle', description: 'Description',
    countingRule: 'Each counts in his own way.', altText: '', position: 1, options: { ...DEFAULT_OPTIONS[kind], ...options },
  };
  // One cast here keeps every test typed by its kind.
  return base as unknown as DefinitionOf<K>;
}

export const KINDS = ['periods', 'year-to-date', 'closures', 'closed-days', 'claims', 'map'] as const;
