import { strFromU8, unzipSync } from 'fflate';
import jsonld from 'jsonld';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import { chartRecords } from '@/domain/chart/records';
import { incidentRecords } from '@/domain/chart/incident-records';
import { chartCsvwColumns, csvwOfFile } from '@/domain/csvw';
import { dcatCatalogue, reachOfAll, type DcatChart } from '@/domain/dcat';
import { packageRows } from '@/domain/package/rows';
import { printCsv } from '@/lib/csv';
import { buildDataPackage } from '@/lib/data-package';
import { seedChartRows, seedCharts } from '@/tests/fixtures/starting-data';
import { seedLedger } from '@/tests/fixtures/starting-ledger';

// What stands beside the files for programs: each description is read as its standard says, by a program that knows nothing else.

interface Column {
  readonly name: string;
  readonly titles: string;
  readonly datatype: string | { readonly base: string; readonly format: string };
  readonly required?: boolean;
}
interface Table {
  readonly url: string;
  readonly tableSchema: { readonly columns: readonly Column[]; readonly primaryKey?: readonly string[]; readonly foreignKeys?: readonly { readonly columnReference: string; readonly reference: { readonly resource: string; readonly columnReference: string } }[] };
}

const isType: Record<string, (text: string) => boolean> = {
  string: () => true,
  integer: (text) => /^-?\d+$/.test(text),
  number: (text) => text !== '' && Number.isFinite(Number(text)),
  boolean: (text) => text === 'true' || text === 'false',
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)),
  dateTime: (text) => /^\d{4}-\d{2}-\d{2}T.*Z$/.test(text) && !Number.isNaN(Date.parse(text)),
  json: (text) => typeof JSON.parse(text) === 'object',
};

/** Every cell against its column; the rows. */
function readTable(csv: string, { url, tableSchema: { columns } }: Table): readonly (readonly string[])[] {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true });
  expect(errors, url).toEqual([]);
  const [header, ...rows] = data;
  expect(header, url).toEqual(columns.map(({ titles }) => titles));
  for (const row of rows) {
    for (const [index, { name, datatype, required }] of columns.entries()) {
      const cell = row[index] ?? '';
      const base = typeof datatype === 'string' ? datatype : datatype.base;
      if (cell === '') expect(required ?? false, `${url} ${name}`).toBe(false);
      else if (isType[base]?.(cell) !== true) expect.fail(`${url} ${name} holds ${cell}, which is no ${base}`);
      else if (typeof datatype !== 'string' && !new RegExp(`^(?:${datatype.format})$`).test(cell)) expect.fail(`${url} ${name} holds ${cell}, not ${datatype.format}`);
    }
  }
  return rows;
}

describe('CSV on the Web', () => {
  it('describes the file of every chart: its columns in their order, every cell of the type that is said', () => {
    const rows = seedChartRows(2);
    const definitions = seedCharts(2);
    expect(definitions.length).toBeGreaterThan(10);
    for (const definition of definitions) {
      const model = buildChart(definition, rows);
      const { columns, records } = chartRecords(definition, rows, model, { history: true });
      const url = `https://figures.example/charts/${model.slug}.csv`;
      const described = csvwOfFile({ url, title: model.title, note: '', columns: chartCsvwColumns(columns) }, { page: 'https://figures.example/', release: 2 });
      expect(described['@context']).toEqual(['http://www.w3.org/ns/csvw', { '@language': 'en' }]);
      expect(described.url).toBe(url);
      expect(readTable(printCsv(columns, records, { bom: true }), described as unknown as Table)).toHaveLength(records.length);
    }
  });

  it('knows every column of the claims of incidents, and refuses to describe a column that nobody knows', () => {
    expect(chartCsvwColumns(incidentRecords([]).columns).every(({ note }) => note !== '')).toBe(true);
    expect(() => chartCsvwColumns(['period', 'colour'])).toThrow('colour');
  });

  it('lies in the folder of the archive: all tables, keys that are keys, references that lead somewhere', () => {
    const addresses = { page: 'https://figures.example/data?release=2', archive: 'https://figures.example/data.zip?release=2' };
    const work = { id: 'all-data', title: 'Frontier Ledger', release: 2, publishedOn: '2026-11-22', asOf: null, scope: [], address: addresses.page, abstract: null };
    const files = unzipSync(buildDataPackage(packageRows(seedLedger(2), null), work, addresses).archive);
    const { tables } = JSON.parse(strFromU8(files['data/csv-metadata.json'] ?? new Uint8Array())) as { tables: readonly Table[] };
    expect(tables.map(({ url }) => `data/${url}`).toSorted()).toEqual(Object.keys(files).filter((path) => path.endsWith('.csv')).toSorted());
    const rowsOf = new Map(tables.map((table) => [table.url, readTable(strFromU8(files[`data/${table.url}`] ?? new Uint8Array()), table)]));
    const valuesOf = (url: string, column: string): readonly string[] => {
      const index = tables.find((table) => table.url === url)?.tableSchema.columns.findIndex(({ name }) => name === column) ?? -1;
      expect(index, `${url} ${column}`).toBeGreaterThanOrEqual(0);
      return (rowsOf.get(url) ?? []).map((row) => row[index] ?? '');
    };
    let references = 0;
    for (const { url, tableSchema } of tables) {
      for (const { columnReference, reference } of tableSchema.foreignKeys ?? []) {
        const there = new Set(valuesOf(reference.resource, reference.columnReference));
        expect(valuesOf(url, columnReference).filter((value) => value !== '' && !there.has(value)), `${url} ${columnReference}`).toEqual([]);
        references += 1;
      }
    }
    expect(references).toBeGreaterThan(5);
  });
});

