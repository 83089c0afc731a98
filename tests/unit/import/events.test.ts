import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { EventCounter, ruleInWords, type CountingRule, type EventTotals, type PlaceCounts } from '@/domain/import/event-counts';
import { readEventDay, readSplitDay } from '@/domain/import/event-dates';
import { eventSeries } from '@/domain/import/event-drafts';
import { EVENT_LAYOUTS, eventLayout, findEventLayout } from '@/domain/import/event-layouts';
import { eventReader } from '@/domain/import/event-rows';
import { SeenNumbers, textNumber } from '@/domain/import/seen-numbers';
import { formatPeriod } from '@/domain/period';
import { dataRows, openFile } from '@/lib/import/open-file';
import { eventFileHead, eventLine, eventsOf, TRUE_QUARTERS, type MadeEvent } from '../../fixtures/event-file';
import { fileOnDisk } from '../../fixtures/file-on-disk';

const ucdp = eventLayout('ucdp-ged');
const directory = mkdtempSync(path.join(tmpdir(), 'frontier-ledger-events-'));
afterAll(() => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }));

async function countFile(file: string, rule: CountingRule, layout = ucdp): Promise<{ readonly counts: PlaceCounts[]; readonly total: EventTotals; readonly refused: string[] }> {
  const opened = await openFile(fileOnDisk(file));
  if (!opened.ok) throw new Error(opened.refusal.message);
  const counter = new EventCounter(layout, rule);
  const refused: string[] = [];
  let read: ReturnType<typeof eventReader> | null = null;
  for await (const { header, rows } of dataRows(opened.value, null)) {
    read ??= eventReader(layout, header.names);
    for (const row of rows) {
      const event = read(row);
      if (!event.ok) refused.push(`${event.refusal.problem.row} ${event.refusal.problem.column}: ${event.refusal.problem.reason}`);
      else if (!counter.add(event.value)) refused.push(`${row.row}: double`);
    }
  }
  return { counts: counter.counts(null, null), total: counter.total(), refused };
}

const asTable = (counts: readonly PlaceCounts[]) =>
  Object.fromEntries((counts[0]?.periods ?? []).map(({ period, events, deaths, apart }) => [formatPeriod(period), [events, deaths.low, deaths.best, deaths.high, apart]]));

function write(name: string, events: readonly MadeEvent[]): string {
  const file = path.join(directory, name);
  writeFileSync(file, eventFileHead() + events.map((event, index) => eventLine(index + 1, event)).join(''));
  return file;
}

describe('the quarters of UCDP GED, Pakistan, against another program', () => {
  // 6,416 events in the layout of the true file with the sums that another program found in it; the true file too where it lies beside the product.
  const made = write('made.csv', eventsOf(TRUE_QUARTERS.begins));
  const trueFile = process.env.UCDP_FILE ?? path.resolve('../shared/data/ucdp/conflict_data_pak.csv');
  const files = [['a file of the same layout and sums', made, ['begins']], ...(existsSync(trueFile) ? [['the true file', trueFile, ['begins', 'ends', 'apart']]] : [])] as [string, string, CountingRule['crossing'][]][];

  it.each(files)('%s: every quarter has the same events and the same low, best and high', async (_name, file, rules) => {
    for (const crossing of rules) {
      const { counts, total, refused } = await countFile(file, { every: 'quarter', crossing, split: 'none' });
      expect(refused).toEqual([]);
      expect(total.events).toBe(6416);
      expect(asTable(counts)).toEqual(TRUE_QUARTERS[crossing]);
      expect(counts.map(({ country }) => country)).toEqual(['Pakistan']);
    }
  });

  it('the sums of types and of areas are those of the whole', async () => {
    const whole = asTable((await countFile(made, { every: 'quarter', crossing: 'begins', split: 'none' })).counts);
    for (const split of ['type', 'area'] as const) {
      const { counts } = await countFile(made, { every: 'quarter', crossing: 'begins', split });
      expect(counts.length).toBe(3);
      const sums = Object.fromEntries(Object.keys(whole).map((quarter) => [quarter, [0, 0, 0, 0, 0]]));
      for (const place of counts) for (const [quarter, row] of Object.entries(asTable([place]))) sums[quarter] = (sums[quarter] ?? []).map((sum, at) => sum + (row[at] ?? 0));
      expect(sums).toEqual(whole);
    }
  });
});

