import type { Change, RowContents } from '../../domain/draft';
import { ROW_KINDS, type RowKind } from '../../domain/release';
import { titleOf, type Named } from '../../domain/row-title';
import type { Database } from '../client';
import { toContent, type StandingRow } from '../ledger-rows';
import { Contents } from './find-contents';
import { standingRows } from './find-rows';

/** A row by the name people know it by. */
export interface TitledRow {
  readonly kind: RowKind;
  readonly id: string;
  readonly title: string;
  readonly change: Change;
}

/** Every row that stands in a release, withdrawn ones too, by kind and id. */
export async function findRowTitles(db: Database, release: number): Promise<TitledRow[]> {
  const contents = new Contents();
  const found: { kind: RowKind; id: string; change: Change; content: RowContents[RowKind] }[] = [];
  for (const kind of ROW_KINDS) {
    for (const row of (await standingRows(db, kind, release, {})) as StandingRow[]) {
      const content = toContent(kind, row);
      contents.set(kind, row.id, content);
      found.push({ kind, id: row.id, change: row.change, content });
    }
  }
  const named: Named = (kind, id) => contents.get(kind, id);
  // Kind and content were read together.
  return found.map(({ kind, id, change, content }) => ({ kind, id, change, title: titleOf(kind, content as never, named) }));
}
