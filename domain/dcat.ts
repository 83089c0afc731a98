// The catalogue of what can be had, as DCAT 3 has it: a data set a chart and one of the whole ledger, whose versions are the releases.

import { LEDGER_NAME } from './cite';
import type { Day } from './day';
import { COMPILATION_LICENCE, packageVersion } from './package/descriptor';
import type { Release } from './release';

export interface DcatChart {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** First and last day that its rows speak of; null where they speak of none. */
  readonly reach: { readonly from: Day; readonly to: Day } | null;
}

export interface DcatFacts {
  readonly siteUrl: string;
  /** Up to and including the one the catalogue is of, newest first. */
  readonly releases: readonly Pick<Release, 'number' | 'publishedAt' | 'title' | 'note'>[];
  readonly charts: readonly DcatChart[];
  /** The archive of the newest of them. */
  readonly archive: { readonly bytes: number; readonly sha256: string };
}

type Node = Readonly<Record<string, unknown>>;

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/', spdx: 'http://spdx.org/rdf/terms#', xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const COUNTRIES = ['PAK', 'AFG'].map((code) => ({ '@id': `http://publications.europa.eu/resource/authority/country/${code}` }));
const ENGLISH = { '@id': 'http://publications.europa.eu/resource/authority/language/ENG' };
const IRREGULAR = { '@id': 'http://publications.europa.eu/resource/authority/frequency/IRREG' };

const id = (address: string): Node => ({ '@id': address });
const mediaType = (type: string): Node => id(`https://www.iana.org/assignments/media-types/${type}`);
const instant = (value: string): Node => ({ '@type': 'xsd:dateTime', '@value': value });
const day = (value: Day): Node => ({ '@type': 'xsd:date', '@value': value });
const words = (value: string): Node => ({ '@language': 'en', '@value': value });

/** All charts together, where each says something. */
export function reachOfAll(charts: readonly DcatChart[]): DcatChart['reach'] {
  const reaches = charts.flatMap(({ reach }) => (reach === null ? [] : [reach]));
  const from = reaches.map((reach) => reach.from).sort()[0];
  const to = reaches.map((reach) => reach.to).sort().at(-1);
  return from !== undefined && to !== undefined ? { from, to } : null;
}

