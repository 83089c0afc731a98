import { inArray } from 'drizzle-orm';
import type { Citation } from '../../domain/citation';
import { changedFields } from '../../domain/correction';
import type { PublishedChange, RowKind } from '../../domain/release';
import type { Database } from '../client';
import { ledgerTable } from '../schema/ledger-tables';
import { findContents } from './find-contents';
import { findPublishedChanges } from './find-published-changes';
import { findRows } from './find-rows';

/** A change with all that a reviewer looks at: the fields of a new row too, and what the version before was cited to. */
export interface ReviewedChange extends PublishedChange {
  readonly citationsBefore: readonly Citation[];
}

/** Every row that `release`, the last one, changed, by kind and id. */
export async function findReviewedChanges(db: Database, release: number): Promise<ReviewedChange[]> {
  const changes = await findPublishedChanges(db, release, { kind: 'made-in', number: release });
  const added = changes.filter(({ change }) => change === 'add');
  const contents = await findContents(db, release, added, 0);
  const cited = await findCitationsBefore(db, release, changes);
  return changes.map((change) => {
    const { kind, id } = change;
    const content = change.change === 'add' ? contents.get(kind, id) : null;
    // What a new row takes the place of has no field at all.
    const fields = content === null ? change.fields : changedFields({ change: 'add', content: {} as never }, { change: 'add', content: content as never });
    return { ...change, fields: fields.filter(({ before, after }) => before !== after), citationsBefore: cited.get(`${kind}:${id}`) ?? [] };
  });
}

async function findCitationsBefore(db: Database, release: number, changes: readonly PublishedChange[]): Promise<Map<string, readonly Citation[]>> {
  const cited = new Map<string, readonly Citation[]>();
  const changed = changes.filter(({ change, kind }) => change !== 'add' && kind !== 'source');
  for (const kind of new Set(changed.map((change) => change.kind as Exclude<RowKind, 'source'>))) {
    const ids = changed.filter((change) => change.kind === kind).map(({ id }) => id);
    const rows = await findRows(db, kind, release - 1, { where: inArray(ledgerTable(kind).id, ids) });
    for (const { id, citations } of rows) cited.set(`${kind}:${id}`, citations);
  }
  return cited;
}
