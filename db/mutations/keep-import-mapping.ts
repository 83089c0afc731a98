import { sql } from 'drizzle-orm';
import type { Editor } from '../../domain/editor';
import type { ImportMapping } from '../../domain/import/mapping';
import type { Database } from '../client';
import { importMappings } from '../schema/index';

export interface MappingOfLayout {
  /** sha256 over the header, hexadecimal. */
  readonly layout: string;
  readonly header: readonly string[];
  readonly mapping: ImportMapping;
}

/**
 * Keeps what the columns of a layout mean, for the next file of the whole team; the last one said holds. No audit row: it is a convenience
 * of the page, and the drafts that came of it have theirs. Throws if the database is away.
 */
export async function keepImportMapping(db: Database, editor: Editor, { layout, header, mapping }: MappingOfLayout, now: Date): Promise<void> {
  await db
    .insert(importMappings)
    .values({ layout, header, mapping, savedBy: editor.name, savedAt: now })
    .onConflictDoUpdate({ target: importMappings.layout, set: { mapping: sql`excluded.mapping`, savedBy: sql`excluded.saved_by`, savedAt: sql`excluded.saved_at` } });
}
