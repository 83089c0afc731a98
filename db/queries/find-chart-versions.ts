import { and, asc, lte } from 'drizzle-orm';
import type { ChartDefinition } from '../../domain/chart/definition';
import type { RecordedVersion } from '../../domain/chart/history';
import type { RowKind } from '../../domain/release';
import type { Database } from '../client';
import { toContent, type StoredRow } from '../ledger-rows';
import { ledgerTable } from '../schema/ledger-tables';
import { groundsOf } from './find-chart-changes';
import { findCitations, versionKey } from './find-citations';

/** Rows that say something about the world, not about how it is shown or named. */
const TELLING: ReadonlySet<RowKind> = new Set(['reading', 'closure', 'incident', 'claim', 'annotation']);

/**
 * Every version of the rows behind a chart that was published up to `release`, by kind, id and revision, with its citations as their
 * sources stand in that release. Rows that only name things (series, crossings, places) are left out.
 */
export async function findChartVersions(db: Database, release: number, definition: ChartDefinition): Promise<RecordedVersion[]> {
  const found: RecordedVersion[] = [];
  for (const [kind, where] of groundsOf([definition])) {
    if (!TELLING.has(kind) || kind === 'source') continue;
    const table = ledgerTable(kind);
    const rows = (await db.select().from(table).where(and(where, lte(table.publishedIn, release))).orderBy(asc(table.id), asc(table.revision))) as StoredRow[];
    const citations = await findCitations(db, kind, release, rows);
    for (const row of rows) {
      const { id, revision, change, changeNote, publishedIn, supersededIn } = row;
      const isOver = supersededIn !== null && supersededIn <= release;
      found.push({
        kind, id, revision, change, changeNote, publishedIn: publishedIn ?? 0, supersededIn: isOver ? supersededIn : null,
        content: toContent(kind, row), citations: citations.get(versionKey(row)) ?? [],
      });
    }
  }
  return found;
}