describe('the catalogue', () => {
  const charts: DcatChart[] = [
    { slug: 'a', title: 'A', description: 'One', reach: { from: '2023-01-01', to: '2025-12-31' } }, { slug: 'b', title: 'B', description: 'Two', reach: null },
    { slug: 'c', title: 'C', description: 'Three', reach: { from: '2009-01-01', to: '2024-01-01' } },
  ];
  const releases = [3, 2, 1].map((number) => ({ number, publishedAt: `2026-11-2${number}T00:00:00.000Z`, title: `The ${number}.`, note: '' }));
  const siteUrl = 'https://figures.example';
  const document = dcatCatalogue({ siteUrl, releases, charts, archive: { bytes: 1234, sha256: 'ab'.repeat(32) } });
  const DCAT = 'http://www.w3.org/ns/dcat#';
  const DCT = 'http://purl.org/dc/terms/';
  type Node = Readonly<Record<string, unknown>>;
  const values = (node: Node | undefined, name: string): readonly Node[] => (node?.[name] ?? []) as readonly Node[];
  /** Nothing may be asked of the net to read it. */
  const offline = { documentLoader: (url: string): never => { throw new Error(`It asks for ${url}.`); } };

  it('expands by its own context into a DCAT catalogue: every property a known one, every data set with what harvesters need', async () => {
    const [catalogue] = (await jsonld.expand(document as jsonld.JsonLdDocument, offline)) as unknown as Node[];
    expect(catalogue?.['@type']).toEqual([`${DCAT}Catalog`]);
    const datasets = values(catalogue, `${DCAT}dataset`);
    expect(datasets).toHaveLength(1 + 3 + 3);
    for (const dataset of datasets) {
      expect(dataset['@type']).toEqual([`${DCAT}Dataset`]);
      for (const name of ['title', 'description', 'publisher', 'license', 'identifier', 'spatial', 'issued', 'modified']) expect(values(dataset, DCT + name), `${String(dataset['@id'])} ${name}`).not.toEqual([]);
      const distributions = values(dataset, `${DCAT}distribution`);
      expect(distributions).not.toEqual([]);
      for (const one of distributions) {
        for (const name of [`${DCAT}accessURL`, `${DCAT}downloadURL`, `${DCAT}mediaType`, `${DCT}license`]) expect(String(values(one, name)[0]?.['@id'])).toMatch(/^https:\/\//);
      }
    }
    const known = /^(@|http:\/\/(www\.w3\.org\/ns\/dcat#|purl\.org\/dc\/terms\/|xmlns\.com\/foaf\/0\.1\/|spdx\.org\/rdf\/terms#))/;
    const names = (value: unknown): readonly string[] => (Array.isArray(value) ? value.flatMap(names) : value !== null && typeof value === 'object' ? [...Object.keys(value), ...Object.values(value).flatMap(names)] : []);
    expect(names(catalogue).filter((name) => !known.test(name))).toEqual([]);
    // Nothing of the document was dropped for want of a meaning.
    expect(JSON.stringify(catalogue).match(/dcat#downloadURL/g)).toHaveLength(1 + 3 + 9);
  });

  it('has the releases as versions, each with the one before it, and the checksum of its own archive', async () => {
    const [catalogue] = (await jsonld.expand(document as jsonld.JsonLdDocument, offline)) as unknown as Node[];
    const dataset = (id: string): Node | undefined => values(catalogue, `${DCAT}dataset`).find((one) => one['@id'] === id);
    const ledger = dataset(`${siteUrl}/data`);
    expect(values(ledger, `${DCAT}hasVersion`).map((one) => one['@id'])).toEqual([3, 2, 1].map((number) => `${siteUrl}/data?release=${number}`));
    expect(values(ledger, `${DCAT}hasCurrentVersion`)[0]?.['@id']).toBe(`${siteUrl}/data?release=3`);
    expect(values(dataset(`${siteUrl}/data?release=3`), `${DCAT}previousVersion`)[0]?.['@id']).toBe(`${siteUrl}/data?release=2`);
    expect(values(dataset(`${siteUrl}/data?release=1`), `${DCAT}previousVersion`)).toEqual([]);
    const checksum = values(values(dataset(`${siteUrl}/data?release=3`), `${DCAT}distribution`)[0], 'http://spdx.org/rdf/terms#checksum')[0];
    expect(values(checksum, 'http://spdx.org/rdf/terms#checksumValue')[0]?.['@value']).toBe('ab'.repeat(32));
    const temporal = values(ledger, `${DCT}temporal`)[0];
    expect([values(temporal, `${DCAT}startDate`)[0]?.['@value'], values(temporal, `${DCAT}endDate`)[0]?.['@value']]).toEqual(['2009-01-01', '2025-12-31']);
    expect(reachOfAll([])).toBeNull();
  });
});
