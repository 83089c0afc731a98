import { eq } from 'drizzle-orm';
import type { Database } from '../client';
import { importMappings } from '../schema/index';

export interface KeptMapping {
  /** As it was stored; whoever reads it checks its shape. */
  readonly mapping: unknown;
  readonly savedBy: string;
  /** ISO instant. */
  readonly savedAt: string;
}

/** What the columns of a file with this header meant the last time, or null. */
export async function findImportMapping(db: Database, layout: string): Promise<KeptMapping | null> {
  const [row] = await db.select().from(importMappings).where(eq(importMappings.layout, layout));
  return row === undefined ? null : { mapping: row.mapping, savedBy: row.savedBy, savedAt: row.savedAt.toISOString() };
}
