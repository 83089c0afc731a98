// A series is indicator x organisation x geography x breakdown; two series that count different things are never summed.

import type { Recorded } from './citation';
import { accept, refuse } from './outcome';
import type { Outcome, Refusal } from './outcome';

export interface Organisation extends Recorded {
  readonly name: string;
  readonly shortName: string;
  readonly kind: 'research' | 'state' | 'armed-group' | 'un' | 'press' | 'ngo' | 'other';
  /**
   * Whose account it gives: the lens of its claims. `other`: neither side of today's dispute
   * (e.g. the Afghan republic before August 2021, TTP).
   */
  readonly lens: 'pakistan' | 'taliban' | 'independent' | 'other';
  readonly method: string | null;
  readonly url: string | null;
}

export interface Indicator extends Recorded {
  readonly name: string;
  /** Singular/plural of the unit, e.g. `deaths`, `attacks`, `percent`. */
  readonly unit: string;
  readonly definition: string;
  /**
   * What is counted: `civilians`, `security-personnel`, `militants`, `attacks`, `operations`, ...
   * Two series with different sets are never stacked or summed.
   */
  readonly includes: readonly string[];
  readonly isSummable: boolean;
}

export interface Series extends Recorded {
  readonly indicatorId: string;
  readonly organisationId: string;
  readonly geography: string;
  readonly geographyName: string;
  readonly breakdownDimension: string;
  readonly breakdown: string;
  readonly breakdownName: string;
  readonly methodNote: string | null;
  readonly isRedistributable: boolean;
}

/** A row by its id and its own fields, published or drafted. */
export type Known<T extends Recorded> = Omit<T, Exclude<keyof Recorded, 'id'>>;

/** The series that a sum speaks of, with their indicators: what is needed to see whether they may be added. */
export interface SeriesFamily {
  readonly series: readonly Known<Series>[];
  readonly indicators: readonly Known<Indicator>[];
}

/**
 * Parts of one breakdown that are known to share nobody, by dimension. Whatever is not named together here may overlap
 * (KP holds the tribal districts, security forces the military, `civilians-and-security` the civilians) and is never added.
 */
const DISJOINT: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'victim-type': [
    ['civilians', 'security-personnel', 'outlaws'],
    ['civilians', 'security-personnel', 'militants'],
    ['civilians', 'security-forces', 'militants'],
    ['civilians-and-security', 'outlaws'],
  ],
  province: [
    ['kp', 'bal', 'pjb', 'snd', 'gb', 'ict', 'ajk', 'noloc'],
    ['kpm', 'fata', 'bal', 'pjb', 'snd', 'gb', 'ict', 'ajk', 'noloc'],
    ['kp', 'bal', 'pjb', 'snd', 'gb', 'ict+ajk', 'noloc'],
  ],
  cause: [['terror-attacks', 'security-operations']],
};

/** The sets of parts of a dimension that share nobody; empty where none is known. Codes in lower case with hyphens, as `partCode` gives them. */
export function disjointParts(dimension: string): readonly (readonly string[])[] {
  return DISJOINT[partCode(dimension)] ?? [];
}

/** Whether values of these series may be added: one series, or disjoint parts of one count by one organisation. Percentages never. */
export function canSumSeries(ids: readonly string[], family: SeriesFamily | undefined): Outcome<true> {
  if (!family) return ids.length > 1 ? mixed('Nothing shows that their series count the same thing.') : accept(true);
  const known: Known<Series>[] = [];
  for (const id of ids) {
    const one = family.series.find((series) => series.id === id);
    if (!one) return mixed(`The series ${id} is not known.`);
    known.push(one);
  }
  const [first, ...others] = known;
  if (!first) return accept(true);
  const indicator = family.indicators.find((one) => one.id === first.indicatorId);
  if (!indicator?.isSummable) {
    const message = `${indicator?.name ?? first.indicatorId} is not a plain count, so its values are not added up.`;
    return refuse({ code: 'not-summable', message });
  }
  if (others.some((one) => one.indicatorId !== first.indicatorId)) return mixed('They count different things.');
  if (others.some((one) => one.organisationId !== first.organisationId)) return mixed('They are counted by different organisations.');
  return others.length === 0 || areDisjoint(known) ? accept(true) : mixed('They may count the same people twice.');
}

function areDisjoint(series: readonly Known<Series>[]): boolean {
  const dimension = partCode(series[0]?.breakdownDimension ?? '');
  if (series.some((one) => partCode(one.breakdownDimension) !== dimension)) return false;
  // Provinces are places, so their geographies differ; other parts must be of one place.
  if (dimension !== 'province' && new Set(series.map((one) => one.geography)).size > 1) return false;
  const parts = series.map((one) => partCode(one.breakdown));
  if (new Set(parts).size < parts.length) return false;
  return (DISJOINT[dimension] ?? []).some((set) => parts.every((part) => set.includes(part)));
}

/** Codes are compared without regard to case and to the hyphen or underscore of the file they came from. */
export function partCode(text: string): string {
  return text.toLowerCase().replaceAll('_', '-');
}

function mixed(reason: string): { readonly ok: false; readonly refusal: Refusal } {
  return refuse({ code: 'mixed-series', message: `These values are not added up. ${reason}` });
}
