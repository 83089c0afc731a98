import { z } from 'zod';
import type { RowContents } from '@/domain/draft';
import { parsePeriod } from '@/domain/period';

// The shape of a chart definition, kind by kind.

const text = z.string().refine((value) => value.trim() === value && value !== '', 'is blank or has blanks at its ends');
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not lower case letters, digits and single hyphens');
const ids = z.array(id).min(1);
const period = z.string().refine((value) => parsePeriod(value).ok, 'is not a period');

const shared = {
  slug: id, title: text.max(80), subtitle: text.max(160), description: text, countingRule: text, altText: text, position: z.int().min(1),
};

export const chartContent: z.ZodType<RowContents['chart']> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...shared,
    kind: z.literal('periods'),
    options: z.strictObject({
      seriesIds: ids, periodKind: z.enum(['day', 'month', 'quarter', 'half', 'year']), arrangement: z.enum(['single', 'stacked', 'grouped', 'line', 'panels']),
      from: period.nullable(), to: period.nullable(), showAnnotations: z.boolean(), closureCrossingIds: ids.optional(),
    }),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('year-to-date'),
    options: z.strictObject({ seriesId: id, years: z.array(z.int().min(1900).max(2100)).min(1) }),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('closures'),
    options: z.strictObject({ crossingIds: ids, from: period, to: period, showAnnotations: z.boolean() }),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('closed-days'),
    options: z.strictObject({ crossingIds: ids, lane: z.enum(['trade', 'pedestrian', 'returnees']), periodKind: z.enum(['quarter', 'year']), from: period, to: period }),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('claims'),
    options: z.strictObject({ incidentId: id, measures: z.array(z.enum(['killed', 'wounded', 'captured', 'posts-seized', 'other'])).min(1) }),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('map'),
    options: z.strictObject({ crossingIds: ids, incidentIds: z.array(id) }),
  }),
]);
