import { describe, expect, it } from 'vitest';
import { parsePeriod } from '@/domain/period';
import { reconcile, valueAsOf, type Cell } from '@/domain/reading';
import { seedRows } from '../fixtures/starting-data';

const readings = seedRows('reading', 2);

function cellOf(seriesId: string, period: string, asOf: string | null): Cell | null {
  const parsed = parsePeriod(period);
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  const { start, end } = parsed.value;
  return valueAsOf(readings.filter((row) => row.seriesId === seriesId && row.period.start === start && row.period.end === end), asOf);
}

const valueOf = (seriesId: string, period: string, asOf: string | null) => cellOf(seriesId, period, asOf)?.reading.value ?? null;

/** Every revision of the notes on the data, section 4: what was known on a day, and what is known now. */
const REVISIONS: [label: string, seriesId: string, period: string, steps: [asOf: string | null, value: number | null][]][] = [
  ['1 CRSS deaths 2021', 'crss-violence-fatalities', '2021', [['2021-12-30', null], ['2021-12-31', 853], ['2025-07-10', 853], [null, 850]]],
  ['2 CRSS rise 2021', 'crss-violence-change-on-year', '2021', [['2021-12-31', 42], ['2025-12-31', 42], ['2026-01-01', 38], [null, 38]]],
  ['4 CRSS deaths 2022', 'crss-violence-fatalities', '2022', [['2023-01-01', null], ['2023-01-02', 973], ['2023-12-31', 973], ['2024-01-01', 980], [null, 980]]],
  ['4 CRSS incidents 2022', 'crss-violence-incidents', '2022', [['2023-01-02', 506], [null, 512]]],
  ['5 CRSS deaths 2023', 'crss-violence-fatalities', '2023', [['2023-12-31', 1524], ['2024-09-29', 1524], ['2024-09-30', 1523], ['2024-12-29', 1523], ['2024-12-30', 1533], [null, 1533]]],
  ['6 CRSS injuries 2023', 'crss-violence-injuries', '2023', [['2024-01-01', 1463], ['2024-12-29', 1463], ['2024-12-30', 1462], [null, 1462]]],
  ['6 CRSS incidents 2023', 'crss-violence-incidents', '2023', [['2024-01-01', 789], ['2024-12-29', 789], ['2024-12-30', 784], [null, 784]]],
  ['7 CRSS nine months 2024', 'crss-violence-fatalities', '2024-Q1..Q3', [['2024-09-30', 1534], ['2025-09-29', 1534], ['2025-09-30', 1527], [null, 1527]]],
  ['8 CRSS deaths 2024', 'crss-violence-fatalities', '2024', [['2024-12-29', null], ['2024-12-30', 2546], ['2025-09-30', 2546], ['2026-01-01', 2555], [null, 2555]]],
  ['9 CRSS KP 2024', 'crss-violence-fatalities-kp', '2024', [['2024-12-30', 1616], ['2026-01-30', 1616], ['2026-01-31', 1620], [null, 1620]]],
  ['9 CRSS Balochistan 2024', 'crss-violence-fatalities-balochistan', '2024', [['2024-12-30', 782], ['2026-01-31', 787], [null, 787]]],
  ['10 CRSS Q1 2025', 'crss-violence-fatalities', '2025-Q1', [['2025-03-30', null], ['2025-03-31', 897], ['2025-06-29', 897], ['2025-06-30', 900], [null, 900]]],
  ['11 CRSS Q2 2025', 'crss-violence-fatalities', '2025-Q2', [['2025-06-29', null], ['2025-06-30', 615], ['2025-07-10', 615], ['2025-09-29', 615], ['2025-09-30', 616], [null, 616]]],
  ['12 PICSS attacks 2024', 'picss-militant-attacks', '2024', [['2025-01-01', 905], ['2025-12-27', 905], ['2025-12-28', 908], [null, 908]]],
  ['12 PICSS deaths 2024', 'picss-combat-deaths', '2024', [['2025-01-01', 1969], ['2025-12-28', 1950], [null, 1950]]],
  ['12 PICSS civilians 2024', 'picss-combat-deaths-civilians', '2024', [['2025-01-01', 489], ['2025-12-28', 468], [null, 468]]],
  ['13 PICSS deaths 2025', 'picss-combat-deaths', '2025', [['2025-12-28', 3387], ['2026-01-31', 3413], [null, 3413]]],
  ['13 PICSS attacks 2025', 'picss-militant-attacks', '2025', [['2025-12-28', 1063], ['2026-01-31', 1066], [null, 1066]]],
  ['13 PICSS militants 2025', 'picss-combat-deaths-militants', '2025', [['2025-12-28', 2115], ['2026-01-31', 2138], [null, 2138]]],
  ['13 PICSS security forces 2025', 'picss-combat-deaths-security-forces', '2025', [['2025-12-28', 664], ['2026-01-31', 667], [null, 667]]],
  ['14 PICSS April 2025', 'picss-militant-attacks', '2025-04', [['2025-05-01', 82], ['2025-05-31', 82], ['2025-06-01', 81], [null, 81]]],
  ['15 PICSS attacks March 2023', 'picss-militant-attacks', '2023-03', [['2023-04-03', 37], ['2023-04-30', 37], ['2023-05-01', 39], [null, 39]]],
  ['15 PICSS deaths March 2023', 'picss-attack-deaths', '2023-03', [['2023-04-03', 57], ['2023-05-01', 58], [null, 58]]],
  ['16 PICSS April 2022', 'picss-militant-attacks', '2022-04', [['2022-05-31', 34], ['2022-07-30', 34], ['2022-07-31', 35], [null, 35]]],
  ['17 PICSS killed in operations 2023', 'picss-operation-deaths-militants', '2023', [['2024-01-01', 612], ['2024-12-31', 612], ['2025-01-01', 479], [null, 479]]],
  ['18 PIPS September 2024', 'pips-terrorist-attacks', '2024-09', [['2024-10-05', 45], ['2024-11-04', 45], ['2024-11-05', 43], [null, 43]]],
  ['19 GTI incidents 2023', 'iep-terrorism-incidents', '2023', [['2024-03-06', 490], ['2025-03-05', 490], ['2025-03-06', 517], [null, 517]]],
  ['20 ISPR militants 2025', 'ispr-official-militants-killed', '2025', [['2026-01-02', 1873], ['2026-01-05', 1873], ['2026-01-06', 2597], [null, 2597]]],
  ['20 ISPR operations 2025', 'ispr-intelligence-based-operations', '2025', [['2026-01-02', 67023], ['2026-01-06', 75175], [null, 75175]]],
];