describe('an event that crosses a boundary', () => {
  const events = [
    { start: '2009-01-01', end: '2009-12-31', low: 10, best: 1428, high: 2000 },
    { start: '2009-03-31', end: '2009-04-01', low: 1, best: 2, high: 3 },
    { start: '2009-05-05', end: '2009-05-07', low: 4, best: 5, high: 6 },
  ];
  const count = async (crossing: CountingRule['crossing'], every: CountingRule['every'] = 'quarter') => asTable((await countFile(write('crossing.csv', events), { every, crossing, split: 'none' })).counts);

  it.each([
    ['begins', { '2009-Q1': [2, 11, 1430, 2003, 0], '2009-Q2': [1, 4, 5, 6, 0], '2009-Q3': [0, 0, 0, 0, 0], '2009-Q4': [0, 0, 0, 0, 0] }],
    ['ends', { '2009-Q1': [0, 0, 0, 0, 0], '2009-Q2': [2, 5, 7, 9, 0], '2009-Q3': [0, 0, 0, 0, 0], '2009-Q4': [1, 10, 1428, 2000, 0] }],
    ['apart', { '2009-Q1': [0, 0, 0, 0, 2], '2009-Q2': [1, 4, 5, 6, 2], '2009-Q3': [0, 0, 0, 0, 1], '2009-Q4': [0, 0, 0, 0, 1] }],
  ] as const)('%s', async (crossing, expected) => expect(await count(crossing)).toEqual(expected));

  it('of a quarter lies within its year', async () => expect(await count('apart', 'year')).toEqual({ 2009: [3, 15, 1435, 2009, 0] }));

  it('apart: the readings it touches say at least, and why', async () => {
    const { counts } = await countFile(write('crossing.csv', events), { every: 'quarter', crossing: 'apart', split: 'none' });
    const rule = { every: 'quarter', crossing: 'apart', split: 'none' } as const;
    const series = eventSeries(ucdp, rule, counts, { sourceId: 'ged', locator: null, reportedOn: '2022-06-01' });
    expect(series.map(({ id, content }) => [id, content.breakdown, content.breakdownDimension, content.geography])).toEqual([
      ['ucdp-organised-violence-events-pakistan-per-quarter-all', 'all', 'total', 'pakistan'],
      ['ucdp-organised-violence-deaths-pakistan-per-quarter-low', 'low', 'estimate', 'pakistan'],
      ['ucdp-organised-violence-deaths-pakistan-per-quarter-best', 'best', 'estimate', 'pakistan'],
      ['ucdp-organised-violence-deaths-pakistan-per-quarter-high', 'high', 'estimate', 'pakistan'],
    ]);
    const best = series[2]?.readings ?? [];
    expect(best.map(({ value, qualifier }) => [value, qualifier])).toEqual([[0, 'at-least'], [5, 'at-least'], [0, 'at-least'], [0, 'at-least']]);
    expect(best[0]?.note).toBe('2 events reach over the bounds of this quarter and are not counted in it.');
    expect(best[1]).toMatchObject({ kind: 'derived', formula: 'sum of the column best over 1 event of UCDP Georeferenced Event Dataset', citations: [{ sourceId: 'ged', locator: 'Events dated 2009-Q2' }] });
    expect(series[2]?.content.methodNote).toContain(ruleInWords(rule, ucdp));
  });

  it('whatever the rule, every event is counted once or apart, and sums over a year are those of its quarters', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((at) => new Date(Date.UTC(2010, 0, 1 + at)).toISOString().slice(0, 10));
    const event = fc.tuple(day, day, fc.nat(500)).map(([a, b, best]) => ({ start: a < b ? a : b, end: a < b ? b : a, best }));
    fc.assert(fc.property(fc.array(event, { maxLength: 40 }), fc.constantFrom('begins', 'ends', 'apart' as const), (list, crossing) => {
      const counters = (['quarter', 'year'] as const).map((every) => new EventCounter(ucdp, { every, crossing: crossing as 'begins', split: 'none' }));
      for (const counter of counters) list.forEach(({ start, end, best }, id) => counter.add({ id: String(id), country: 'X', area: '', type: '', start, end, deaths: { low: best, best, high: best } }));
      for (const counter of counters) {
        const total = counter.total();
        const kept = counter.counts(null, null).flatMap(({ periods }) => periods).reduce((sum, { events: some }) => sum + some, 0);
        expect([total.events, total.counted + total.apart, kept]).toEqual([list.length, list.length, total.counted]);
      }
      const [quarters, years] = counters.map((counter) => counter.counts(null, null).flatMap(({ periods }) => periods));
      if (crossing === 'begins') {
        expect(quarters?.reduce((sum, { deaths }) => sum + (deaths.best ?? 0), 0)).toBe(years?.reduce((sum, { deaths }) => sum + (deaths.best ?? 0), 0));
      }
    }));
  });
});

