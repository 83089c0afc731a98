import { describe, expect, it } from 'vitest';
import type { RowContents } from '@/domain/draft';
import { ROW_CONTENT } from '@/lib/inputs/row-content';
import { startOf } from '@/components/editor/forms/first-content';
import { readClosure, toTypedClosure, blankClosure } from '@/components/editor/forms/closures/typed-closure';
import { lineOf, nextLine, readLine, rowsOf } from '@/components/editor/forms/claims/claim-line';
import { proposeId } from '@/components/editor/forms/propose-id';
import { fieldsOf, FORM_KINDS } from '@/components/editor/forms/row-fields';
import { readDegrees, readTyped, toTyped } from '@/components/editor/forms/typed-content';
import { contentsFor } from '../../fixtures/ledger-rows';
import { seedRows } from '../../fixtures/starting-data';

describe('the forms of rows', () => {
  it.each(FORM_KINDS)('read every %s of the starting data as it is stored', (kind) => {
    const stored = seedRows(kind, 2).map((row) => {
      const { id: _id, revision: _revision, publishedIn: _publishedIn, change: _change, changeNote: _note, status: _status, citations: _citations, ...content } = row as unknown as Record<string, unknown>;
      return content as unknown as RowContents[typeof kind];
    });
    expect(stored.length).toBeGreaterThan(0);
    for (const content of stored) expect(readTyped(kind, toTyped(kind, content))).toEqual({ ok: true, content });
  });

  it.each(FORM_KINDS)('ask for every field of a %s', (kind) => {
    const asked = fieldsOf(kind).flatMap(({ name, input }) => [name, ...(input.type === 'dated' ? [input.precision] : []), ...(input.type === 'position' ? [input.longitude] : [])]);
    expect(asked.toSorted()).toEqual(Object.keys(contentsFor('')[kind]).toSorted());
  });

  it.each(FORM_KINDS)('say beside each field of a blank %s what to do', (kind) => {
    const read = readTyped(kind, toTyped(kind, startOf(kind, '2026-11-22').content));
    if (read.ok) throw new Error('a blank form must not be complete');
    const blank = fieldsOf(kind).filter(({ name }) => name in read.faults);
    expect(blank.length).toBeGreaterThan(0);
    for (const { name, missing } of blank.filter((field) => field.missing !== undefined)) expect(read.faults[name]).toBe(missing);
    expect(Object.keys(read.faults).filter((name) => !fieldsOf(kind).some((field) => field.name === name))).toEqual([]);
  });

  it('give a new row its id from what is typed', () => {
    const source = { ...toTyped('source', startOf('source', '2026-11-22').content), publisher: 'Dawn', title: 'Torkham shut', publishedOn: 'Oct 2025' };
    expect(proposeId('source', source)).toBe('dawn-2025-10-torkham-shut');
    expect(proposeId('series', { indicatorId: 'violence-fatalities', organisationId: 'crss', geography: 'kp', breakdown: 'kp' })).toBe('crss-violence-fatalities-kp');
    expect(proposeId('incident', { title: 'Border clashes of 11–12 October 2025', start: '2025-10-11' })).toBe('2025-10-border-clashes-october');
    expect(proposeId('place', { name: '' })).toBe('');
  });

  it.each([['34.1217', 34.1217], ['34,5', 34.5], ['34° 7′ 18″ N', 34.121667], ['71° 6\' E', 71.1], ['33.5 S', -33.5], ['', null]])('read %s as a position', (text, degrees) => {
    expect(readDegrees(text, 'latitude', {})).toBe(degrees);
  });

  it('say what to do about an address that is only half typed', () => {
    for (const url of ['h', 'https:/', 'www.dawn.com', 'javascript:alert(1)']) {
      expect(readTyped('source', { ...toTyped('source', contentsFor('').source), url })).toEqual({ ok: false, faults: { url: 'Write the whole address, beginning with https://.' } });
    }
    const unlinked = readTyped('source', { ...toTyped('source', contentsFor('').source), url: 'https://alfirdaws.org/x' });
    expect(unlinked).toMatchObject({ ok: false, faults: { url: /named, never linked/ } });
  });

  it('refuse half a position', () => {
    const read = readTyped('place', { ...toTyped('place', contentsFor('').place), longitude: '' });
    expect(read).toMatchObject({ ok: false, faults: { latitude: 'Give latitude and longitude, or neither.' } });
    expect(readTyped('place', { ...toTyped('place', contentsFor('').place), latitude: '94' })).toMatchObject({ ok: false, faults: { latitude: /90/ } });
  });
});

