import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import type { ClaimMark, ClaimsModel } from '@/domain/chart/model';
import { chartRecords } from '@/domain/chart/records';
import { WHOLE_VIEW } from '@/domain/chart/view';
import type { Lens } from '@/domain/claim';
import { BORDER_CLASHES, CLAIMS, chartRows, claim, definition } from './rows-fixture';

const build = (lens: Lens = 'all', rows = chartRows()) => buildChart(definition('claims'), rows, { ...WHOLE_VIEW, lens });

function markOf(model: ClaimsModel, id: string): ClaimMark {
  const mark = model.marks.find((one) => one.id === id);
  if (mark === undefined) throw new Error(`no mark ${id}`);
  return mark;
}

describe('claims', () => {
  test('stand in groups by measure, the more contested first, with one axis a measure', () => {
    const { groups } = build();
    expect(groups.map(({ label, measureLabel }) => `${label} ${measureLabel}`)).toEqual([
      'Afghan civilians killed', 'Pakistani forces killed', 'Taliban forces killed', 'Pakistani forces wounded', 'Pakistani forces posts seized',
      'Pakistani forces posts destroyed',
    ]);
    expect(groups.map(({ xMax }) => xMax)).toEqual([250, 250, 250, 30, 25, 20]);
  });

  test('every claim has a row of its own and an open end stays open', () => {
    const model = build();
    expect(model.marks).toHaveLength(CLAIMS.length);
    const places = model.marks.map(({ group, row }) => `${group}/${row}`);
    expect(new Set(places).size).toBe(places.length);
    expect(markOf(model, 'ispr-taliban-killed')).toMatchObject({ low: 200, high: null, label: '> 200', stance: 'claims' });
    expect(model.groups[2]?.xMax).toBeGreaterThan(200);
  });

  test('a denial is a denial, not a zero, and no figure is no figure', () => {
    const model = build();
    expect(markOf(model, 'ispr-civilians-denied')).toMatchObject({ low: null, high: null, label: 'none (denied)', stance: 'denies' });
    expect(markOf(model, 'ispr-civilians-denied').spoken).toMatch(/^Pakistan ISPR denies any Afghan civilians killed/);
    expect(markOf(model, 'ministry-civilians')).toMatchObject({ low: null, high: null, label: 'no figure' });
    expect(model.notes).toContain('A denial is shown as a denial, not as a count of zero.');
  });

  test('spoken words say who, whether he claims or admits, how many, about whom, when', () => {
    const model = build();
    expect(markOf(model, 'taliban-own-killed').spoken).toBe('Taliban (Mujahid) admits 9 Taliban forces killed; said 12 Oct 2025; as read in Dawn.');
    expect(markOf(model, 'ispr-taliban-killed').spoken).toContain('Pakistan ISPR claims more than 200 Taliban forces killed');
    expect(markOf(model, 'taliban-pk-posts').spoken).toContain('claims 25 posts of Pakistani forces seized');
  });

  test('the accounts that exclude each other are named, and nothing is added up', () => {
    const notes = build().notes.join(' ');
    expect(notes).toContain('Pakistani forces killed: 23 (Pakistan ISPR) and 58 (Taliban (Mujahid))');
    expect(notes).toContain('Claims of different claimants are never added');
    expect(JSON.stringify(build())).not.toMatch(/\b81\b/); // 58 + 23
  });

  test('an aggregate and running totals are flagged', () => {
    const rows = chartRows({ incidents: [{ ...BORDER_CLASHES, isAggregate: true }], claims: CLAIMS.map((one) => ({ ...one, isCumulative: true })) });
    const notes = build('all', rows).notes.join(' ');
    expect(notes).toContain('is an aggregate: it overlaps single incidents and must not be added to them');
    expect(notes).toContain('Some figures are running totals');
  });

  test('claims about other incidents, in other measures or said after the vintage day are not there', () => {
    const rows = chartRows({ claims: [...CLAIMS, claim('elsewhere', 'taliban', 'taliban-forces', 'killed', 3, 3, { incidentId: 'another' })], asOf: '2025-10-13' });
    const model = buildChart(definition('claims', { measures: ['killed'] }), rows);
    expect(model.marks.map(({ id }) => id)).not.toContain('elsewhere');
    expect(model.marks.map(({ id }) => id)).not.toContain('unama-civilians');
    expect(model.groups.every(({ measure }) => measure === 'killed')).toBe(true);
  });

  test('a withdrawn claim is struck through in the table only', () => {
    const claims = CLAIMS.map((one) => (one.id === 'newsx-own-killed' ? { ...one, status: 'withdrawn' as const, changeNote: 'Misread' } : one));
    const model = build('all', chartRows({ claims }));
    expect(model.marks.some(({ id }) => id === 'newsx-own-killed')).toBe(false);
    expect(model.table.rows.at(-1)).toMatchObject({ id: 'newsx-own-killed', status: 'withdrawn' });
  });

  test('a later word of one claimant replaces an earlier one and does not contradict it', () => {
    const claims = [
      claim('early', 'independent', 'afghan-civilians', 'killed', 17, 17, { saidOn: '2025-10-16' }),
      claim('late', 'independent', 'afghan-civilians', 'killed', 35, 35, { saidOn: '2026-02-08' }),
      claim('first-total', 'pakistan', 'taliban-forces', 'killed', 133, 133, { isCumulative: true, claimantId: 'tarar' }),
      claim('second-total', 'pakistan', 'taliban-forces', 'killed', 274, 274, { isCumulative: true }),
    ];
    expect(build('all', chartRows({ claims })).notes.join(' ')).not.toContain('exclude each other');
  });

  test('before the incident there is nothing to claim, and that is no error', () => {
    const model = build('all', chartRows({ asOf: '2025-10-01', incidents: [] }));
    expect(model).toMatchObject({ marks: [], groups: [], knownUntil: null });
    expect(model.notes).toEqual(['Nothing had happened yet on 1 Oct 2025.']);
    expect(chartRecords(definition('claims'), chartRows({ asOf: '2025-10-01', incidents: [] }), model, { history: false }).records).toEqual([]);
  });

  test('an incident the release does not hold is a definition error', () => {
    expect(() => buildChart(definition('claims', { incidentId: 'nothing' }), chartRows())).toThrow(expect.objectContaining({ fault: 'unknown-incident' }));
  });

  test('alt text names the widest dispute', () => {
    expect(build().altText).toContain('12 claims by 3 claimants about losses on 11–12 October 2025, side by side, not added.');
    expect(build().altText).toContain('Disputed: Afghan civilians killed, Pakistani forces killed and 2 more.');
  });
});

describe('lens', () => {
  property.prop([fc.constantFrom<Lens>('all', 'pakistan', 'taliban', 'independent'), fc.subarray([...CLAIMS])])(
    'marks, table, alt text and records show the same claims',
    (lens, claims) => {
      const rows = chartRows({ claims });
      const model = build(lens, rows);
      const expected = claims.filter((one) => lens === 'all' || one.lens === lens).map(({ id }) => id).toSorted();
      expect(model.marks.map(({ id }) => id).toSorted()).toEqual(expected);
      expect(model.table.rows.map(({ id }) => id).toSorted()).toEqual(expected);
      const { records } = chartRecords(definition('claims'), rows, model, { history: false });
      expect(records.map((record) => record.claim).toSorted()).toEqual(expected);
      expect(records.every((record) => lens === 'all' || record.lens === lens)).toBe(true);
      expect(model.altText).toMatch(new RegExp(`^${expected.length} claim`));
      if (lens !== 'all') expect(model.notes[0]).toContain(`${expected.length} claim`);
      for (const group of model.groups.keys()) expect(model.marks.some((mark) => mark.group === group)).toBe(true);
    },
  );
});
