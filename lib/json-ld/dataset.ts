import type { ChartDefinition } from '@/domain/chart/definition';
import type { ChartModel } from '@/domain/chart/model';
import type { ChartRows } from '@/domain/chart/rows';
import { parsePeriod, type Day } from '@/domain/period';
import type { Release } from '@/domain/release';
import { writeAddress } from '../inputs/address';
import { drawnOf, type View } from '../inputs/view';

// What search engines for data read: schema.org's Dataset, as Google's guide to structured data asks for it.

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
const ORGANISATION = 'Frontier Ledger';

/** Of the two countries; schema.org knows places only by name or shape. */
const PLACE = { '@type': 'Place', name: 'The frontier of Pakistan and Afghanistan' };

const FILES: readonly (readonly [extension: string, type: string])[] = [
  ['csv', 'text/csv'], ['json', 'application/json'], ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], ['svg', 'image/svg+xml'], ['png', 'image/png'],
];

/** The days of a span that a chart or a reader gave; null where it is open. */
interface Reach {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** What the chart is drawn over: what the reader asked for, else what the chart is stored with. */
function reachOf({ options }: ChartDefinition, view: View): Reach {
  const edge = (name: 'from' | 'to', side: 'start' | 'end'): Day | null => {
    const text = name in options ? (options as Partial<Record<'from' | 'to', string | null>>)[name] : null;
    const period = text ? parsePeriod(text) : null;
    return period?.ok ? period.value[side] : null;
  };
  return { from: view.from ?? edge('from', 'start'), to: view.to ?? edge('to', 'end') };
}

/** `2023-01-01/2025-12-31`: from the first to the last day that the rows speak of within the reach; null where they speak of none. */
export function temporalCoverage({ readings, closures, incidents, annotations }: Pick<ChartRows, 'readings' | 'closures' | 'incidents' | 'annotations'>, { from, to }: Reach): string | null {
  const spans = [
    ...readings.map(({ period }) => [period.start, period.end] as const),
    ...closures.map(({ startLow, end, endHigh, knownOn }) => [startLow, endHigh ?? end ?? knownOn] as const),
    ...incidents.map(({ start, end }) => [start, end] as const),
  ];
  const known = spans.length > 0 ? spans : annotations.map(({ day }) => [day, day] as const);
  const all = known
    .filter(([start, end]) => (from === null || end >= from) && (to === null || start <= to))
    .map(([start, end]) => [from !== null && start < from ? from : start, to !== null && end > to ? to : end] as const);
  if (all.length === 0) return null;
  const starts = all.map(([start]) => start).sort();
  const ends = all.map(([, end]) => end).sort();
  return `${starts[0]}/${ends.at(-1)}`;
}

/** The same for a chart in a view. */
export function spanOfChart(definition: ChartDefinition, rows: ChartRows, view: View): string | null {
  return temporalCoverage(rows, reachOf(definition, view));
}

interface DatasetQuestion {
  readonly definition: ChartDefinition;
  readonly model: ChartModel;
  readonly rows: ChartRows;
  readonly view: View;
  readonly release: Pick<Release, 'number' | 'publishedAt'>;
  readonly siteUrl: string;
}

/** A chart in a view as a data set of its own, fixed on its release. */
export function chartDataset({ definition, model, rows, view, release, siteUrl }: DatasetQuestion): Record<string, unknown> {
  const path = `/charts/${model.slug}`;
  const address = (file: string): string => `${siteUrl}${writeAddress(file, drawnOf(view), release.number)}`;
  const coverage = spanOfChart(definition, rows, view);
  const sources = [...new Map(model.citations.map(({ source }) => [source.id, source])).values()];
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${siteUrl}${path}`,
    name: model.title,
    alternateName: model.subtitle,
    description: `${model.description} ${model.countingRule}`.trim(),
    url: address(path),
    identifier: address(path),
    version: String(release.number),
    datePublished: release.publishedAt,
    dateModified: release.publishedAt,
    inLanguage: 'en',
    license: LICENCE,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: ORGANISATION, url: siteUrl },
    publisher: { '@type': 'Organization', name: ORGANISATION, url: siteUrl },
    spatialCoverage: PLACE,
    ...(coverage && { temporalCoverage: coverage }),
    ...(rows.indicators.length > 0 && { variableMeasured: rows.indicators.map(({ name, unit, definition }) => ({ '@type': 'PropertyValue', name, unitText: unit, description: definition })) }),
    measurementTechnique: model.countingRule,
    includedInDataCatalog: { '@type': 'DataCatalog', '@id': `${siteUrl}/#catalogue`, name: ORGANISATION, url: siteUrl },
    distribution: FILES.map(([extension, encodingFormat]) => ({ '@type': 'DataDownload', encodingFormat, contentUrl: address(`${path}.${extension}`) })),
    citation: sources.map(({ title, publisher, url, publishedOn }) => ({
      '@type': 'CreativeWork', name: title, publisher: { '@type': 'Organization', name: publisher }, ...(url && { url }), ...(publishedOn && { datePublished: publishedOn }),
    })),
  };
}

interface CatalogueQuestion {
  readonly charts: readonly { readonly slug: string; readonly title: string; readonly description: string }[];
  readonly release: Pick<Release, 'number' | 'publishedAt'>;
  readonly siteUrl: string;
}

/** The site, its search, and the ledger as a whole with the charts in it. */
export function siteCatalogue({ charts, release, siteUrl }: CatalogueQuestion): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'WebSite', '@id': `${siteUrl}/#site`, name: ORGANISATION, url: siteUrl, inLanguage: 'en',
        potentialAction: { '@type': 'SearchAction', target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}/search?q={words}` }, 'query-input': 'required name=words' },
      },
      {
        '@type': 'DataCatalog', '@id': `${siteUrl}/#catalogue`, name: ORGANISATION, url: siteUrl, license: LICENCE, version: String(release.number), dateModified: release.publishedAt, spatialCoverage: PLACE,
        description: 'Open figures on violence and border closures along the Pakistan-Afghanistan frontier, every number with its source.',
        dataset: [{ '@id': `${siteUrl}/data` }, ...charts.map(({ slug }) => ({ '@id': `${siteUrl}/charts/${slug}` }))],
      },
    ],
  };
}

/** The ledger as one data set, for the page that offers it whole. */
export function ledgerDataset({ release, siteUrl }: Pick<CatalogueQuestion, 'release' | 'siteUrl'>): Record<string, unknown> {
  const address = (path: string): string => `${siteUrl}${path}?release=${release.number}`;
  return {
    '@context': 'https://schema.org', '@type': 'Dataset', '@id': `${siteUrl}/data`, name: `${ORGANISATION}, release ${release.number}`,
    description: 'All readings, closures of border crossings, clashes and claims of the ledger, each with its sources and its history, as one package of CSV files with schemas and checksums.',
    url: address('/data'), identifier: address('/data'), version: String(release.number), datePublished: release.publishedAt, dateModified: release.publishedAt, inLanguage: 'en', license: LICENCE,
    isAccessibleForFree: true, creator: { '@type': 'Organization', name: ORGANISATION, url: siteUrl }, spatialCoverage: PLACE,
    includedInDataCatalog: { '@type': 'DataCatalog', '@id': `${siteUrl}/#catalogue`, name: ORGANISATION, url: siteUrl },
    distribution: [{ '@type': 'DataDownload', encodingFormat: 'application/zip', contentUrl: address('/data.zip') }],
  };
}