describe('layouts', () => {
  it.each([
    ['ucdp-ged', 'id,year,type_of_violence,country,adm_1,date_start,date_end,best,high,low'],
    ['ucdp-ged', 'ID,Type_Of_Violence,COUNTRY,DATE_START,DATE_END,BEST,HIGH,LOW'],
    ['acled', 'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,country,admin1,fatalities,timestamp'],
    ['gtd', 'eventid,iyear,imonth,iday,approxdate,extended,country_txt,provstate,attacktype1_txt,nkill,nwound'],
    [null, 'series,period,value'],
    [null, 'id,date_start,date_end,best'],
  ])('%s is known by %s', (id, header) => expect(findEventLayout(header.split(','))?.id ?? null).toBe(id));

  it('what forbids passing on makes series that say so', () => {
    expect(EVENT_LAYOUTS.map(({ id, isRedistributable }) => [id, isRedistributable])).toEqual([['ucdp-ged', true], ['acled', false], ['gtd', false]]);
    const place = { country: 'Pakistan', part: null, periods: [], first: '2025-01-01', last: '2025-01-01' };
    for (const layout of EVENT_LAYOUTS) {
      const series = eventSeries(layout, { every: 'month', crossing: 'begins', split: 'none' }, [place], { sourceId: 'x', locator: null, reportedOn: null });
      expect(series.map(({ content }) => content.isRedistributable)).toEqual(series.map(() => layout.isRedistributable));
      expect(series.length).toBe(layout.id === 'ucdp-ged' ? 4 : 2);
    }
  });

  it('ACLED: days in words; a file covers what it holds, and half a month is none', async () => {
    const file = path.join(directory, 'acled.csv');
    const rows = ['PAK1,10 January 2025,Battles,Pakistan,Balochistan,3', 'PAK2,2025-02-03,Riots,Pakistan,Sindh,0', 'PAK3,28/02/2025,Battles,Pakistan,Sindh,2', 'PAK4,1 Mar 2025,Battles,Pakistan,Sindh,1'];
    writeFileSync(file, `event_id_cnty,event_date,event_type,country,admin1,fatalities\n${rows.join('\n')}\n`);
    const { counts, refused } = await countFile(file, { every: 'month', crossing: 'apart', split: 'none' }, eventLayout('acled'));
    expect([refused, asTable(counts)]).toEqual([[], { '2025-02': [2, null, 2, null, 0] }]);
  });

  it('GTD: an unknown day or month reaches over all it may be, unknown deaths make it at least', async () => {
    const file = path.join(directory, 'gtd.csv');
    const rows = ['201001010001,2010,1,5,Pakistan,Sindh,2.5', '201001010002,2010,1,0,Pakistan,Sindh,', '201001010003,2010,0,0,Pakistan,Sindh,7', '201001010004,2010,2,30,Pakistan,Sindh,7'];
    writeFileSync(file, `eventid,iyear,imonth,iday,country_txt,provstate,nkill\n${rows.join('\n')}\n`);
    const { counts, refused } = await countFile(file, { every: 'month', crossing: 'apart', split: 'none' }, eventLayout('gtd'));
    expect(refused).toEqual(['5 B “iyear”: Year, month and day “2010-2-30” are not a day.']);
    const [january, february] = counts[0]?.periods ?? [];
    expect([january?.events, january?.deaths.best, january?.unknownDeaths, january?.apart, february?.apart]).toEqual([2, 2.5, 1, 1, 1]);
  });
});

