// What a person must know who opens the package far from the site: what it is, what may be done with it, and what must not be added up.

import { apaReference, type CitedWork, LEDGER_NAME, referenceText } from '../cite';
import { labelDay } from '../day';
import { publishersOf, type PackageAddresses, type TableFile } from './descriptor';
import type { PackageRows } from './rows';

const STEPS = 'sha256sum --check SHA256SUMS';

export function packageReadme(rows: PackageRows, files: readonly TableFile[], work: CitedWork, addresses: PackageAddresses): string {
  const { release, asOf, leftOut } = rows;
  const lines = [
    `# ${LEDGER_NAME}, release ${release.number}${asOf === null ? '' : `, as known on ${labelDay(asOf)}`}`,
    '',
    'Figures on violence and border closures along the Pakistan-Afghanistan frontier, every number with its source.',
    '',
    `- Release ${release.number}, “${release.title}”, published on ${labelDay(release.publishedAt.slice(0, 10))}.`,
    asOf === null
      ? '- Everything that the sources had reported when the release was published.'
      : `- Only what the sources had reported by ${labelDay(asOf)}. Closures known to have ended later stand as ongoing.`,
    `- This archive: ${addresses.archive}. It stays the same for ever, to the byte.`,
    `- Newer ones: ${addresses.page}`,
    '',
    '## How to cite it',
    '',
    referenceText(apaReference(work)),
    '',
    'We only compile. Where you lean on one organisation’s figures, name it too.',
    '',
    '## Before you add numbers up',
    '',
    '- A value may be a bound. `at-least` and `more-than` are open above, `nearly` is open below: use `value_low` and `value_high`.',
    '- Two indicators with different contents count different people. Never add them, and never two organisations’ counts of the same thing.',
    '- A cell is a series and a period. Several readings of one cell are its history, not several events: the current one with the latest `known_from` is in force, and a printed one goes before a derived one.',
    '- Periods of unequal length are not compared. `2025-Q1..Q3` is nine months.',
    '- Claims belong to who makes them. There is no true value, and a sum over different claimants does not exist. A denial is not a zero.',
    '- Rows with `is_aggregate` overlap other incidents.',
    '- Days closed are counted from `start` to `end` without the end. An unknown end is not an open border.',
    '- An empty value says in `empty` why there is none. A zero is a value.',
    '- Rows with status `withdrawn` are wrong. They stay so that nobody has to guess what became of them.',
    '',
    '## The files',
    '',
    'CSV as RFC 4180 has it: UTF-8 without a byte order mark, a header row, CRLF at the end of lines, an empty cell for no value. Text that a spreadsheet would run as a formula has an apostrophe in front.',
    '`datapackage.json` describes every column, as the Data Package standard (version 2) has it.',
    '',
    '| file | rows | what |',
    '| --- | ---: | --- |',
    ...files.map(({ path, table }) => `| \`${path}\` | ${table.rows.length} | ${table.note} |`),
    '',
    `To see that nothing was changed on the way: \`${STEPS}\``,
    '',
    '## What is left out',
    '',
    ...(leftOut.length === 0
      ? ['Nothing.']
      : ['The licences of their sources do not let the figures of these series be passed on. The series are named in `data/series.csv`; their readings can be seen on the site.', '', ...leftOut.map(({ series, readings }) => `- \`${series.id}\`: ${readings} readings`)]),
    '',
    '## Rights',
    '',
    'See LICENCES.md.',
    '',
  ];
  return lines.join('\n');
}

export function packageLicences(rows: PackageRows): string {
  const by = new Map<string, Set<string>>();
  for (const { licence, publisher } of rows.sources) by.set(licence, (by.get(licence) ?? new Set()).add(publisher));
  return [
    '# Licences',
    '',
    '## The compilation',
    '',
    `The selection, arrangement, coding and notes of ${LEDGER_NAME} are licensed under Creative Commons Attribution 4.0 International (CC BY 4.0, https://creativecommons.org/licenses/by/4.0/). Name “${LEDGER_NAME}, release ${rows.release.number}”.`,
    '',
    '## The sources',
    '',
    'Only facts and figures were taken from the sources, and quotes of at most 25 words. The rights in the documents stay with who published them:',
    '',
    ...[...by].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([licence, publishers]) => [`### ${licence}`, '', ...publishersOf({ sources: rows.sources.filter((source) => publishers.has(source.publisher) && source.licence === licence) }).map((name) => `- ${name}`), '']),
  ].join('\n');
}