/** A JSON-LD document with its context inside, so that it can be read without asking anybody. Needs at least one release. */
export function dcatCatalogue({ siteUrl, releases, charts, archive }: DcatFacts): Node {
  const [newest] = releases;
  const first = releases.at(-1);
  if (!newest || !first) throw new Error('A catalogue is of a release.');
  const publisher = { '@id': `${siteUrl}/#publisher`, '@type': 'foaf:Agent', 'foaf:name': LEDGER_NAME, 'foaf:homepage': id(siteUrl) };
  const ledger = `${siteUrl}/data`;
  const of = (number: number): string => `${ledger}?release=${number}`;
  const shared = {
    'dct:publisher': id(`${siteUrl}/#publisher`), 'dct:license': id(COMPILATION_LICENCE.path), 'dct:language': ENGLISH, 'dct:spatial': COUNTRIES,
    'dct:issued': instant(first.publishedAt), 'dct:modified': instant(newest.publishedAt),
  };
  const temporal = (reach: DcatChart['reach']): Node => (reach === null ? {} : {
    'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': day(reach.from), 'dcat:endDate': day(reach.to) },
  });
  const file = (path: string, title: string, type: string, more: Node = {}): Node => ({
    '@id': `${siteUrl}${path}#file`, '@type': 'dcat:Distribution', 'dct:title': words(title), 'dcat:accessURL': id(`${siteUrl}${path}`), 'dcat:downloadURL': id(`${siteUrl}${path}`),
    'dcat:mediaType': mediaType(type), 'dct:license': id(COMPILATION_LICENCE.path), ...more,
  });
  const ofChart = ({ slug, title, description, reach }: DcatChart): Node => ({
    '@id': `${siteUrl}/charts/${slug}`, '@type': 'dcat:Dataset', 'dct:title': words(title), 'dct:description': words(description), 'dct:identifier': `${siteUrl}/charts/${slug}`,
    'dcat:landingPage': id(`${siteUrl}/charts/${slug}`), 'dcat:version': packageVersion(newest.number, null), ...shared, ...temporal(reach),
    'dcat:distribution': [
      file(`/charts/${slug}.csv?release=${newest.number}`, 'CSV', 'text/csv', { 'dct:conformsTo': id('https://www.w3.org/TR/tabular-data-model/') }),
      file(`/charts/${slug}.json?release=${newest.number}`, 'JSON', 'application/json'),
      file(`/charts/${slug}.xlsx?release=${newest.number}`, 'Workbook', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    ],
  });
  const ofRelease = ({ number, publishedAt, title, note }: DcatFacts['releases'][number], older: DcatFacts['releases'][number] | undefined): Node => ({
    '@id': of(number), '@type': 'dcat:Dataset', 'dct:title': words(`${LEDGER_NAME}, release ${number}: ${title}`), 'dct:description': words(note === '' ? title : note),
    'dct:identifier': of(number), 'dcat:version': packageVersion(number, null), 'dcat:isVersionOf': id(ledger), ...(older && { 'dcat:previousVersion': id(of(older.number)) }), ...shared,
    'dct:issued': instant(publishedAt), 'dct:modified': instant(publishedAt), 'dcat:landingPage': id(of(number)),
    'dcat:distribution': file(`/data.zip?release=${number}`, 'Data Package', 'application/zip', {
      'dct:conformsTo': id('https://datapackage.org/profiles/2.0/datapackage.json'),
      ...(number === newest.number && {
        'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(archive.bytes) },
        'spdx:checksum': { '@type': 'spdx:Checksum', 'spdx:algorithm': id('spdx:checksumAlgorithm_sha256'), 'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': archive.sha256 } },
      }),
    }),
  });
  const whole: Node = {
    '@id': ledger, '@type': 'dcat:Dataset', 'dct:title': words(LEDGER_NAME), 'dct:identifier': ledger, 'dcat:landingPage': id(ledger), 'dct:accrualPeriodicity': IRREGULAR, ...shared,
    'dct:description': words('All readings, closures of border crossings, clashes and claims of the ledger, each with its sources and its history.'), ...temporal(reachOfAll(charts)),
    'dcat:version': packageVersion(newest.number, null), 'dcat:hasCurrentVersion': id(of(newest.number)), 'dcat:hasVersion': releases.map(({ number }) => id(of(number))),
    'dcat:distribution': file('/data.zip', 'Data Package of the newest release', 'application/zip'),
  };
  const service: Node = {
    '@id': `${siteUrl}/api/v1`, '@type': 'dcat:DataService', 'dct:title': words('Read API'), 'dcat:endpointURL': id(`${siteUrl}/api/v1`),
    'dcat:endpointDescription': id(`${siteUrl}/api/v1/openapi.json`), 'dcat:landingPage': id(`${siteUrl}/data/api`), 'dcat:servesDataset': id(ledger), 'dct:license': id(COMPILATION_LICENCE.path),
  };
  return {
    '@context': CONTEXT, '@id': `${siteUrl}/#catalogue`, '@type': 'dcat:Catalog', 'dct:title': words(LEDGER_NAME),
    'dct:description': words('Open figures on violence and border closures along the Pakistan-Afghanistan frontier, every number with its source.'), 'foaf:homepage': id(siteUrl), ...shared,
    'dct:publisher': publisher, 'dcat:version': packageVersion(newest.number, null), 'dcat:service': service,
    'dcat:dataset': [whole, ...releases.map((release, index) => ofRelease(release, releases[index + 1])), ...charts.map(ofChart)],
  };
}