describe('rows that cannot be counted name row, column and reason', () => {
  const good = { start: '2009-05-05', end: '2009-05-07', low: 4, best: 5, high: 6 };
  it.each([
    [eventLine(7, { ...good, start: '2009-13-05' }), /^3 AN “date_start”: “2009-13-05 00:00:00\.000” is not a day/],
    [eventLine(7, { ...good, end: '2009-05-01' }), /^3 AO “date_end”: The event ends on 2009-05-01, before it begins/],
    [eventLine(7, { ...good, end: '2209-05-09' }), /^3 AO “date_end”: An event from 2009-05-05 to 2209-05-09 is longer/],
    [eventLine(7, { ...good, start: '0209-05-05' }), /^3 AN “date_start”: An event of 0209-05-05 is older/],
    [eventLine(7, { ...good, best: Number.NaN }), /^3 AT “best”: “NaN” is not a number of deaths/],
    [eventLine(7, { ...good, low: -1 }), /^3 AV “low”: “-1” is not a number/],
    [eventLine(7, good).replace(/^7,/, ','), /^3 A “id”: The event has no id/],
    [eventLine(7, good) + eventLine(7, good), /^4: double/],
    [`${eventLine(7, good).trimEnd()},more\n`, /^3 AY: The row has 51 cells, the header 50 columns/],
  ])('%#', async (lines, expected) => {
    const file = path.join(directory, 'bad.csv');
    writeFileSync(file, eventFileHead() + lines);
    const { refused } = await countFile(file, { every: 'quarter', crossing: 'apart', split: 'none' });
    expect(refused.length).toBe(1);
    expect(refused[0]).toMatch(expected);
  });
});

describe('days of events', () => {
  it.each([
    ['1990-10-04 00:00:00.000', '1990-10-04'], ['2023-03-10T00:00:00Z', '2023-03-10'], ['10 March 2023', '2023-03-10'], ['10-Mar-2023', '2023-03-10'], ['10/03/2023', '2023-03-10'], ['2024-02-29', '2024-02-29'],
    ['2023-02-29', null], ['13/25/2023', null], ['March 2023', null], ['', null], ['45000', null], ['2023-03-10 lunch', null],
  ])('%j', (text, day) => {
    const read = readEventDay(text);
    expect(read.ok ? read.value : null).toBe(day);
  });

  it.each([['2010', '2', '0', '2010-02-01', '2010-02-28'], ['2010', '0', '0', '2010-01-01', '2010-12-31'], ['2012', '02', '29', '2012-02-29', '2012-02-29']])('%s, %s, %s', (year, month, date, start, end) => {
    expect(readSplitDay(year, month, date)).toEqual({ ok: true, value: { start, end } });
  });
});

describe('ids seen before', () => {
  it('agree with a set, and half a million made texts share no number', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 50 })), (numbers) => {
      const [seen, set] = [new SeenNumbers(), new Set<number>()];
      for (const number of numbers) {
        expect(seen.add(number)).toBe(!set.has(number));
        set.add(number);
      }
    }));
    const seen = new SeenNumbers();
    let shared = 0;
    for (const country of ['PAK', 'AFG', 'IRN', 'IND', 'TJK']) for (let at = 0; at < 100_000; at += 1) if (!seen.add(textNumber(`${country}${at}`))) shared += 1;
    expect(shared).toBe(0);
  });
});
