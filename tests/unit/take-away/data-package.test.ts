import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { CitedWork } from '@/domain/cite';
import { type LedgerRows, packageRows } from '@/domain/package/rows';
import { buildDataPackage } from '@/lib/data-package';
import { seedLedger } from '@/tests/fixtures/starting-ledger';

// The archive is opened by other programs than wrote it, and held against the rules of the Data Package standard, version 2.

const ADDRESSES = { page: 'https://figures.example/data?release=2', archive: 'https://figures.example/data.zip?release=2' };
const WORK: CitedWork = {
  id: 'all-data', title: 'Frontier Ledger', release: 2, publishedOn: '2026-11-22', asOf: null, scope: [], address: ADDRESSES.page, abstract: null,
};

interface Descriptor {
  readonly [name: string]: unknown;
  readonly resources: readonly {
    readonly name: string; readonly path: string; readonly bytes: number; readonly hash: string;
    readonly schema: {
      readonly fields: readonly { readonly name: string; readonly type: string; readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] } }[];
      readonly primaryKey: readonly string[];
      readonly foreignKeys?: readonly { readonly fields: readonly [string]; readonly reference: { readonly resource: string; readonly fields: readonly [string] } }[];
    };
  }[];
}

type Table = Record<string, string>[];

function open(ledger: LedgerRows, asOf: string | null) {
  const { archive, sha256 } = buildDataPackage(packageRows(ledger, asOf), { ...WORK, asOf }, ADDRESSES);
  const files = unzipSync(archive);
  const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const descriptor = JSON.parse(text('datapackage.json')) as Descriptor;
  const table = (name: string): Table => {
    const { data, errors } = Papa.parse<Record<string, string>>(text(`data/${name}.csv`), { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    return data;
  };
  return { archive, sha256, files, text, descriptor, table };
}

const isType: Record<string, (text: string) => boolean> = {
  string: () => true,
  integer: (text) => /^-?\d+$/.test(text),
  number: (text) => /^-?\d+(\.\d+)?$/.test(text),
  boolean: (text) => text === 'true' || text === 'false',
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text),
  datetime: (text) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text),
  array: (text) => Array.isArray(JSON.parse(text)),
  object: (text) => typeof JSON.parse(text) === 'object',
};

const whole = open(seedLedger(2), null);
const early = open(seedLedger(2), '2025-07-10');

