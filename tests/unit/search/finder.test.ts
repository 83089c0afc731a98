import { describe, expect, it } from 'vitest';
import { packEntry, type SearchEntry, type SearchKind, unpackEntry } from '@/lib/search/entry';
import { makeFinder } from '@/lib/search/finder';
import { foldWords } from '@/lib/search/fold-words';

function entry(kind: SearchKind, title: string, note = '', words = ''): SearchEntry {
  return { kind, id: title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'), title, note, words, path: `/${kind}`, fragment: '' };
}

const ENTRIES = [
  entry('source', '[Report on the closure of Torkham from August 2021]', 'Dawn, undated'),
  entry('incident', 'Clashes at Torkham', '2–5 Mar 2025 · Torkham', 'Construction of a post'),
  entry('crossing', 'Torkham', 'Khyber Pakhtunkhwa – Nangarhar', 'border crossing closed'),
  entry('chart', 'Deaths from violence by quarter', 'Counted by CRSS'),
  entry('organisation', 'CRSS: Center for Research and Security Studies', 'Deaths from violence'),
  entry('indicator', 'Terror attacks (CRSS)', 'CRSS'),
  entry('place', 'Chitrāl', 'Khyber Pakhtunkhwa, Pakistan'),
];
const find = makeFinder(ENTRIES);
const titles = (words: string): string[] => find(words).entries.map(({ title }) => title);

describe('search', () => {
  it('puts the thing itself before what mentions it', () => {
    expect(titles('torkham').slice(0, 2)).toEqual(['Torkham', 'Clashes at Torkham']);
    expect(titles('crss')[0]).toMatch(/^CRSS:/);
  });

  it('finds by beginnings, by slips of the pen, without accents, and by words used for one another', () => {
    expect(titles('tork')[0]).toBe('Torkham');
    expect(titles('torkhm')).toContain('Torkham');
    expect(titles('chitral')).toEqual(['Chitrāl']);
    expect(titles('fatalities')).toContain('Deaths from violence by quarter');
    expect(titles('torkham shut')).toContain('Torkham');
  });

  it('takes no slip for a number: one year is not another', () => {
    expect(titles('2021')).toEqual(['[Report on the closure of Torkham from August 2021]']);
    expect(titles('2020')).toEqual([]);
  });

  it('asks for all words, and says so where only some are found', () => {
    expect(find('torkham clashes')).toMatchObject({ isPartial: false, entries: [{ title: 'Clashes at Torkham' }] });
    expect(find('torkham zeppelin').isPartial).toBe(true);
    expect(find('  ')).toEqual({ entries: [], isPartial: false });
    expect(find('the of')).toEqual({ entries: [], isPartial: false });
  });

  it('finds the same after the way to the browser', () => {
    const sent = makeFinder((JSON.parse(JSON.stringify(ENTRIES.map(packEntry))) as ReturnType<typeof packEntry>[]).map(unpackEntry));
    for (const words of ['torkham', 'deaths', 'khyber', 'report']) expect(sent(words)).toEqual(find(words));
  });

  it.each([['Muttaqi’s  VISIT', "muttaqi's visit"], ['Ghazab lil‑Haq', 'ghazab lil-haq'], ['Chitrāl', 'chitral']])('compares %s as %s', (given, folded) => {
    expect(foldWords(given)).toBe(folded);
  });
});
