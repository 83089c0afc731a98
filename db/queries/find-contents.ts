import { and, asc, inArray } from 'drizzle-orm';
import type { RowContents } from '../../domain/draft';
import { referencesOf } from '../../domain/reference';
import type { RowKind } from '../../domain/release';
import type { Database } from '../client';
import { toContent, type StoredRow } from '../ledger-rows';
import { ledgerTable } from '../schema/ledger-tables';
import { standsIn } from './standing';

interface Name {
  readonly kind: RowKind;
  readonly id: string;
}

/** Contents of rows, by kind and id. */
export class Contents {
  private readonly found = new Map<string, RowContents[RowKind]>();

  get<K extends RowKind>(kind: K, id: string): RowContents[K] | null {
    // Only `set` below writes, and it keeps kind and content together.
    return (this.found.get(`${kind}:${id}`) as RowContents[K] | undefined) ?? null;
  }

  set<K extends RowKind>(kind: K, id: string, content: RowContents[K]): void {
    this.found.set(`${kind}:${id}`, content);
  }
}

/** The named rows as they stand in a release, and those they name in turn, `depth` steps far. Rows the release lacks are left out. */
export async function findContents(db: Database, release: number, names: readonly Name[], depth: number): Promise<Contents> {
  const contents = new Contents();
  let wanted = names;
  for (let step = 0; step <= depth && wanted.length > 0; step += 1) {
    const next: Name[] = [];
    for (const kind of new Set(wanted.map((name) => name.kind))) {
      const ids = new Set(wanted.filter((name) => name.kind === kind && contents.get(kind, name.id) === null).map((name) => name.id));
      if (ids.size === 0) continue;
      const table = ledgerTable(kind);
      const rows = (await db.select().from(table)
        .where(and(standsIn(table, release), inArray(table.id, [...ids]))).orderBy(asc(table.id))) as StoredRow[];
      for (const row of rows) {
        const content = toContent(kind, row);
        contents.set(kind, row.id, content);
        next.push(...referencesOf(kind, content));
      }
    }
    wanted = next;
  }
  return contents;
}
