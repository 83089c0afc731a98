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
  reading: (content, named) => {
    const series = named('series', content.seriesId);
    const cell = `${series === null ? content.seriesId : seriesTitle(series, named)}, ${labelPeriod(content.period)}`;
    return content.value === null ? cell : `${cell}: ${printValue(content.value, content.qualifier)}`;
  },
  crossing: (content) => content.name,
  closure: (content, named) =>
    `${named('crossing', content.crossingId)?.name ?? content.crossingId}, ${content.lane === 'all' ? 'all lanes' : content.lane}, from ${labelDay(content.start)}`,
  incident: (content) => content.title,
  claim: (content, named) =>
    `${named('incident', content.incidentId)?.title ?? content.incidentId}: ${content.claimantAs} on ${content.lossesOfName}, ${content.measureNote ?? content.measure}: ${printClaim(content)}`,
  place: (content) => content.name,
  annotation: (content) => `${content.label}, ${labelDay(content.day)}`,
  chart: (content) => content.title,
  sentence: (content) => content.text,
};

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
