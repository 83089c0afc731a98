import { createHash } from 'node:crypto';
import { bibtex, type CitedWork } from '@/domain/cite';
import { csvwOfPackage } from '@/domain/csvw';
import { packageDescriptor, type PackageAddresses, type TableFile } from '@/domain/package/descriptor';
import { packageLicences, packageReadme } from '@/domain/package/readme';
import type { PackageRows } from '@/domain/package/rows';
import { packageTables } from '@/domain/package/tables';
import { packFiles } from './archive';
import { printCsv } from './csv';

// The whole ledger as one archive (a Data Package): the same bytes for the same release and day, for ever.

export interface DataPackage {
  readonly archive: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the archive, lower case hexadecimal. */
  readonly sha256: string;
  readonly files: readonly TableFile[];
}

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

export function buildDataPackage(rows: PackageRows, work: CitedWork, addresses: PackageAddresses): DataPackage {
  const written = packageTables(rows).map((table) => {
    const text = printCsv(table.fields.map(({ name }) => name), table.rows);
    return { text, file: { table, path: `data/${table.name}.csv`, bytes: Buffer.byteLength(text), sha256: hashOf(text) } };
  });
  const files = written.map(({ file }) => file);
  const contents = new Map<string, string>([
    ['datapackage.json', `${JSON.stringify(packageDescriptor(rows, files, addresses), null, 2)}\n`],
    ['README.md', packageReadme(rows, files, work, addresses)],
    ['LICENCES.md', packageLicences(rows)],
    ['CITATION.bib', bibtex(work)],
    // Where the W3C looks for it: in the folder of the tables.
    ['data/csv-metadata.json', `${JSON.stringify(csvwOfPackage(files, { page: addresses.page, release: rows.release.number }), null, 2)}\n`],
    ...written.map(({ text, file }) => [file.path, text] as const),
  ]);
  contents.set('SHA256SUMS', [...contents].map(([path, text]) => `${hashOf(text)}  ${path}\n`).join(''));
  const archive = packFiles(contents, rows.release.publishedAt.slice(0, 10));
  return { archive, sha256: hashOf(archive), files };
}
