import { sql } from 'drizzle-orm';
import { bigint, check, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, instant, key } from './columns';

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

// Files that wait for their import, so that any instance can go on with what another one was sent. Both tables are made UNLOGGED by their
// migration: they are worth an hour, and so cost neither the log nor the replica, and are empty after a crash of the database.

export const importUploads = pgTable('import_uploads', {
  id: key('id').primaryKey(),
  userId: key('user_id').notNull(),
  changesetId: key('changeset_id').notNull(),
  /** As the person's computer names it; for people only. */
  name: text('name').notNull(),
  /** Null until it has arrived whole. */
  bytes: bigint('bytes', { mode: 'number' }),
  /** By the database's clock, as everything that is due. */
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** Pieces of one length but for the last, numbered from 0. */
export const importChunks = pgTable(
  'import_chunks',
  {
    uploadId: key('upload_id').notNull().references(() => importUploads.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    content: bytes('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.uploadId, table.number] })],
);