describe('every revision of the data set', () => {
  it.each(REVISIONS)('%s', (_label, seriesId, period, steps) => {
    expect(steps.map(([asOf]) => [asOf, valueOf(seriesId, period, asOf)])).toEqual(steps);
  });

  it.each(REVISIONS)('%s: the earlier values stay as vintages', (_label, seriesId, period, steps) => {
    const cell = cellOf(seriesId, period, null);
    const earlier = steps.flatMap(([, value]) => (value === null || value === cell?.reading.value ? [] : [value]));
    expect(cell?.vintages.map(({ value }) => value)).toEqual([...new Set(earlier)]);
  });

  it('3 and 4: the province with its tribal districts was restated from the sum of two rows', () => {
    expect((valueOf('crss-violence-fatalities-kp-settled', '2021', null) ?? 0) + (valueOf('crss-violence-fatalities-kp-tribal', '2021', null) ?? 0)).toBe(392);
    expect([valueOf('crss-violence-fatalities-kp', '2021', '2025-01-01'), valueOf('crss-violence-fatalities-kp', '2021', null)]).toEqual([null, 399]);
    expect((valueOf('crss-violence-fatalities-kp-settled', '2022', null) ?? 0) + (valueOf('crss-violence-fatalities-kp-tribal', '2022', null) ?? 0)).toBe(627);
    expect([valueOf('crss-violence-fatalities-kp', '2022', '2025-01-01'), valueOf('crss-violence-fatalities-kp', '2022', null)]).toEqual([null, 633]);
  });

  it('11: civilians and security personnel of Q2 2025 were 282, then 153 and 130', () => {
    expect(valueOf('crss-violence-fatalities-civilians-and-security', '2025-Q2', '2025-07-10')).toBe(282);
    expect([valueOf('crss-violence-fatalities-civilians', '2025-Q2', '2025-07-10'), valueOf('crss-violence-fatalities-security-personnel', '2025-Q2', '2025-07-10')]).toEqual([null, null]);
    expect((valueOf('crss-violence-fatalities-civilians', '2025-Q2', null) ?? 0) + (valueOf('crss-violence-fatalities-security-personnel', '2025-Q2', null) ?? 0)).toBe(283);
  });
});

describe('what the data set leaves open stays open', () => {
  it('an implied value gives way to a stated one', () => {
    const before = cellOf('crss-violence-fatalities', '2024-Q4', '2025-01-15')?.reading;
    expect([before?.value, before?.kind]).toEqual([1012, 'derived']);
    expect(cellOf('crss-violence-fatalities', '2024-Q4', null)?.reading).toMatchObject({ value: 1028, kind: 'reported' });
  });

  it('two copies of one report that differ are rivals, not a revision', () => {
    const un = cellOf('un-monitoring-team-ttp-attacks-reported-taliban-reports', '2023', null);
    expect([un?.reading.value, ...(un?.rivals ?? []).map(({ value }) => value)].toSorted()).toEqual([1203, 1210]);
    const picss = cellOf('picss-attack-deaths', '2023-02', null);
    expect([picss?.reading.value, picss?.rivals.map(({ value }) => value), picss?.vintages]).toEqual([62, [59], []]);
  });

  it('the quarters of 2025 do not add up to the total that CRSS printed', () => {
    const parts = ['2025-Q1', '2025-Q2', '2025-Q3'].map((period) => {
      const reading = cellOf('crss-violence-fatalities', period, null)?.reading;
      return { label: period, value: reading?.value ?? 0, qualifier: reading?.qualifier ?? 'exact' as const };
    });
    const total = cellOf('crss-violence-fatalities', '2025-Q1..Q3', null)?.reading;
    expect(total?.value).toBe(2414);
    expect(reconcile(parts, { value: total?.value ?? 0, qualifier: 'exact' })).toMatchObject({ sum: 2417, difference: -3 });
  });

  it('a derived value is known no earlier than what it is computed from', () => {
    const late = readings.filter(({ kind, knownFrom }) => kind === 'derived' && knownFrom === '2026-11-01').map(({ id }) => id).toSorted();
    expect(late).toEqual([
      'crss-20210401-20211231-violence-fatalities-all', 'crss-20250101-20250930-violence-fatalities-civilians-and-security', 'crss-20250101-20250930-violence-fatalities-outlaws',
      'crss-2025q4-violence-fatalities-civilians-and-security', 'crss-2025q4-violence-fatalities-outlaws',
    ]);
  });
});
