import { describe, expect, it } from 'vitest';
import { readSeedFiles, readSeedHead, readSeedReport, SEED_KINDS, SEED_RELEASES } from '@/db/seed/seed-files';
import type { RowKind } from '@/domain/release';
import { checkSeed, DATA_SET_ROWS, type SeedInput } from '@/lib/inputs/seed-check';
import { seedRows } from '../fixtures/starting-data';

type Loose = { id: string; change: string; changeNote: string | null; content: Record<string, unknown>; citations: Record<string, unknown>[] };

const files = (): SeedInput[] => SEED_RELEASES.flatMap(readSeedFiles).map((file) => ({ ...file, rows: structuredClone(file.rows) }));
const heads = () => new Map(SEED_RELEASES.map((release) => [release, readSeedHead(release)]));

/** The problems after one row of the starting data was changed. */
function problemsAfter(kind: RowKind, id: string, change: (row: Loose) => void, release = 2) {
  const input = files();
  const rows = input.find((file) => file.kind === kind && file.release === release)?.rows as Loose[];
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`no ${kind} ${id} in release ${release}`);
  change(row);
  return checkSeed(input, heads(), readSeedReport());
}

describe('the starting data', () => {
  it('are sound', () => {
    expect(checkSeed(files(), heads(), readSeedReport())).toEqual([]);
  });

  it.each(Object.entries(DATA_SET_ROWS))('hold every %s of the data set: %i', (kind, expected) => {
    const leftOut = readSeedReport().filter((entry) => entry.kind === kind && entry.outcome === 'left-out').length;
    expect(seedRows(kind as RowKind, 2).length + leftOut).toBe(expected);
    expect(leftOut).toBe(0);
  });

  it('say of each row that is not simply its own what became of it', () => {
    const report = readSeedReport();
    expect(report.filter(({ outcome }) => outcome === 'same-statement').map(({ ledgerId }) => ledgerId).toSorted()).toEqual([
      'acled-ttp-attacks-or-clashes-editorial', 'chaman-october', 'clashes-october', 'clashes-october-pakistan-fighters-killed',
      'clashes-october-pakistan-own-forces-killed', 'clashes-october-taliban-pakistani-forces-killed',
      'crss-violence-fatalities-editorial-nine-months', 'crss-violence-fatalities-editorial-year', 'torkham-october',
    ]);
    // Each of them is one row, corrected in place, and its line of the data set is not a second one.
    const ids = new Set(['reading', 'closure', 'incident', 'claim'].flatMap((kind) => seedRows(kind as RowKind, 2).map(({ id }) => id)));
    for (const { row, ledgerId, outcome } of report) if (outcome === 'same-statement' && row !== ledgerId) expect(ids.has(row)).toBe(false);
  });

  it('link neither to pages that only repeat an armed group, nor to none without a reason', () => {
    const sources = seedRows('source', 2);
    expect(sources.filter(({ url }) => url !== null && /alfirdaws|kalerdiganta/.test(url))).toEqual([]);
    expect(sources.filter(({ url }) => url === null).map(({ publisher, linkNote }) => [publisher, linkNote !== null])).toEqual([
      ['Unsigned editorial', true], ['Kaler Diganta', true],
    ]);
  });

  it('speak to readers in our own words, not in those of the working notes', () => {
    const shouted = /\b(?:SEED|REVIS(?:ED|ION)|CONTRADICT(?:S|ION)|RESTATED)\b|\bseed\b|-v\d\b|https?:/;
    const texts = SEED_KINDS.filter((kind) => kind !== 'source' && kind !== 'organisation').flatMap((kind) => seedRows(kind, 2).flatMap(({ id: _id, ...row }) =>
      Object.values(row).filter((value): value is string => typeof value === 'string')));
    expect(texts.filter((text) => shouted.test(text))).toEqual([]);
  });

  it('keep the unconfirmed figure, marked so, on the editorial alone', () => {
    const unconfirmed = seedRows('reading', 2).filter(({ isUnconfirmed }) => isUnconfirmed);
    expect(unconfirmed.map(({ id, value, qualifier, kind }) => ({ id, value, qualifier, kind }))).toEqual([
      { id: 'acled-ttp-attacks-or-clashes-editorial', value: 600, qualifier: 'at-least', kind: 'reported' },
    ]);
    expect(unconfirmed[0]?.citations.map(({ source }) => source.id)).toEqual(['starting-editorial']);
  });
});

