import 'server-only';
import type { Database } from '@/db/client';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findHeldRows, type HeldRow } from '@/db/queries/find-open-drafts';
import { findRowTitles, type TitledRow } from '@/db/queries/find-row-titles';
import { findDrafts } from '@/db/queries/find-versions';
import { ROW_KINDS, type RowKind } from '@/domain/release';
import { titleOf } from '@/domain/row-title';
import { makeRowFinder, type RowFinder } from '@/lib/search/row-finder';
import { readNames } from './changeset-rows';
import { ofRelease } from './of-release';
import { whileUnwritten } from './while-unwritten';

/** A row in the editors' search. */
export interface FoundRow {
  readonly kind: RowKind;
  readonly id: string;
  readonly title: string;
  readonly isWithdrawn: boolean;
  /** Only drafted so far. */
  readonly isNew: boolean;
  readonly heldBy: HeldRow | null;
}

export interface RowsFound {
  readonly rows: readonly FoundRow[];
  readonly total: number;
  /** How many rows of each kind fit the words, whichever kind is asked for. */
  readonly counts: ReadonlyMap<RowKind, number>;
}

interface Searched<Row> {
  readonly rows: readonly Row[];
  readonly find: RowFinder;
}

const searched = <Row extends TitledRow | FoundRow>(rows: readonly Row[]): Searched<Row> => ({ rows, find: makeRowFinder(rows) });

/** Every drafted row with who holds it, and those that no release has yet. */
async function readDrafted(db: Database, release: number, known: ReadonlySet<string>) {
  const held = await findHeldRows(db);
  const drafted = await readNewRows(db, release, held.filter((row) => !known.has(keyOf(row))));
  return { holderOf: new Map(held.map((row) => [keyOf(row), row])), ...searched(drafted) };
}

const keyOf = ({ kind, id }: { readonly kind: RowKind; readonly id: string }): string => `${kind} ${id}`;

/** Rows that have all the words, published or drafted; all rows in order where there are no words. `from` and `limit` cut a page out of them. */
export async function findAnyRows(
  db: Database, { words, kind, from, limit }: { readonly words: string; readonly kind: RowKind | null; readonly from: number; readonly limit: number },
): Promise<RowsFound> {
  const release = await findCurrentRelease(db);
  const published = await ofRelease(db, release, 'row titles', async () => {
    const rows = release === 0 ? [] : await findRowTitles(db, release);
    return { ...searched(rows), known: new Set(rows.map(keyOf)) };
  });
  const drafted = await whileUnwritten(db, 'drafted rows', () => readDrafted(db, release, published.known));
  const { holderOf } = drafted;
  const all = (words === '' ? published.rows : published.find(words).flatMap((at) => published.rows[at] ?? [])).map((row): FoundRow => ({
    kind: row.kind, id: row.id, title: row.title, isWithdrawn: row.change === 'withdraw', isNew: false, heldBy: holderOf.get(keyOf(row)) ?? null,
  }));
  const fitting = [...(words === '' ? drafted.rows : drafted.find(words).flatMap((at) => drafted.rows[at] ?? [])), ...all];
  const counts = new Map(ROW_KINDS.map((one) => [one, fitting.filter((row) => row.kind === one).length]));
  const wanted = kind === null ? fitting : fitting.filter((row) => row.kind === kind);
  return { rows: wanted.slice(from, from + limit), total: wanted.length, counts };
}

/** Rows that no release has yet, with the titles their changesets give them. */
async function readNewRows(db: Database, release: number, held: readonly HeldRow[]): Promise<FoundRow[]> {
  const holders = new Map(held.map((row) => [keyOf(row), row]));
  const found: FoundRow[] = [];
  for (const changesetId of new Set(held.map((row) => row.changesetId))) {
    const drafts = await findDrafts(db, changesetId);
    const named = await readNames(db, release, drafts);
    for (const draft of drafts) {
      const { kind, id, content } = draft;
      const heldBy = holders.get(keyOf(draft));
      if (heldBy) found.push({ kind, id, title: titleOf(kind, content as never, named), isWithdrawn: false, isNew: true, heldBy });
    }
  }
  return found;
}
