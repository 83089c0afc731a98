import { eq, sql } from 'drizzle-orm';
import type { Editor } from '../../domain/editor';
import { ofLayout, type ImportMapping } from '../../domain/import/mapping';
import { accept } from '../../domain/outcome';
import { canonicalJson } from '../canonical-json';
import type { Database } from '../client';
import { importMappings } from '../schema/index';
import { writeLedger } from './ledger-transaction';
import { recordAudit } from './record-audit';

export interface MappingOfLayout {
  /** sha256 over the header, hexadecimal. */
  readonly layout: string;
  readonly header: readonly string[];
  readonly mapping: ImportMapping;
}

/**
 * Keeps what the columns of a layout mean, for the next file of the whole team; the last one said holds. Told in the audit when it differs
 * from what was kept. Throws if the database is away.
 */
export async function keepImportMapping(db: Database, editor: Editor, { layout, header, mapping }: MappingOfLayout, now: Date): Promise<void> {
  const kept = ofLayout(mapping);
  await writeLedger(db, async (tx) => {
    const [before] = await tx.select({ mapping: importMappings.mapping }).from(importMappings).where(eq(importMappings.layout, layout));
    if (canonicalJson(before?.mapping ?? null) === canonicalJson(kept)) return accept(null);
    await tx
      .insert(importMappings)
      .values({ layout, header, mapping: kept, savedBy: editor.name, savedAt: now })
      .onConflictDoUpdate({ target: importMappings.layout, set: { mapping: sql`excluded.mapping`, savedBy: sql`excluded.saved_by`, savedAt: sql`excluded.saved_at` } });
    const entry = { action: 'keep-import-mapping', subject: 'import-mapping', subjectId: layout, revision: null, changesetId: null };
    await recordAudit(tx, editor, [{ ...entry, before: before ? { mapping: before.mapping } : null, after: { header, mapping: kept } }], now);
    return accept(null);
  });
}