describe('a broken row is named with its field and the reason', () => {
  it.each<[string, RowKind, string, (row: Loose) => void, { row: string; field: string; reason: string }]>([
    ['a day that does not exist', 'reading', 'picss-2022m08-attack-deaths-all', (row) => { row.content.knownFrom = '2025-02-30'; },
      { row: 'picss-2022m08-attack-deaths-all', field: 'content.knownFrom', reason: 'is not a calendar day' }],
    ['a period of the wrong kind', 'reading', 'picss-2022m08-attack-deaths-all', (row) => { row.content.period = { kind: 'year', start: '2022-08-01', end: '2022-08-31' }; },
      { row: 'picss-2022m08-attack-deaths-all', field: 'content.period.kind', reason: 'is not of the kind its days say' }],
    ['no value and no reason', 'reading', 'picss-2022m08-attack-deaths-all', (row) => { row.content.value = null; },
      { row: 'picss-2022m08-attack-deaths-all', field: 'content.value', reason: 'a reading has a value or says why not' }],
    ['a field that is not known', 'place', 'dir', (row) => { row.content.colour = 'red'; }, { row: 'dir', field: 'content', reason: 'Unrecognized key: "colour"' }],
    ['no citation', 'claim', 'clashes-october-pakistan-own-forces-killed', (row) => { row.citations = []; },
      { row: 'clashes-october-pakistan-own-forces-killed', field: 'citations', reason: 'has no citation' }],
    ['a source that is not there', 'claim', 'clashes-october-pakistan-own-forces-killed', (row) => { row.citations = [{ sourceId: 'nowhere', locator: 'p. 1', quote: null, paraphrase: null, role: 'main' }]; },
      { row: 'clashes-october-pakistan-own-forces-killed', field: 'citations', reason: 'names the source nowhere, which release 2 does not have' }],
    ['a long quote', 'claim', 'clashes-october-pakistan-own-forces-killed', (row) => { row.citations = row.citations.map((one) => ({ ...one, quote: 'word '.repeat(26).trim() })); },
      { row: 'clashes-october-pakistan-own-forces-killed', field: 'citations.0.quote', reason: 'has more than 25 words' }],
    ['a correction without a reason', 'closure', 'torkham-october', (row) => { row.changeNote = null; }, { row: 'torkham-october', field: 'changeNote', reason: 'gives the reason' }],
    ['an end before its lowest day', 'closure', 'chaman-2022-11', (row) => { row.content.end = '2022-11-20'; }, { row: 'chaman-2022-11', field: 'content.end', reason: 'lies outside its bounds' }],
    ['a count of zero', 'claim', 'clashes-october-pakistan-own-forces-killed', (row) => { row.content.low = 0; },
      { row: 'clashes-october-pakistan-own-forces-killed', field: 'content.stance', reason: 'a zero is a denial, not a count' }],
  ])('%s', (_name, kind, id, change, expected) => {
    const release = kind === 'place' ? 1 : 2;
    expect(problemsAfter(kind, id, change, release)).toContainEqual(expect.objectContaining(expected));
  });

  it('a link that must not be', () => {
    const found = problemsAfter('source', seedRows('source', 2).find(({ publisher }) => publisher === 'Kaler Diganta')?.id ?? '', (row) => { row.content.url = 'https://www.kalerdiganta.com/page'; });
    expect(found).toContainEqual(expect.objectContaining({ field: 'content.url', reason: 'must not be linked' }));
  });

  it('a row that is missing', () => {
    const input = files().map((file) => (file.kind === 'annotation' ? { ...file, rows: (file.rows as Loose[]).slice(1) } : file));
    expect(checkSeed(input, heads(), readSeedReport())).toEqual([
      { file: 'report.json', row: 'annotation', field: 'count', reason: '33 rows and 0 left out are not the 34 of the data set' },
    ]);
  });

  it('a row that is added twice', () => {
    const input = files().map((file) => (file.kind === 'place' && file.release === 2 ? { ...file, rows: [...(file.rows as Loose[]), (file.rows as Loose[])[0]] } : file));
    expect(checkSeed(input, heads(), readSeedReport())).toContainEqual(expect.objectContaining({ file: 'release-2/places.json', field: 'id', reason: 'stands twice in this release' }));
  });
});
