import { z } from 'zod';
import type { ImportMapping } from '@/domain/import/mapping';
import { isDay } from '@/domain/period';
import { filledText, rowId } from './row-content';

// The shape of a mapping as the page sends it and as it is kept for the next file of the same layout.

const column = z.string().max(300).nullable();
const day = z.string().refine(isDay, 'is not a calendar day').nullable();
const shared = {
  change: z.enum(['correct', 'update']),
  reason: filledText.max(500).nullable(),
  sourceId: rowId.nullable(),
  locator: filledText.max(300).nullable(),
};

const readings = z.strictObject({
  kind: z.literal('readings'),
  shape: z.enum(['long', 'periods', 'series']),
  columns: z.strictObject({
    series: column, period: column, periodStart: column, periodEnd: column, value: column, qualifier: column, empty: column, kind: column, status: column, reportedOn: column, note: column,
    citationTitle: column, citationUrl: column,
  }),
  seriesId: rowId.nullable(),
  seriesNames: z.record(z.string().max(300), rowId),
  dateMeans: z.enum(['day', 'month', 'quarter', 'year']),
  reportedOn: day,
  ...shared,
});

const events = z.strictObject({
  kind: z.literal('events'),
  layout: z.enum(['ucdp-ged', 'acled', 'gtd']),
  every: z.enum(['month', 'quarter', 'year']),
  crossing: z.enum(['apart', 'begins', 'ends']),
  split: z.enum(['none', 'type', 'area']),
  from: day,
  to: day,
  reportedOn: day,
  ...shared,
});

const rows = z.strictObject({ kind: z.enum(['closures', 'claims', 'sources', 'incidents']), ...shared });

export const importMapping: z.ZodType<ImportMapping> = z.discriminatedUnion('kind', [readings, events, rows]);

/** The name of a file that waits: 32 hexadecimal digits, so that no path can be meant by it. */
export const uploadId = z.string().regex(/^[0-9a-f]{32}$/, 'is not the name of a file that was sent');

/** Which sheet of a workbook; null for text files, which have one. */
export const sheetName = z.string().max(200).nullable();
