import type { Database } from '@/db/client';
import { addDays } from '@/domain/period';
import { draftOf } from '../../tests/fixtures/ledger-rows';
import { publishRows } from '../../tests/fixtures/ledger-steps';

// Twenty years of days, as one chart of a release of its own.

const PREFIX = 'bench-';
const DAYS = 7300;
const FIRST = '2006-01-01';
export const DAYS_SLUG = 'bench-days';

/** Numbers that look like a count of days and are the same each time. */
function valueOf(day: number): number {
  return Math.round(40 + 30 * Math.sin(day / 180) + ((day * 7919) % 97) / 3);
}

export async function publishDays(db: Database): Promise<void> {
  const readings = Array.from({ length: DAYS }, (_, day) => {
    const date = addDays(FIRST, day);
    const content = { period: { kind: 'day', start: date, end: date } as const, value: valueOf(day), reportedOn: addDays(date, 1), knownFrom: addDays(date, 1) };
    return draftOf(PREFIX, 'reading', { id: `${PREFIX}reading-${date}` }, content);
  });
  const options = { seriesIds: [`${PREFIX}series`], periodKind: 'day', arrangement: 'single', from: null, to: null, showAnnotations: false } as const;
  const chart = draftOf(PREFIX, 'chart', {}, {
    kind: 'periods', slug: DAYS_SLUG, title: 'Twenty years of days', subtitle: 'Deaths by day', position: 99, options, countingRule: 'Numbers made for measuring.',
    altText: 'Numbers made for measuring.',
  });
  await publishRows(db, [...(['source', 'organisation', 'indicator', 'series'] as const).map((kind) => draftOf(PREFIX, kind)), ...readings, chart]);
}
