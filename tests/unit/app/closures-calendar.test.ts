import { describe, expect, it } from 'vitest';
import { closureEvent } from '@/domain/closure-calendar';
import type { Crossing } from '@/domain/closure';
import { addDays } from '@/domain/period';
import { printClosuresCalendar } from '@/lib/closures-calendar';
import { seedRows } from '../../fixtures/starting-data';

const crossings = new Map<string, Crossing>(seedRows('crossing', 2).map((crossing) => [crossing.id, crossing]));
const closures = seedRows('closure', 2);
const events = closures.map((closure) => {
  const crossing = crossings.get(closure.crossingId);
  if (crossing === undefined) throw new Error(closure.crossingId);
  return closureEvent(closure, crossing, null);
});
const print = (some = events) => printClosuresCalendar({ events: some, release: 2, publishedAt: '2026-11-22T18:22:34.567Z', siteUrl: 'https://example.org', address: '/closures.ics' });

/** The properties of each event, unfolded and unescaped as RFC 5545 has it. */
function read(text: string): Map<string, string>[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  const found: Map<string, string>[] = [];
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') found.push(new Map());
    const at = line.indexOf(':');
    const name = line.slice(0, at).split(';')[0] ?? '';
    found.at(-1)?.set(name, line.slice(at + 1).replaceAll('\\n', '\n').replace(/\\([,;\\])/g, '$1'));
  }
  return found;
}

const dashed = (date: string): string => date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');

describe('the calendar of closures', () => {
  const text = print();
  const read2 = read(text);
  const of = (id: string): Map<string, string> => read2.find((event) => event.get('UID') === `${id}@frontier-ledger`) ?? new Map<string, string>();

  it('holds every closure once, in lines that any calendar can read', () => {
    expect(read2.map((event) => event.get('UID'))).toEqual(closures.map(({ id }) => `${id}@frontier-ledger`));
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.split('\r\n').filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('is the same for the same release, stamped with the time of its publication', () => {
    expect(print()).toBe(text);
    expect(new Set(read2.map((event) => event.get('DTSTAMP')))).toEqual(new Set(['20261122T182234Z']));
  });

  it('ends on the day of reopening, which does not count', () => {
    expect(of('torkham-2025-10-returnees').get('DTSTART')).toBe('20251011');
    expect(of('torkham-2025-10-returnees').get('DTEND')).toBe('20251101');
  });

  it('draws no unknown end beyond the last day seen shut, and says so', () => {
    for (const closure of closures.filter(({ endState }) => endState !== 'reopened')) {
      const event = of(closure.id);
      expect(dashed(event.get('DTEND') ?? '')).toBe(addDays(closure.knownOn < closure.startHigh ? closure.startHigh : closure.knownOn, 1));
      expect(event.get('DESCRIPTION')).toMatch(/last known shut on|Still shut on/);
    }
    expect(of('torkham-october').get('SUMMARY')).toBe('Torkham shut to trade (still shut on 11 Mar 2026)');
    expect(of('chaman-2022-12').get('SUMMARY')).toContain('(end unknown)');
  });

  it('gives rival dates and sources in the words of the event', () => {
    expect(of('chaman-2016-08').get('DESCRIPTION')).toContain('Another date: shut on 19 Aug 2016, according to RFE/RL.');
    expect(of('chaman-2016-08').get('DESCRIPTION')).toContain('Source: Dawn');
  });

  it('keeps a withdrawn closure as a cancelled event', () => {
    const [first] = events;
    if (first === undefined) throw new Error('no event');
    expect(read(print([{ ...first, isWithdrawn: true }]))[0]?.get('STATUS')).toBe('CANCELLED');
    expect(of(first.id).get('STATUS')).toBe('CONFIRMED');
  });
});
