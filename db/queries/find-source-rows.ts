import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { chartsFedBy } from '../../domain/correction';
import { referencesOf } from '../../domain/reference';
import { ROW_KINDS, type RowKind } from '../../domain/release';
import { titleOf, titleWithin, type Named } from '../../domain/row-title';
import type { SourceRow } from '../../domain/source-row';
import type { Database } from '../client';
import { toContent, type StoredRow } from '../ledger-rows';
import { citations } from '../schema/index';
import { ledgerTable } from '../schema/ledger-tables';
import { findChartGrounds } from './find-chart-grounds';
import { findContents } from './find-contents';
import { standsIn } from './standing';

/** Every row of a release that cites a source, by kind and id, once for each place it cites; withdrawn rows with their status. */
export async function findSourceRows(db: Database, release: number, sourceId: string): Promise<SourceRow[]> {
  const grounds = await findChartGrounds(db, release);
  const found: SourceRow[] = [];
  for (const kind of ROW_KINDS) {
    if (kind === 'source') continue;
    const cited = await findCiting(db, release, kind, sourceId);
    const contents = await findContents(db, release, cited.flatMap(({ row }) => referencesOf(kind, toContent(kind, row))), 1);
    const named: Named = (otherKind, id) => contents.get(otherKind, id);
    found.push(...cited.map(({ row, citation: { locator, quote, paraphrase, role, recordedBy, recordedAt } }): SourceRow => {
      const content = toContent(kind, row);
      return {
        kind, id: row.id, content, publishedIn: row.publishedIn as number, status: row.change === 'withdraw' ? 'withdrawn' : 'current', changeNote: row.changeNote,
        title: titleOf(kind, content, named), within: titleWithin(kind, content, named), charts: chartsFedBy(kind, row.id, content, grounds),
        locator, quote, paraphrase, role, recordedBy, recordedAt: recordedAt.toISOString(),
      };
    }));
  }
  return found;
}

async function findCiting(db: Database, release: number, kind: RowKind, sourceId: string) {
  const table = ledgerTable(kind);
  const rows = await db
    .select({ row: getTableColumns(table), citation: getTableColumns(citations) })
    .from(citations)
    .innerJoin(table, sql`${table.id} = ${citations.rowId} and ${table.revision} = ${citations.rowRevision}`)
    .where(and(eq(citations.rowKind, kind), eq(citations.sourceId, sourceId), standsIn(table, release)))
    .orderBy(asc(table.id), asc(citations.position));
  return rows as unknown as { row: StoredRow; citation: typeof citations.$inferSelect }[];
}