describe.each([['whole', whole], ['as known on an earlier day', early]] as const)('the package %s', (_, { descriptor, files, table, text }) => {
  it('is described as version 2 of the standard asks', () => {
    expect(descriptor).toMatchObject({ $schema: 'https://datapackage.org/profiles/2.0/datapackage.json', name: 'frontier-ledger', licenses: [{ name: 'CC-BY-4.0' }] });
    expect(descriptor.version).toMatch(/^\d+\.\d+\.\d+(\+[0-9A-Za-z.-]+)?$/);
    expect(isType.datetime?.(String(descriptor.created))).toBe(true);
    const names = descriptor.resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const resource of descriptor.resources) {
      expect(resource).toMatchObject({ $schema: 'https://datapackage.org/profiles/2.0/dataresource.json', type: 'table', format: 'csv', encoding: 'utf-8', schema: { $schema: 'https://datapackage.org/profiles/2.0/tableschema.json', missingValues: [''] } });
      expect(resource.name).toMatch(/^[a-z0-9._-]+$/);
      // A path is relative, and leads nowhere else.
      expect(resource.path).toMatch(/^data\/[a-z-]+\.csv$/);
    }
    // Nothing lies in the archive that nobody names.
    expect(Object.keys(files).toSorted()).toEqual(['CITATION.bib', 'LICENCES.md', 'README.md', 'SHA256SUMS', 'data/csv-metadata.json', 'datapackage.json', ...descriptor.resources.map(({ path }) => path)].toSorted());
  });

  it('holds in every cell what its description says', () => {
    for (const { name, path, bytes, hash, schema } of descriptor.resources) {
      expect(files[path]?.byteLength, name).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(files[path] ?? '').digest('hex')}`, name).toBe(hash);
      const rows = table(name);
      expect(text(path).split('\r\n')[0]).toBe(schema.fields.map((field) => field.name).join(','));
      for (const row of rows) {
        for (const field of schema.fields) {
          const cell = row[field.name] ?? '';
          if (cell === '') expect(field.constraints?.required ?? false, `${name}.${field.name}`).toBe(false);
          else if (isType[field.type]?.(cell) !== true || !(field.constraints?.enum?.includes(cell) ?? true)) expect.fail(`${name}.${field.name} holds ${cell}`);
        }
      }
      const keys = rows.map((row) => JSON.stringify(schema.primaryKey.map((key) => row[key])));
      expect(new Set(keys).size, name).toBe(keys.length);
      for (const { fields: [key], reference } of schema.foreignKeys ?? []) {
        const targets = new Set(table(reference.resource).map((row) => row[reference.fields[0]]));
        expect(rows.filter((row) => row[key] !== '' && !targets.has(row[key])), `${name}.${key}`).toEqual([]);
      }
    }
  });

  it('names every citation’s row, and leaves no number without one', () => {
    const cited = new Set(table('citations').map((row) => `${row.row_kind}:${row.row_id}`));
    for (const [kind, name] of [['reading', 'readings'], ['closure', 'closures'], ['claim', 'claims'], ['incident', 'incidents'], ['annotation', 'annotations']] as const) {
      const rows = table(name);
      expect(rows.length).toBeGreaterThan(3);
      expect(rows.filter(({ id }) => !cited.has(`${kind}:${id}`)).map(({ id }) => id)).toEqual([]);
    }
  });

  it('can be checked with sha256sum', () => {
    for (const line of text('SHA256SUMS').trimEnd().split('\n')) {
      const [hash, path = ''] = line.split('  ');
      expect(createHash('sha256').update(files[path] ?? '').digest('hex'), path).toBe(hash);
    }
    expect(text('SHA256SUMS').trimEnd().split('\n')).toHaveLength(Object.keys(files).length - 1);
  });
});

it('shows of an earlier day nothing that was known later', () => {
  const late = (rows: Table, column: string): Table => rows.filter((row) => (row[column] ?? '') > '2025-07-10');
  expect(early.table('readings').length).toBeGreaterThan(100);
  expect(early.table('readings').length).toBeLessThan(whole.table('readings').length);
  for (const [name, columns] of [['readings', ['known_from']], ['closures', ['start', 'end', 'known_on']], ['claims', ['said_on']], ['incidents', ['start']], ['annotations', ['day']], ['closure-rivals', ['day']]] as const) {
    for (const column of columns) expect(late(early.table(name), column), `${name}.${column}`).toEqual([]);
  }
  expect(early.text('README.md')).toContain('as known on 10 Jul 2025');
});

it('is the same to the byte whenever and wherever it is made', () => {
  const zone = process.env.TZ;
  try {
    for (const [name, offset] of [['Asia/Karachi', -300], ['America/St_Johns', 210]] as const) {
      process.env.TZ = name;
      expect(new Date(2026, 10, 22).getTimezoneOffset()).toBe(offset);
      expect(open(seedLedger(2), null).sha256).toBe(whole.sha256);
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
  expect(open(seedLedger(1), null).sha256).not.toBe(whole.sha256);
});

it('leaves out the readings of a series that may not be passed on, and says which', () => {
  const ledger = seedLedger(2);
  const barred = ledger.series.find(({ id }) => ledger.readings.some(({ seriesId }) => seriesId === id));
  if (barred === undefined) throw new Error('The starting data has no readings.');
  const count = ledger.readings.filter(({ seriesId }) => seriesId === barred.id).length;
  const { table, descriptor, text } = open({ ...ledger, series: ledger.series.map((series) => (series.id === barred.id ? { ...series, isRedistributable: false } : series)) }, null);
  expect(table('readings')).toHaveLength(ledger.readings.length - count);
  expect(table('readings').filter(({ series_id }) => series_id === barred.id)).toEqual([]);
  const ids = new Set(ledger.readings.filter(({ seriesId }) => seriesId === barred.id).map(({ id }) => id));
  expect(table('citations').filter(({ row_id }) => ids.has(row_id ?? ''))).toEqual([]);
  expect(table('series').find(({ id }) => id === barred.id)).toMatchObject({ is_redistributable: 'false' });
  expect(descriptor.leftOut).toMatchObject([{ series: barred.id, readings: count }]);
  expect(text('README.md')).toContain(`\`${barred.id}\`: ${count} readings`);
});
