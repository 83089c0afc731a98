// The description of a package, as the Data Package standard (version 2) has it: what each file holds, column by column.

import { LEDGER_NAME } from '../cite';
import type { Day } from '../day';
import type { PackageRows } from './rows';
import type { PackageTable } from './table';

const PROFILES = 'https://datapackage.org/profiles/2.0';

export const COMPILATION_LICENCE = { name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0 International', path: 'https://creativecommons.org/licenses/by/4.0/' } as const;

/** A table as a file of the package. */
export interface TableFile {
  readonly table: PackageTable;
  readonly path: string;
  readonly bytes: number;
  /** Lower case hexadecimal. */
  readonly sha256: string;
}

export interface PackageAddresses {
  /** The page of all data, fixed on the release. */
  readonly page: string;
  /** This archive, fixed on the release. */
  readonly archive: string;
}

/** `2.0.0`, or `2.0.0+as-of.2025-07-10`: releases are whole numbers, and a vintage is another build of one. */
export function packageVersion(release: number, asOf: Day | null): string {
  return `${release}.0.0${asOf === null ? '' : `+as-of.${asOf}`}`;
}

export function packageDescriptor(rows: PackageRows, files: readonly TableFile[], addresses: PackageAddresses): Readonly<Record<string, unknown>> {
  const { release, asOf, leftOut } = rows;
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: 'frontier-ledger',
    id: addresses.archive,
    title: `${LEDGER_NAME}, release ${release.number}${asOf === null ? '' : `, as known on ${asOf}`}`,
    description: 'Figures on violence and border closures along the Pakistan-Afghanistan frontier, every number with its source. Read README.md before adding numbers up.',
    homepage: addresses.page,
    version: packageVersion(release.number, asOf),
    created: release.publishedAt,
    keywords: ['Pakistan', 'Afghanistan', 'border', 'violence', 'fatalities', 'border closures', 'casualty claims'],
    licenses: [COMPILATION_LICENCE],
    contributors: [{ title: LEDGER_NAME, path: addresses.page, roles: ['compiler', 'publisher'] }],
    sources: publishersOf(rows).map((title) => ({ title })),
    release: release.number,
    asOf,
    leftOut: leftOut.map(({ series, readings }) => ({ series: series.id, readings, reason: 'The licence of its source does not let its figures be passed on.' })),
    resources: files.map(resourceOf),
  };
}

/** Who published what the rows lean on, each once, by name. */
export function publishersOf({ sources }: Pick<PackageRows, 'sources'>): string[] {
  return [...new Set(sources.map(({ publisher }) => publisher))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function resourceOf({ table, path, bytes, sha256 }: TableFile): Readonly<Record<string, unknown>> {
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name: table.name,
    type: 'table',
    path,
    title: table.title,
    description: table.note,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    dialect: { $schema: `${PROFILES}/tabledialect.json`, header: true, delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      missingValues: [''],
      fields: table.fields.map(({ name, type, note, isRequired, words }) => {
        const constraints = { ...(isRequired ? { required: true } : {}), ...(words === null ? {} : { enum: words }) };
        return { name, type, description: note, ...(Object.keys(constraints).length === 0 ? {} : { constraints }) };
      }),
      primaryKey: table.primaryKey,
      ...(table.foreignKeys.length === 0 ? {} : { foreignKeys: table.foreignKeys.map(({ field, table: other }) => ({ fields: [field], reference: { resource: other, fields: [other === 'releases' ? 'number' : 'id'] } })) }),
    },
  };
}
