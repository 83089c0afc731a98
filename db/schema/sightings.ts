import { sql } from 'drizzle-orm';
import { bigint, check, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { day, key } from './columns';

// Where embeds were seen: one row for a chart on a host. Days, no moments; no reader, no address, no page. Outside the ledger: nothing published rests on it.

export const embedSightings = pgTable(
  'embed_sightings',
  {
    /** The name in the embed's code, which may be a former one of the chart. */
    slug: key('slug').notNull(),
    host: key('host').notNull(),
    firstSeen: day('first_seen').notNull(),
    lastSeen: day('last_seen').notNull(),
    /** On how many days. */
    days: integer('days').notNull(),
    sightings: bigint('sightings', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.slug, table.host] }),
    check('embed_sightings_host', sql`${table.host} ~ '^[a-z0-9_.-]{3,253}$'`),
    check('embed_sightings_days', sql`${table.firstSeen} <= ${table.lastSeen} and ${table.days} between 1 and ${table.lastSeen} - ${table.firstSeen} + 1`),
    check('embed_sightings_count', sql`${table.sightings} >= ${table.days}`),
  ],
);
