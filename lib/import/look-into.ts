import 'server-only';
import type { Database } from '@/db/client';
import { findImportMapping } from '@/db/queries/find-import-mapping';
import { proposeMapping } from '@/domain/import/layout';
import type { Look } from '@/domain/import/look';
import { ofLayout } from '@/domain/import/mapping';
import { shorten, type CellProblem } from '@/domain/import/sheet';
import { accept, refuse, type Outcome, type Refusal } from '@/domain/outcome';
import { importMapping } from '@/lib/inputs/import-mapping';
import type { ImportGround } from '@/lib/reads/desk/import-ground';
import type { FileBytes } from './file-bytes';
import { layoutHash } from './layout-hash';
import { dataRows, openFile } from './open-file';
import { UnreadableSheet } from './unreadable';

const SAMPLE = 8;

/** Refuses `unreadable` with row, column and reason, and `file-kind`. */
export async function lookInto(db: Database, ground: ImportGround, file: FileBytes, sheet: string | null): Promise<Outcome<Look, Refusal & { readonly problem?: CellProblem }>> {
  const opened = await openFile(file);
  if (!opened.ok) return opened;
  try {
    const sample: Look['sample'][number][] = [];
    let header: readonly string[] = [];
    for await (const batch of dataRows(opened.value, sheet)) {
      header = batch.header.names;
      sample.push(...batch.rows.slice(0, SAMPLE - sample.length).map(({ row, cells }) => ({ row, cells: cells.slice(0, 60).map((cell) => shorten(cell, 60)) })));
      if (sample.length >= SAMPLE) break;
    }
    const found = await findImportMapping(db, layoutHash(header));
    const kept = found === null ? null : importMapping.safeParse(found.mapping);
    const named = new Set(ground.seriesNames.keys());
    return accept({
      header, sample, mapping: kept?.success ? ofLayout(kept.data) : proposeMapping(header, named), kept: found !== null && kept?.success ? { by: found.savedBy, at: found.savedAt } : null,
    });
  } catch (error) {
    if (error instanceof UnreadableSheet) return refuse({ code: 'unreadable', message: error.message, problem: error.problem });
    throw error;
  }
}
