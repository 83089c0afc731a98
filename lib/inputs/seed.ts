import { z } from 'zod';
import type { RowKind } from '@/domain/release';
import { filledText, ROW_CONTENT, rowFields, rowId } from './row-content';

// The shape of the starting data: what a file under db/seed may hold. What rows say about each other is in seed-check.

/** One line of a seed file of this kind. */
export function seedRow(kind: RowKind) {
  return z.strictObject({ ...rowFields, content: ROW_CONTENT[kind] })
    .refine((row) => row.changeNote !== null || row.change === 'add' || row.change === 'update', { error: 'gives the reason', path: ['changeNote'] });
}

export const seedReleaseHead = z.strictObject({ title: filledText, note: filledText });

/** One line of the report: a row of the data set that is not simply a row of its own in the ledger, and why. */
export const seedReportEntry = z.strictObject({
  dataset: z.enum(['figures.csv', 'closures.csv', 'crossings.csv', 'incidents.csv', 'claims.csv', 'places.csv', 'annotations.csv']),
  row: filledText, kind: z.enum(['reading', 'closure', 'crossing', 'incident', 'claim', 'place', 'annotation']), ledgerId: rowId.nullable(),
  outcome: z.enum(['same-statement', 'adjusted', 'not-linked', 'left-out']), reason: filledText,
}).refine((entry) => (entry.ledgerId === null) === (entry.outcome === 'left-out'), { error: 'names a row unless it is left out', path: ['ledgerId'] });

export type SeedReportEntry = z.infer<typeof seedReportEntry>;
