// Every row has a title by which people know it, made of its own words and the names of the rows it refers to.

import { printClaim } from './claim';
import { labelDay } from './day';
import type { RowContents } from './draft';
import { labelPeriod } from './period';
import { printValue } from './reading';
import type { RowKind } from './release';

/** The content of another row, or null where it is not at hand. */
export type Named = <K extends RowKind>(kind: K, id: string) => RowContents[K] | null;

type Titles = { readonly [K in RowKind]: (content: RowContents[K], named: Named) => string };

const TITLES: Titles = {
  organisation: (content) => content.name,
  source: (content) => `${content.publisher}: ${content.title}`,
  indicator: (content) => content.name,
  series: (content, named) => seriesTitle(content, named),
  reading: (content, named) => `${groupOf('reading', content, named)}, ${readingTitle(content)}`,
  crossing: (content) => content.name,
  closure: (content, named) => `${groupOf('closure', content, named)}, ${closureTitle(content)}`,
  incident: (content) => content.title,
  claim: (content, named) => `${groupOf('claim', content, named)}: ${claimTitle(content)}`,
  place: (content) => content.name,
  annotation: (content) => `${content.label}, ${labelDay(content.day)}`,
  chart: (content) => content.title,
  sentence: (content) => content.text,
};

function readingTitle({ period, value, qualifier }: RowContents['reading']): string {
  return value === null ? labelPeriod(period) : `${labelPeriod(period)}: ${printValue(value, qualifier)}`;
}

function closureTitle({ lane, start }: RowContents['closure']): string {
  return `${lane === 'all' ? 'all lanes' : lane}, from ${labelDay(start)}`;
}

function claimTitle(claim: RowContents['claim']): string {
  return `${claim.claimantAs} on ${claim.lossesOfName}, ${claim.measureNote ?? claim.measure}: ${printClaim(claim)}`;
}

type Member = 'reading' | 'closure' | 'claim';

/** The title of what a row belongs to: its series, its crossing, its incident. */
function groupOf<K extends Member>(kind: K, content: RowContents[K], named: Named): string {
  if (kind === 'reading') {
    const { seriesId } = content as RowContents['reading'];
    const series = named('series', seriesId);
    return series === null ? seriesId : seriesTitle(series, named);
  }
  if (kind === 'closure') {
    const { crossingId } = content as RowContents['closure'];
    return named('crossing', crossingId)?.name ?? crossingId;
  }
  const { incidentId } = content as RowContents['claim'];
  return named('incident', incidentId)?.title ?? incidentId;
}

/** What a row belongs to, and its title inside that; null for a row that stands by itself. */
export function titleWithin<K extends RowKind>(kind: K, content: RowContents[K], named: Named): { readonly group: string; readonly title: string } | null {
  switch (kind) {
    case 'reading': return { group: groupOf('reading', content as RowContents['reading'], named), title: readingTitle(content as RowContents['reading']) };
    case 'closure': return { group: groupOf('closure', content as RowContents['closure'], named), title: closureTitle(content as RowContents['closure']) };
    case 'claim': return { group: groupOf('claim', content as RowContents['claim'], named), title: claimTitle(content as RowContents['claim']) };
    default: return null;
  }
}

function seriesTitle(series: RowContents['series'], named: Named): string {
  const organisation = named('organisation', series.organisationId)?.shortName ?? series.organisationId;
  const indicator = named('indicator', series.indicatorId)?.name ?? series.indicatorId;
  const part = series.breakdown === 'all' ? '' : `, ${series.breakdownName}`;
  return `${organisation}, ${indicator}${part}, ${series.geographyName}`;
}

/** The title of a row; names that `named` does not give stand as their ids. */
export function titleOf<K extends RowKind>(kind: K, content: RowContents[K], named: Named): string {
  return TITLES[kind](content, named);
}
