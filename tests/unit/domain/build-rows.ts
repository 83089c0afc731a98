// Rows for the tests of the domain: complete, plain, and different only in what a test says.

import type { Citation, Recorded, Source } from '@/domain/citation';
import type { Claim, Incident } from '@/domain/claim';
import type { Closure } from '@/domain/closure';
import { parsePeriod } from '@/domain/period';
import type { Period } from '@/domain/period';
import type { Reading } from '@/domain/reading';
import type { Sentence } from '@/domain/sentence';
import type { Indicator, Series } from '@/domain/series';

/** The period that a text writes; a test that misspells one fails at once. */
export function period(text: string): Period {
  const outcome = parsePeriod(text);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value;
}

function recorded(id: string): Recorded {
  return { id, revision: 1, publishedIn: 1, change: 'add', changeNote: null, status: 'current', citations: [citation(`source-of-${id}`)] };
}

export function source(id: string, change: Partial<Source> = {}): Source {
  return {
    id, title: `Title of ${id}`, publisher: 'PTI', url: `https://example.org/${id}`, urlIsCopy: false, linkNote: null,
    publishedOn: '2025-10-02', publishedPrecision: 'day', accessedOn: '2026-11-01', archiveUrl: null, language: 'en',
    licence: 'all rights reserved',
    ...change,
  };
}

export function citation(sourceId: string, change: Partial<Source> = {}): Citation {
  return {
    source: source(sourceId, change), locator: null, quote: null, paraphrase: 'as reported', role: 'main', recordedBy: 'editor',
    recordedAt: '2026-11-01T00:00:00Z',
  };
}

export function reading(id: string, change: Partial<Omit<Reading, 'period'>> & { period?: Period | string } = {}): Reading {
  const { period: written = '2025-Q2', ...rest } = change;
  return {
    ...recorded(id), seriesId: 'crss-fatalities', value: 1, empty: null, qualifier: 'exact', reportedOn: null, reportedPrecision: 'unknown',
    knownFrom: '2025-01-01', kind: 'reported', formula: null, confidence: 'high', isUnconfirmed: false, note: null,
    ...rest, period: typeof written === 'string' ? period(written) : written,
  };
}

export function closure(id: string, change: Partial<Closure> = {}): Closure {
  const start = change.start ?? '2025-10-12';
  const end = change.end ?? null;
  return {
    ...recorded(id), crossingId: 'torkham', lane: 'trade', start, startPrecision: 'day', startLow: start, startHigh: start, end,
    endState: end === null ? 'ongoing' : 'reopened', endPrecision: end === null ? null : 'day', endLow: end, endHigh: end,
    knownOn: end ?? start, closedBy: 'Pakistan', reason: 'clashes', partialNote: null,
    rivals: [], confidence: 'high', note: null, ...change,
  };
}

export function claim(id: string, change: Partial<Claim> = {}): Claim {
  return {
    ...recorded(id), incidentId: 'clash', claimantId: 'ispr', claimantAs: 'Pakistan (ISPR)', lens: 'pakistan', lossesOf: 'taliban-forces',
    lossesOfName: 'Taliban forces', measure: 'killed', measureNote: null, low: 200, high: 200, qualifier: 'exact', stance: 'claims',
    isCumulative: false, saidOn: '2025-10-12', note: null, ...change,
  };
}

export function incident(id: string, change: Partial<Incident> = {}): Incident {
  return {
    ...recorded(id), title: `Title of ${id}`, start: '2025-10-11', end: '2025-10-12', placeIds: [], trigger: 'a strike', summary: 'a clash',
    isAggregate: false, ...change,
  };
}

export function series(id: string, change: Partial<Series> = {}): Series {
  return {
    ...recorded(id), indicatorId: 'violence-fatalities', organisationId: 'crss', geography: 'pk', geographyName: 'Pakistan',
    breakdownDimension: 'total', breakdown: 'all', breakdownName: 'all', methodNote: null, isRedistributable: true, ...change,
  };
}

export function indicator(id: string, change: Partial<Indicator> = {}): Indicator {
  return {
    ...recorded(id), name: 'Fatalities', unit: 'deaths', definition: 'all dead', includes: ['civilians'], isSummable: true, ...change,
  };
}

export function sentence(id: string, change: Partial<Sentence> = {}): Sentence {
  return { ...recorded(id), text: '', bindings: [], conditions: [], placement: 'home', position: 1, ...change };
}