describe('the form of closures', () => {
  it('reads every closure of the starting data as it is stored', () => {
    for (const { id, revision: _r, publishedIn: _p, change: _c, changeNote: _n, status: _s, citations: _ci, ...content } of seedRows('closure', 2)) {
      expect([id, readClosure(toTypedClosure(content)).content]).toEqual([id, content]);
    }
  });

  it('takes an unknown end, a month, and rival dates that widen the bounds', () => {
    const typed = {
      ...blankClosure('torkham', 'trade', '12 Oct 2025'), endState: 'unknown' as const, knownOn: '2025-11-03', closedBy: 'Pakistan', reason: 'Clashes', rivals: [{ edge: 'start' as const, day: '2025-10-11', sourceId: 'dawn' }],
    };
    expect(readClosure(typed).content).toMatchObject({ start: '2025-10-12', startLow: '2025-10-11', startHigh: '2025-10-12', end: null, endState: 'unknown', knownOn: '2025-11-03' });
    expect(readClosure({ ...typed, start: 'Oct 2025' }).content).toMatchObject({ start: '2025-10-01', startPrecision: 'month', startLow: '2025-10-01', startHigh: '2025-10-31' });
    expect(ROW_CONTENT.closure.safeParse(readClosure(typed).content).success).toBe(true);
  });

  it('says beside which field what is wrong', () => {
    const faults = (part: Partial<ReturnType<typeof blankClosure>>) => Object.keys(readClosure({ ...blankClosure('torkham', 'all', '2025-10-12'), closedBy: 'Pakistan', reason: 'Clashes', knownOn: '2025-10-20', ...part }).faults);
    expect(faults({})).toEqual([]);
    expect(faults({ start: '' })).toEqual(['start']);
    expect(faults({ start: '2025' })).toEqual(['start']);
    expect(faults({ knownOn: '' })).toEqual(['knownOn']);
    expect(faults({ knownOn: '2025-10-01' })).toEqual(['knownOn']);
    expect(faults({ endState: 'reopened' })).toEqual(['endHigh']);
    expect(faults({ endState: 'reopened', end: '2025-10-01' })).toEqual(['end']);
    expect(faults({ closedBy: ' ', reason: '' })).toEqual(['closedBy', 'reason']);
    expect(faults({ rivals: [{ edge: 'start', day: 'soon', sourceId: '' }] })).toEqual(['rivals.0', 'rivals.0.source']);
  });
});

describe('the lines of claims', () => {
  const claims = seedRows('claim', 2).map(({ id, revision, publishedIn: _p, change, changeNote, status: _s, citations: _c, ...content }) => ({ id, revision, content, change, changeNote, citations: [], isDraft: false, isPublished: true }));

  it('read every claim of the starting data as it is stored', () => {
    for (const claim of claims) expect([claim.id, readLine(lineOf(claim), claim.content.incidentId, () => 'new-code').content]).toEqual([claim.id, claim.content]);
  });

  it('become rows with ids of their own, each line once', () => {
    const typed = { ...nextLine('new-1', undefined), claimantId: 'ispr', claimantAs: 'ISPR', lossesOfName: 'Taliban forces', figure: 'more than 200', saidOn: '12 Oct 2025' };
    const read = readLine(typed, 'clashes-october', () => 'taliban-forces');
    expect(read.content).toMatchObject({ low: 200, high: null, qualifier: 'more-than', saidOn: '2025-10-12', lossesOf: 'taliban-forces' });
    const content = read.content;
    if (content === null) throw new Error('the line is complete');
    const rows = rowsOf([{ line: typed, content }, { line: { ...typed, key: 'new-2' }, content }], ['clashes-october-ispr-taliban-forces-killed'], () => null);
    expect(rows.map(({ id, change, expectedRevision }) => [id, change, expectedRevision])).toEqual([
      ['clashes-october-ispr-taliban-forces-killed-2', 'add', null], ['clashes-october-ispr-taliban-forces-killed-3', 'add', null],
    ]);
  });

  it('say what is missing, and that a zero is a denial', () => {
    const blank = readLine(nextLine('new-1', undefined), 'x', () => '');
    expect(Object.keys(blank.faults).toSorted()).toEqual(['claimantAs', 'claimantId', 'lossesOfName']);
    const zero = readLine({ ...nextLine('new-1', undefined), claimantId: 'ispr', claimantAs: 'ISPR', lossesOfName: 'A', figure: '0' }, 'x', () => 'a');
    expect(Object.keys(zero.faults)).toEqual(['stance']);
  });

  it('begin with the claimant, day and sources of the line before', () => {
    const [first] = claims;
    if (first === undefined) throw new Error('there are claims');
    const last = { ...lineOf(first), citations: [{ sourceId: 'dawn', locator: 'p. 1', quote: null, paraphrase: null, role: 'main' as const }] };
    expect(nextLine('new-9', last)).toMatchObject({ id: '', claimantId: last.claimantId, saidOn: last.saidOn, citations: last.citations, figure: '', lossesOfName: '' });
  });
});
