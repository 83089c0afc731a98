import { sql } from 'drizzle-orm';
import { check, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant, key } from './columns';

// What the columns of a file mean, as somebody once said for a file with the same header. Outside the ledger: nothing published rests on it.

export const importMappings = pgTable(
  'import_mappings',
  {
    /** sha256 over the names in the header. */
    layout: key('layout').primaryKey(),
    /** The names themselves, in their order. */
    header: jsonb('header').$type<readonly string[]>().notNull(),
    /** Checked again when it is read: it may be of an older version of the program. */
    mapping: jsonb('mapping').$type<unknown>().notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [check('import_mappings_layout', sql`${table.layout} ~ '^[0-9a-f]{64}$'`)],
);
