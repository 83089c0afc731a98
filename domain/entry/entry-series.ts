// A series in a grid goes by every name that a report may give it, and stands with its family: the total, then its parts.

import type { Indicator, Organisation, Series } from '../series';

/** A series with all that a grid shows and checks of it. */
export interface EntrySeries {
  readonly id: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly indicatorId: string;
  readonly indicator: string;
  readonly unit: string;
  readonly isSummable: boolean;
  readonly geography: string;
  readonly geographyName: string;
  readonly breakdownDimension: string;
  readonly breakdown: string;
  readonly breakdownName: string;
  /** `CRSS, Violence fatalities, Civilians`. */
  readonly label: string;
  /** What the row is called beside others of its family: `All` or the part. */
  readonly part: string;
  /** Headings of a pasted block that mean it. */
  readonly names: readonly string[];
}

/** A total with the parts of one dimension, or all series of one indicator and organisation. */
export interface Family {
  readonly name: string;
  readonly seriesIds: readonly string[];
}

export interface FamilyGroup {
  readonly organisation: string;
  readonly indicator: string;
  /** The whole families first, then everything together where that is more. */
  readonly families: readonly Family[];
  readonly series: readonly EntrySeries[];
}

type Fields<T extends { readonly id: string }> = Omit<T, 'revision' | 'publishedIn' | 'change' | 'changeNote' | 'status' | 'citations'>;

/** Joins a series with its organisation and indicator. */
export function toEntrySeries(series: Fields<Series>, organisation: Pick<Organisation, 'shortName'> | null, indicator: Pick<Indicator, 'name' | 'unit' | 'isSummable'> | null): EntrySeries {
  const { id, organisationId, indicatorId, geography, geographyName, breakdownDimension, breakdown, breakdownName } = series;
  const isTotal = breakdown === 'all';
  const indicatorName = indicator?.name ?? indicatorId;
  const of = organisation?.shortName ?? organisationId;
  const isElsewhere = geography !== 'pakistan' && !breakdownDimension.startsWith('province');
  const part = isTotal ? (isElsewhere ? geographyName : 'All') : isElsewhere ? `${breakdownName}, ${geographyName}` : breakdownName;
  const label = isTotal ? `${of}, ${indicatorName}${isElsewhere ? `, ${geographyName}` : ''}` : `${of}, ${indicatorName}, ${part}`;
  const names = isTotal ? [id, label, indicatorName, `${of} ${indicatorName}`, 'total', 'all'] : [id, label, part, breakdownName, breakdown, `${indicatorName}, ${part}`, `${indicatorName} ${part}`];
  return {
    id, organisationId, organisation: of, indicatorId, indicator: indicatorName, unit: indicator?.unit ?? '', isSummable: indicator?.isSummable ?? false,
    geography, geographyName, breakdownDimension, breakdown, breakdownName, label, part, names,
  };
}

/** All series by organisation and indicator, with the families that can be chosen at one click. */
export function familyGroups(series: readonly EntrySeries[]): FamilyGroup[] {
  const groups = new Map<string, EntrySeries[]>();
  for (const one of series) {
    const key = `${one.organisationId}|${one.indicatorId}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((members) => {
    const sorted = members.toSorted((a, b) => Number(b.breakdown === 'all') - Number(a.breakdown === 'all') || compareText(a.breakdownDimension, b.breakdownDimension) || compareText(a.id, b.id));
    return { organisation: sorted[0]?.organisation ?? '', indicator: sorted[0]?.indicator ?? '', families: familiesOf(sorted), series: sorted };
  }).toSorted((a, b) => compareText(a.organisation, b.organisation) || b.series.length - a.series.length || compareText(a.indicator, b.indicator));
}

function familiesOf(members: readonly EntrySeries[]): Family[] {
  const totals = members.filter(({ breakdown }) => breakdown === 'all').map(({ id }) => id);
  const dimensions = [...new Set(members.filter(({ breakdown }) => breakdown !== 'all').map(({ breakdownDimension }) => breakdownDimension))];
  const families = dimensions.map((dimension) => ({
    name: `by ${dimension.replaceAll('-', ' ')}`, seriesIds: [...totals, ...members.filter((one) => one.breakdownDimension === dimension && one.breakdown !== 'all').map(({ id }) => id)],
  }));
  const total = totals.length > 0 ? [{ name: 'total', seriesIds: totals }] : [];
  const all = dimensions.length > 1 ? [{ name: 'everything', seriesIds: members.map(({ id }) => id) }] : [];
  return [...total, ...families, ...all];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
